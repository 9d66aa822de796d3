"""Budgets: what they count, in which period, and which of them a booking touches."""

from datetime import date

import msgspec
import pytest

from bot.domain.budget import Interval
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.budgeting import period_of, standing_of, standings_touched
from tests.bot.services.deeds import allow, book
from tests.entries import earned, spent
from tests.visits import visit_of


async def touched(store: Store, visit: Visit, word: str) -> list[tuple[str, str]]:
    """Kind of scope and what is spent, for each budget that counts this word, the narrowest first."""
    async with store.transaction() as tx:
        standings = await standings_touched(tx, visit, spent(1, word))
    return [(each.budget.scope.kind, str(each.spent.amount)) for each in standings]


async def test_a_booking_counts_into_every_budget_it_lies_under(store: Store) -> None:
    visit = await visit_of(store)
    for word in (None, "food", "eating out", "lunch"):
        await allow(store, visit, 400, word)
    for word, minor in (("lunch", 1_00), ("eating out", 2_00), ("groceries", 4_00), ("rent", 8_00)):
        await book(store, visit, spent(minor, word))
    assert await touched(store, visit, "lunch") == [
        ("word", "1.00"),
        ("leaf", "3.00"),
        ("group", "7.00"),
        ("all", "15.00"),
    ]
    assert await touched(store, visit, "groceries") == [("group", "7.00"), ("all", "15.00")]
    assert await touched(store, visit, "rent") == [("all", "15.00")]


async def test_income_and_other_currencies_count_into_no_budget(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 400, None)
    for entry in (spent(1_00), spent(50_00, currency="EUR"), spent(50, currency="JPY"), earned(90_00)):
        await book(store, visit, entry)
    async with store.transaction() as tx:
        standing = await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
        assert standing.spent == Money(1_00, "USD")
        assert await standings_touched(tx, visit, spent(1, currency="EUR")) == []
        assert await standings_touched(tx, visit, earned(1)) == []


@pytest.mark.parametrize(
    ("interval", "counted"),
    [("weekly", "1.00"), ("monthly", "3.00"), ("yearly", "7.00")],
)
async def test_only_its_own_period_counts(store: Store, interval: Interval, counted: str) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 400, None, interval)
    for minor, day in (
        (1_00, date(2026, 11, 15)),  # the Sunday that this week began with
        (2_00, date(2026, 11, 14)),
        (4_00, date(2026, 1, 1)),
        (8_00, date(2025, 12, 31)),
    ):
        await book(store, visit, spent(minor, day=day))
    async with store.transaction() as tx:
        standing = await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
    assert str(standing.spent.amount) == counted


async def test_weeks_begin_as_the_persons_locale_has_them(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 400, None, "weekly")
    german = msgspec.structs.replace(visit, person=msgspec.structs.replace(visit.person, locale="de-DE"))
    sunday = date(2026, 11, 15)
    assert period_of(visit, budget, sunday).first == sunday
    assert period_of(german, budget, sunday).last == sunday


@pytest.mark.parametrize("whole", [0, -1])
async def test_a_limit_that_is_not_positive_is_refused(store: Store, whole: int) -> None:
    visit = await visit_of(store)
    with pytest.raises(Refused):
        await allow(store, visit, whole)
