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


def week_of(day: date, starts_on: int = 0) -> Period:
    """``starts_on``: 0 is Monday."""
    first = day - timedelta(days=(day.weekday() - starts_on) % 7)
    return Period(first, first + timedelta(days=6))


def year_of(day: date) -> Period:
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))
