"""A budget: so much for what lies in a scope, over and over, and the marks it passes on the way."""

from datetime import date
from typing import Literal

import msgspec

from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.period import Period, month_of, week_of, year_of
from bot.domain.taxonomy import Scope

Interval = Literal["weekly", "monthly", "yearly"]


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """``word`` is what the person calls it, "" for a budget on everything."""

    id: BudgetId
    scope: Scope
    word: str
    interval: Interval
    limit: Money

    def period_at(self, day: date, *, week_starts_on: int) -> Period:
        """The budget's own period around a day; ``week_starts_on`` 0 is Monday."""
        if self.interval == "weekly":
            return week_of(day, week_starts_on)
        return month_of(day) if self.interval == "monthly" else year_of(day)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a budget stands in one period."""

    budget: Budget
    period: Period
    spent: Money

    @property
    def left(self) -> Money:
        """What may still be spent; negative when the budget is overspent."""
        return self.budget.limit - self.spent

    @property
    def percent(self) -> int:
        """Whole percent spent, rounded down: 100 only when all of it is gone."""
        return self.spent.minor * 100 // self.budget.limit.minor if self.budget.limit.minor else 100


def thresholds_passed(limit: Money, before: Money, after: Money, thresholds: tuple[int, ...]) -> tuple[int, ...]:
    """The marks, in percent and rising, that lie above ``before`` and are reached (≥) by ``after``."""
    return tuple(mark for mark in sorted(thresholds) if before.minor * 100 < limit.minor * mark <= after.minor * 100)
