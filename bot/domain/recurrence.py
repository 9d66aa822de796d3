"""How a thing comes again: as it is written, and the days it falls on."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from typing import Self

import msgspec

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = (0, 1, 2, 3, 4)
# The day of the month that stands for its last: every month is too short for it.
LAST_OF_MONTH = 32

# From one to the next of the same weekday, and of the same day of the month.
DAYS_APART = {"daily": 1, "weekdays": 7, "weekly": 7, "biweekly": 14}
MONTHS_APART = {"monthly": 1, "quarterly": 3, "semiannual": 6, "yearly": 12}


class Recurrence(msgspec.Struct, frozen=True, kw_only=True):
    """What the text leaves open, its first day (the ``anchor``) fixes: weekday, parity, day of the month, month.

    weekdays   0 is Monday; none said: the anchor's
    month_day  1 to 31, 32 the last; 0 is not said: the anchor's; a month too short for it has it on its last day
    """

    rhythm: str
    weekdays: tuple[int, ...] = ()
    month_day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``daily``, ``weekly:MO,TH``, ``monthly:31``, ``monthly:last``, ``yearly`` …; else raises ValueError."""
        rhythm, colon, on = text.partition(":")
        if rhythm in ("weekly", "biweekly"):
            said = on.split(",") if colon else []
            return cls(rhythm=rhythm, weekdays=tuple(sorted({WEEKDAYS.index(weekday) for weekday in said})))
        if rhythm in MONTHS_APART and colon and rhythm != "yearly":
            return cls(rhythm=rhythm, month_day=_month_day(on))
        if colon or (rhythm not in MONTHS_APART and rhythm not in DAYS_APART):
            raise ValueError(f"not a recurrence: {text!r}")
        return cls(rhythm=rhythm)

    def __str__(self) -> str:
        """As ``parse`` reads it."""
        if self.month_day:
            return f"{self.rhythm}:{'last' if self.month_day == LAST_OF_MONTH else self.month_day}"
        on = ",".join(WEEKDAYS[weekday] for weekday in self.weekdays)
        return f"{self.rhythm}:{on}" if on else self.rhythm

    def next_after(self, day: date, anchor: date) -> date:
        """The first of its days after ``day``; none lies before the anchor, which need not be one."""
        after = max(day, anchor - ONE_DAY)
        return self._next_by_month(after, anchor) if self.rhythm in MONTHS_APART else self._next_by_day(after, anchor)

    def days_after(self, day: date, anchor: date) -> Iterator[date]:
        """All its days after ``day``, without end."""
        while True:
            day = self.next_after(day, anchor)
            yield day

    def days_in(self, first: date, last: date, anchor: date) -> list[date]:
        """Its days from the first to the last, both included."""
        return list(takewhile(lambda day: day <= last, self.days_after(first - ONE_DAY, anchor)))

    def _next_by_day(self, after: date, anchor: date) -> date:
        """Every weekday is a round of its own, begun in the seven days from the anchor on."""
        apart = DAYS_APART[self.rhythm]
        said = WORKING_DAYS if self.rhythm == "weekdays" else self.weekdays or (anchor.weekday(),)
        starts = [anchor + timedelta(days=(weekday - anchor.weekday()) % 7) for weekday in said]
        return min(start + timedelta(days=max(0, (after - start).days // apart + 1) * apart) for start in starts)

    def _next_by_month(self, after: date, anchor: date) -> date:
        apart = MONTHS_APART[self.rhythm]
        rounds = (_month_number(after) - _month_number(anchor)) // apart
        number = self.month_day or anchor.day
        this = _day_of_month(_month_number(anchor) + rounds * apart, number)
        return this if this > after else _day_of_month(_month_number(anchor) + (rounds + 1) * apart, number)


def _month_day(text: str) -> int:
    if text == "last":
        return LAST_OF_MONTH
    number = int(text)
    if not 1 <= number < LAST_OF_MONTH:
        raise ValueError(f"not a day of a month: {number}")
    return number


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_of_month(month_number: int, number: int) -> date:
    first = date(month_number // 12, month_number % 12 + 1, 1)
    following = date((month_number + 1) // 12, (month_number + 1) % 12 + 1, 1)
    return min(first + timedelta(days=number - 1), following - ONE_DAY)
