"""Budgets: setting them, and how they stand."""

from datetime import date, timedelta

from bot.domain.act import BudgetRemoved, BudgetSet
from bot.domain.booking import Entry
from bot.domain.budget import Budget, Standing
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.money_words import first_weekday
from bot.domain.period import Period
from bot.domain.taxonomy import covers
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed

# The narrower a budget, the more it tells about one booking.
NARROWEST_FIRST = ("word", "leaf", "group", "all")


async def set_budget(tx: Tx, visit: Visit, wanted: Budget) -> tuple[Budget, Budget | None]:
    """The budget as it is now and as it was before; ``wanted.id`` does not matter, its scope finds it.

    Raises Refused for a limit that is not positive.
    """
    if wanted.limit.minor <= 0:
        raise Refused("amount_not_positive")
    budget, before = await tx.budgets.set(visit.ledger_id, wanted)
    await write_deed(tx, visit, BudgetSet(after=budget, before=before))
    return budget, before


async def remove_budget(tx: Tx, visit: Visit, budget: Budget) -> None:
    await tx.budgets.remove(visit.ledger_id, budget.id)
    await write_deed(tx, visit, BudgetRemoved(budget))


async def standing_of(tx: Tx, visit: Visit, budget: Budget, period: Period) -> Standing:
    """How a budget stands in a period; only bookings in its own currency count."""
    spent = await _spent(tx, visit, budget, period)
    return Standing(budget=budget, period=period, spent=spent, carried=await carried_into(tx, visit, budget, period))


async def carried_into(tx: Tx, visit: Visit, budget: Budget, period: Period) -> Money:
    """What the periods before left over, or overspent, where the budget rolls over."""
    nothing = Money(0, budget.limit.currency)
    if budget.rolls_over_from is None:
        return nothing
    first = period_of(visit, budget, budget.rolls_over_from)
    if period.first < first.first:
        return nothing
    brought = Money(budget.brought_minor, budget.limit.currency)
    if period.first == first.first:
        return brought
    before = Period(first.first, period.first - timedelta(days=1))
    allowed = Money(budget.limit.minor * _periods_within(visit, budget, before), budget.limit.currency)
    return allowed + brought - await _spent(tx, visit, budget, before)


def _periods_within(visit: Visit, budget: Budget, whole: Period) -> int:
    count, day = 0, whole.first
    while day <= whole.last:
        count, day = count + 1, period_of(visit, budget, day).last + timedelta(days=1)
    return count


async def _spent(tx: Tx, visit: Visit, budget: Budget, period: Period) -> Money:
    sums = await tx.books.sums(visit.ledger_id, "expense", budget.scope, period)
    spent = next((each.amount for each in sums if each.amount.currency == budget.limit.currency), None)
    return spent or Money(0, budget.limit.currency)


async def standings_touched(tx: Tx, visit: Visit, entry: Entry) -> list[Standing]:
    """The standings of every budget that counts this entry, the narrowest budget first."""
    if entry.kind != "expense":
        return []
    touched = [
        budget
        for budget in await tx.budgets.all(visit.ledger_id)
        if budget.limit.currency == entry.own.currency and covers(budget.scope, entry.place)
    ]
    touched.sort(key=lambda budget: NARROWEST_FIRST.index(budget.scope.kind))
    return [await standing_of(tx, visit, budget, period_of(visit, budget, entry.booked_on)) for budget in touched]


def period_of(visit: Visit, budget: Budget, day: date) -> Period:
    """The budget's period around a day; weeks begin as the person's locale has them."""
    return budget.period_at(day, week_starts_on=first_weekday(visit.person.locale))
