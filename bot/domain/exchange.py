"""What one currency is worth in another on a day: a daily table, such as central banks publish."""

from bisect import bisect_left
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

import msgspec

from bot.domain.money import LARGEST_MINOR, Money, exponent_of

# Rates are published on working days; the longest pause of a year is a week.
NEAR_ENOUGH_DAYS = 7


class Rates(msgspec.Struct, frozen=True):
    """For each day, rising, how much of a currency one unit of ``base`` buys."""

    base: str
    days: tuple[tuple[date, dict[str, Decimal]], ...]

    def worth(self, money: Money, currency: str, on: date) -> Money | None:
        """Rounded half to even; None when no day near enough has both currencies, or it comes to nothing."""
        for _, table in self._near(on):
            source, target = self._rate(table, money.currency), self._rate(table, currency)
            if source and target:
                amount = money.amount * target / source
                minor = int(amount.scaleb(exponent_of(currency)).to_integral_value(ROUND_HALF_EVEN))
                return Money(minor, currency) if 0 < abs(minor) <= LARGEST_MINOR else None
        return None

    def _rate(self, table: dict[str, Decimal], currency: str) -> Decimal | None:
        return Decimal(1) if currency == self.base else table.get(currency)

    def _near(self, on: date) -> list[tuple[date, dict[str, Decimal]]]:
        """The days near enough, the nearest first, of two as near the earlier."""
        at = bisect_left(self.days, on, key=lambda day: day[0])
        around = self.days[max(0, at - NEAR_ENOUGH_DAYS) : at + NEAR_ENOUGH_DAYS]
        near = [day for day in around if abs((day[0] - on).days) <= NEAR_ENOUGH_DAYS]
        return sorted(near, key=lambda day: (abs((day[0] - on).days), day[0]))
