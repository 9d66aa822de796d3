"""Accounts: what is in them on any day, exactly, whatever was booked before or after it."""

from datetime import date, timedelta

import msgspec
import pytest

from bot.domain.booking import MAIN_ACCOUNT, OPENING, Entry, asset
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.accounts import account_meant, balances_on, set_balance
from tests.bot.services.deeds import book, bookings, undo
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of

YESTERDAY, TOMORROW = WEDNESDAY - timedelta(days=1), WEDNESDAY + timedelta(days=1)
SAVINGS = asset("savings")


async def held(store: Store, visit: Visit, day: date = WEDNESDAY) -> dict[tuple[str, str], int]:
    """Minor units by account and currency."""
    async with store.transaction() as tx:
        found = await balances_on(tx, visit, day)
    return {(each.place.word, each.amount.currency): each.amount.minor for each in found}


async def say(store: Store, visit: Visit, minor: int, day: date = WEDNESDAY, *, currency: str = "USD") -> Entry | None:
    """Says what is in the savings account; what was booked for it."""
    async with store.transaction() as tx:
        booking = await set_balance(tx, visit, SAVINGS, Money(minor, currency), day)
    return booking.entry if booking else None


def moved(minor: int, day: date) -> Entry:
    return Entry(kind="transfer", amount=Money(minor, "USD"), place=SAVINGS, account=MAIN_ACCOUNT, booked_on=day)


async def test_a_day_knows_what_was_booked_until_then(store: Store) -> None:
    visit = await visit_of(store)
    for entry in (earned(1000_00, day=YESTERDAY), moved(300_00, WEDNESDAY), spent(40_00, day=TOMORROW)):
        await book(store, visit, entry)
    assert await held(store, visit, YESTERDAY) == {("main", "USD"): 1000_00, ("savings", "USD"): 0}
    assert await held(store, visit) == {("main", "USD"): 700_00, ("savings", "USD"): 300_00}
    assert await held(store, visit, TOMORROW) == {("main", "USD"): 660_00, ("savings", "USD"): 300_00}


@pytest.mark.parametrize("minor", [0, 1, -500_00, 10**12])
async def test_an_account_holds_exactly_what_was_said(store: Store, minor: int) -> None:
    visit = await visit_of(store)
    for entry in (moved(300_00, YESTERDAY), moved(7_00, TOMORROW)):
        await book(store, visit, entry)
    await say(store, visit, minor)
    assert (await held(store, visit))["savings", "USD"] == minor
    assert (await held(store, visit, TOMORROW))["savings", "USD"] == minor + 7_00


async def test_the_difference_is_booked_and_nothing_where_there_is_none(store: Store) -> None:
    visit = await visit_of(store)
    assert await say(store, visit, 0) is None
    first = await say(store, visit, 500_00)
    assert first == Entry(
        kind="balance", amount=Money(500_00, "USD"), place=OPENING, account=SAVINGS, booked_on=WEDNESDAY
    )
    assert await say(store, visit, 500_00) is None
    second = await say(store, visit, 450_00)
    assert second
    assert second.amount == Money(-50_00, "USD")


async def test_currencies_of_an_account_are_apart(store: Store) -> None:
    visit = await visit_of(store)
    await say(store, visit, 500_00)
    await say(store, visit, 70_00, currency="EUR")
    assert await held(store, visit) == {("savings", "USD"): 500_00, ("savings", "EUR"): 70_00}


async def test_a_balance_of_a_day_gone_by_leaves_what_came_after_it(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, moved(30_00, WEDNESDAY))
    await say(store, visit, 100_00, YESTERDAY)
    assert (await held(store, visit, YESTERDAY))["savings", "USD"] == 100_00
    assert (await held(store, visit))["savings", "USD"] == 130_00


async def test_an_undo_takes_a_balance_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await say(store, visit, 500_00)
    await say(store, msgspec.structs.replace(visit, message_id=2), 450_00)
    await undo(store, msgspec.structs.replace(visit, message_id=3))
    assert await held(store, visit) == {("savings", "USD"): 500_00}
    await undo(store, msgspec.structs.replace(visit, message_id=4))
    assert (await held(store, visit), await bookings(store, visit)) == ({}, [])


@pytest.mark.parametrize(
    ("name", "word", "is_new"),
    [("savings", "Savings", False), ("SAVINGS", "Savings", False), ("main", "main", False), ("visa", "visa", True)],
)
async def test_a_name_means_an_account_however_it_is_spelled(
    store: Store, name: str, word: str, *, is_new: bool
) -> None:
    visit = await visit_of(store)
    await book(store, visit, msgspec.structs.replace(spent(1), account=asset("Savings")))
    async with store.transaction() as tx:
        place, new = await account_meant(tx, visit, name)
    assert (place.word, new) == (word, is_new)
