"""The rhythm of days that something was paid on: what recurs at a steady interval, and goes on."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from bot.domain.period import month_of
from bot.domain.recurrence import MONTHS_APART

# Two of a kind may be chance.
LEAST = 3


class _Steady(msgspec.Struct, frozen=True):
    """A rhythm, how many days apart it is, and by how many a weekend or a holiday moves it."""

    rhythm: str
    apart: float
    give: float

    def has(self, gap: int) -> bool:
        return abs(gap - self.apart) <= self.give


# A month is 28 to 31 days, three on either side; the others in proportion.
_STEADY = (
    _Steady("weekly", 7, 1),
    _Steady("biweekly", 14, 2),
    _Steady("monthly", 29.5, 4.5),
    _Steady("quarterly", 91, 5),
    _Steady("yearly", 365, 7),
)


def rhythm_of(days: Sequence[date], today: date) -> str | None:
    """As a Recurrence is written, of the newest days first; None without one, or where the next is half overdue."""
    gaps = [(later - earlier).days for later, earlier in pairwise(days[:LEAST])]
    found = next((steady for steady in _STEADY if all(map(steady.has, gaps))), None)
    if len(days) < LEAST or found is None or (today - days[0]).days > found.apart * 1.5:
        return None
    return f"monthly:{_day_of_month(days)}" if MONTHS_APART.get(found.rhythm) == 1 else found.rhythm


def _day_of_month(days: Sequence[date]) -> str:
    """The usual one; in doubt the newest's."""
    if all(day == month_of(day).last for day in days):
        return "last"
    return str(Counter(day.day for day in days).most_common(1)[0][0])
