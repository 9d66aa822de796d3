"""The terms of a budget: one thing said leaves the others, and what had been carried stays carried."""

from datetime import date, timedelta

import pytest

from bot.domain.budget import Budget, Interval, Standing
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.budget_terms import Terms, changed_budget, new_budget, starts_on
from bot.services.budgeting import period_of, set_budget, standing_of
from tests.bot.services.deeds import book, later
from tests.entries import spent
from tests.visits import visit_of

A_MONTH = timedelta(days=30)
ROLLING = Terms(rolls_over=True)


def dollars(whole: int) -> Money:
    return Money(whole * 100, "USD")


async def begin(store: Store, visit: Visit, terms: Terms, whole: int = 400) -> Budget:
    async with store.transaction() as tx:
        budget, _ = await set_budget(tx, visit, new_budget(visit, "groceries", dollars(whole), terms))
    return budget


async def change(store: Store, visit: Visit, before: Budget, terms: Terms) -> Budget:
    async with store.transaction() as tx:
        budget, _ = await set_budget(tx, visit, await changed_budget(tx, visit, before, terms))
    return budget


async def standing_at(store: Store, visit: Visit, budget: Budget, day: date) -> Standing:
    async with store.transaction() as tx:
        return await standing_of(tx, visit, budget, period_of(visit, budget, day))


async def carried(store: Store, visit: Visit, budget: Budget) -> int:
    return (await standing_at(store, visit, budget, visit.today)).carried.minor


async def test_what_is_left_is_carried_over_and_so_is_what_was_overspent(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, ROLLING)
    await book(store, visit, spent(100_00))
    assert await carried(store, visit, budget) == 0
    december = later(visit, A_MONTH)
    assert await carried(store, december, budget) == 300_00
    await book(store, december, spent(800_00, day=december.today))
    january = later(december, A_MONTH)
    assert await carried(store, january, budget) == -100_00
    assert (await standing_at(store, january, budget, january.today)).limit == dollars(300)


async def test_nothing_is_carried_from_before_it_rolled(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, Terms())
    await book(store, visit, spent(100_00))
    december = later(visit, A_MONTH)
    budget = await change(store, december, budget, ROLLING)
    assert await carried(store, december, budget) == 0
    assert await carried(store, later(december, A_MONTH), budget) == 400_00


@pytest.mark.parametrize("terms", [Terms(limit=dollars(500)), Terms(limit=dollars(500), rolls_over=True)])
async def test_another_limit_keeps_what_had_been_carried_so_far(store: Store, terms: Terms) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, ROLLING)
    await book(store, visit, spent(100_00))
    december = later(visit, A_MONTH)
    raised = await change(store, december, budget, terms)
    assert raised.brought_minor == 300_00
    assert await carried(store, december, raised) == 300_00
    assert await carried(store, later(december, A_MONTH), raised) == 800_00


async def test_the_same_terms_again_change_nothing(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, ROLLING)
    december = later(visit, A_MONTH)
    assert await change(store, december, budget, Terms(limit=dollars(400), rolls_over=True)) == budget


async def test_one_thing_said_leaves_the_others(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, Terms(start_day=25))
    rolling = await change(store, visit, budget, ROLLING)
    raised = await change(store, visit, rolling, Terms(limit=dollars(500)))
    assert (raised.starts_on, raised.limit, raised.rolls_over_from) == (25, dollars(500), date(2026, 10, 25))
    still = await change(store, visit, raised, Terms(rolls_over=False))
    assert (still.starts_on, still.limit, still.rolls_over_from) == (25, dollars(500), None)


async def test_another_interval_has_days_of_its_own(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, Terms(start_day=25))
    weekly = await change(store, visit, budget, Terms(interval="weekly"))
    assert (weekly.interval, weekly.starts_on) == ("weekly", 0)


async def test_another_currency_takes_nothing_along(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, ROLLING)
    december = later(visit, A_MONTH)
    euros = await change(store, december, budget, Terms(limit=Money(300_00, "EUR")))
    assert (euros.brought_minor, await carried(store, december, euros)) == (0, 0)


async def test_a_period_begins_on_pay_day(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, Terms(start_day=25))
    for day, minor in ((date(2026, 10, 24), 1_00), (date(2026, 10, 25), 2_00), (date(2026, 11, 24), 4_00)):
        await book(store, visit, spent(minor, day=day))
    standing = await standing_at(store, visit, budget, visit.today)
    assert standing.period == Period(date(2026, 10, 25), date(2026, 11, 24))
    assert standing.spent.minor == 6_00


async def test_a_week_begins_on_the_day_that_was_said(store: Store) -> None:
    visit = await visit_of(store)
    budget = await begin(store, visit, Terms(interval="weekly", start_day=5))
    assert period_of(visit, budget, visit.today) == Period(date(2026, 11, 14), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("interval", "day", "kept"),
    [("monthly", None, 0), ("monthly", 1, 0), ("monthly", 31, 31), ("weekly", 0, 1), ("weekly", 6, 7)],
)
def test_days_on_which_periods_begin(interval: Interval, day: int | None, kept: int) -> None:
    assert starts_on(interval, day) == kept


@pytest.mark.parametrize(
    ("interval", "day"), [("monthly", 0), ("monthly", 32), ("weekly", 7), ("weekly", -1), ("yearly", 1)]
)
def test_days_on_which_none_begins(interval: Interval, day: int) -> None:
    with pytest.raises(Refused):
        starts_on(interval, day)
