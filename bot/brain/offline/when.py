"""What a date in a text says, before it is known whether the past or the future is meant."""

from datetime import date, timedelta

import msgspec

from bot.domain.period import Period

LAST_OF_MONTH = 32
"""The day of the month that stands for its last, however long it is."""


class Day(msgspec.Struct, frozen=True, gc=False):
    """A day as money already spent means it (``past``) and as a reminder means it (``future``).

    ``weekday`` 0..6 and ``monthday`` 1..31 (32: the last) are kept for what repeats; -1 when not said so.
    """

    past: date
    future: date
    weekday: int = -1
    monthday: int = -1

    @property
    def said_monthday(self) -> str:
        """The day of the month as a recurrence names it."""
        return "last" if self.monthday == LAST_OF_MONTH else str(self.monthday)


class Span(msgspec.Struct, frozen=True, gc=False):
    """A period as it was last, and as it comes next ("October")."""

    past: Period
    future: Period


class Every(msgspec.Struct, frozen=True, gc=False):
    """A recurrence as LABELS writes it: daily, weekdays, weekly:FR, monthly:1, quarterly …."""

    rule: str


class Hour(msgspec.Struct, frozen=True, gc=False):
    """A time of day, HH:MM; ``day`` and ``minutes`` when it is told from now ("in two hours").

    ``bare``: as in "at 3", which half of the day is not said.
    """

    text: str
    day: date | None = None
    minutes: int = 0
    bare: bool = False


class Hours(msgspec.Struct, frozen=True, gc=False):
    """From one time of day to another, HH:MM-HH:MM."""

    text: str


def exactly(day: date) -> Day:
    return Day(day, day)


def plus_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last when it has no such day."""
    month = day.month - 1 + months
    year = day.year + month // 12
    return dated(year, month % 12 + 1, day.day)


def dated(year: int, month: int, day: int) -> date:
    """A day of a month, or its last when it has fewer; years are kept within the calendar."""
    year = min(max(year, 1), 9998)
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), following - timedelta(days=1))


def plus_days(day: date, days: int) -> date:
    """Some days on; far beyond any life it stays where it is."""
    return day + timedelta(days=days) if abs(days) <= 40_000 else day
