"""A budget: so much for what lies in a scope, over and over, and the marks it passes on the way."""

from datetime import date
from typing import Literal

import msgspec

from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.period import Period, month_from, week_of, year_of
from bot.domain.taxonomy import Scope, scope_of

Interval = Literal["weekly", "monthly", "yearly"]


class Budget(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``word`` is what the person calls it, "" for a budget on everything.

    starts_on      the day a period begins: 1 to 31 of a month (31 is its last day), 1 to 7 of a week from Monday;
                   0 is the first of the month, or the week as the person's locale has it
    rolls_over_from  where set, what was left or overspent in the periods from this day on is carried over
    brought_minor  what had been carried up to that day, in minor units of the limit's currency
    """

    id: BudgetId
    scope: Scope
    word: str
    interval: Interval
    limit: Money
    starts_on: int = 0
    rolls_over_from: date | None = None
    brought_minor: int = 0

    def period_at(self, day: date, *, week_starts_on: int) -> Period:
        """The budget's own period around a day; ``week_starts_on`` 0 is Monday."""
        if self.interval == "weekly":
            return week_of(day, self.starts_on - 1 if self.starts_on else week_starts_on)
        return month_from(day, self.starts_on or 1) if self.interval == "monthly" else year_of(day)


def planned(word: str | None, limit: Money, interval: Interval = "monthly") -> Budget:
    """A budget on a word, or on everything, that no ledger has yet."""
    scope = scope_of(word)
    name = "" if scope.kind == "all" else (word or scope.key)
    return Budget(id=BudgetId(0), scope=scope, word=name, interval=interval, limit=limit)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a budget stands in one period; ``carried`` is what earlier periods left over, negative for overspent."""

    budget: Budget
    period: Period
    spent: Money
    carried: Money

    @property
    def limit(self) -> Money:
        """What may be spent in this period."""
        return self.budget.limit + self.carried

    @property
    def left(self) -> Money:
        """What may still be spent; negative when the budget is overspent."""
        return self.limit - self.spent

    @property
    def percent(self) -> int:
        """Whole percent spent, rounded down: 100 only when all of it is gone."""
        return self.spent.minor * 100 // self.limit.minor if self.limit.minor > 0 else 100


def thresholds_passed(limit: Money, before: Money, after: Money, thresholds: tuple[int, ...]) -> tuple[int, ...]:
    """The marks, in percent and rising, that lie above ``before`` and are reached (≥) by ``after``."""
    return tuple(mark for mark in sorted(thresholds) if before.minor * 100 < limit.minor * mark <= after.minor * 100)
