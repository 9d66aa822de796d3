"""A span of days, both ends included."""

from datetime import date, timedelta

import msgspec


class Period(msgspec.Struct, frozen=True):
    """From the first day to the last, both included; in the person's own calendar."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def month_of(day: date) -> Period:
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(first, following - timedelta(days=1))


def month_from(day: date, starts_on: int) -> Period:
    """The month around a day that begins on a day of its own, the last one where a month is too short for it."""
    if starts_on == 1:
        return month_of(day)
    first = _day_of_month(day, starts_on)
    if first > day:
        first = _day_of_month(month_of(day).first - timedelta(days=1), starts_on)
    following = _day_of_month(month_of(first).last + timedelta(days=1), starts_on)
    return Period(first, following - timedelta(days=1))


def _day_of_month(month: date, number: int) -> date:
    return month.replace(day=min(number, month_of(month).last.day))


def week_of(day: date, starts_on: int = 0) -> Period:
    """``starts_on``: 0 is Monday."""
    first = day - timedelta(days=(day.weekday() - starts_on) % 7)
    return Period(first, first + timedelta(days=6))


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


Run = tuple[str, date, date]
"""A grain (``day`` or ``month``) and the first and last start of a run of that grain."""


def runs_of(period: Period) -> list[Run]:
    """A period as whole months and the days at its edges: the grains that running totals are kept in."""
    first_month = period.first if period.first.day == 1 else month_of(period.first).last + timedelta(days=1)
    last_month = month_of(period.last)
    end_of_months = last_month.last if period.last == last_month.last else last_month.first - timedelta(days=1)
    if first_month > end_of_months:
        return [("day", period.first, period.last)]
    runs: list[Run] = [("month", first_month, end_of_months.replace(day=1))]
    if period.first < first_month:
        runs.append(("day", period.first, first_month - timedelta(days=1)))
    if end_of_months < period.last:
        runs.append(("day", end_of_months + timedelta(days=1), period.last))
    return runs
