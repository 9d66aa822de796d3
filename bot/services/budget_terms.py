"""What a budget is to say from now on: what a person changes of it, and what had been carried so far stays carried."""

from datetime import date

import msgspec

from bot.domain.budget import Budget, Interval, planned
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.budgeting import carried_into, period_of

LAST_DAY_OF_A_MONTH, LAST_DAY_OF_A_WEEK = 31, 6


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a budget; None leaves it as it is, or as usual where it is new."""

    limit: Money | None = None
    interval: Interval | None = None
    start_day: int | None = None
    rolls_over: bool | None = None


def new_budget(visit: Visit, word: str | None, limit: Money, terms: Terms) -> Budget:
    """A budget on a word, or on everything. Raises Refused for a day on which no such period begins."""
    interval = terms.interval or "monthly"
    budget = planned(word, limit, interval)
    budget = msgspec.structs.replace(budget, starts_on=starts_on(interval, terms.start_day))
    return _rolling(budget, _first_day(visit, budget)) if terms.rolls_over else budget


async def changed_budget(tx: Tx, visit: Visit, before: Budget, terms: Terms) -> Budget:
    """The same budget under other terms: what was carried into its running period is kept. Raises Refused as above."""
    interval = terms.interval or before.interval
    day = before.starts_on if interval == before.interval else 0
    after = msgspec.structs.replace(
        before,
        interval=interval,
        limit=terms.limit or before.limit,
        starts_on=day if terms.start_day is None else starts_on(interval, terms.start_day),
    )
    rolls = before.rolls_over_from is not None if terms.rolls_over is None else terms.rolls_over
    if not rolls:
        return _rolling(after, None)
    if before.rolls_over_from is None:
        return _rolling(after, _first_day(visit, after))
    if after == before:
        return before
    carried = await carried_into(tx, visit, before, period_of(visit, before, visit.today))
    kept = carried.minor if carried.currency == after.limit.currency else 0
    return _rolling(after, _first_day(visit, after), kept)


def starts_on(interval: Interval, day: int | None) -> int:
    """``Budget.starts_on`` for a day of the month (1 to 31), or of a week (0 is Monday)."""
    if day is None:
        return 0
    if interval == "yearly":
        raise Refused("budget_year_start")
    if interval == "weekly":
        if not 0 <= day <= LAST_DAY_OF_A_WEEK:
            raise Refused("budget_week_start")
        return day + 1
    if not 1 <= day <= LAST_DAY_OF_A_MONTH:
        raise Refused("budget_month_start")
    return 0 if day == 1 else day


def _first_day(visit: Visit, budget: Budget) -> date:
    return period_of(visit, budget, visit.today).first


def _rolling(budget: Budget, since: date | None, brought_minor: int = 0) -> Budget:
    return msgspec.structs.replace(budget, rolls_over_from=since, brought_minor=brought_minor)
