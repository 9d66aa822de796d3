"""The audit: nothing to tell of a sound ledger, and no tampering with one that it does not find."""

import asyncio
from datetime import date

import pytest

from bot.domain.booking import Entry, Share, asset
from bot.domain.budget import planned
from bot.domain.money import Money
from bot.domain.taxonomy import place_of
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.auditing import Audit, audit_ledger
from bot.services.bookkeeping import record_entry
from bot.services.budgeting import set_budget
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.entries import earned, spent
from tests.house import account_turn
from tests.visits import ANN, BOB, visit_of

SHARED = Entry(
    kind="expense",
    amount=Money(6000, "USD"),
    place=place_of("dinner"),
    booked_on=date(2026, 11, 18),
    account=asset("visa"),
    shares=(Share("Ann", Money(2000, "USD")),),
    tags=("trip",),
)


async def lived_in(store: Store) -> Visit:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for entry in (spent(450, "coffee"), spent(4530), earned(240_000), SHARED):
            await record_entry(tx, visit, entry)
        await set_budget(tx, visit, planned("groceries", Money(40_000, "USD")))
    return visit


async def audit(store: Store, visit: Visit) -> Audit:
    async with store.transaction() as tx:
        return await audit_ledger(tx, visit.ledger_id)


async def test_a_sound_ledger_has_no_differences(store: Store) -> None:
    visit = await lived_in(store)
    assert await audit(store, visit) == Audit(acts=5, bookings=4, differences=())


async def test_an_empty_ledger_is_sound(store: Store) -> None:
    assert await audit(store, await visit_of(store)) == Audit(acts=0, bookings=0, differences=())


@pytest.mark.parametrize(
    ("tampering", "differences"),
    [
        ("UPDATE booking SET amount_minor = amount_minor + 1 WHERE amount_minor = 450", 1),
        ("UPDATE booking SET merchant = 'elsewhere' WHERE amount_minor = 4530", 1),
        ("UPDATE booking SET shares = '' WHERE amount_minor = 6000", 1),
        ("UPDATE booking SET removed = 1 WHERE amount_minor = 450", 1),
        ("UPDATE total SET amount_minor = amount_minor + 1 WHERE span = 'ever' AND amount_minor = 2000", 1),
        ("DELETE FROM total WHERE span = 'month' AND amount_minor = 450", 1),
        ("UPDATE account SET leaf = 'rent', grp = 'housing' WHERE word = 'coffee'", 1),
        ("UPDATE budget SET amount_minor = 1", 1),
        ("UPDATE budget SET removed = 1", 1),
    ],
)
async def test_what_was_tampered_with_is_found(shelf: Shelf, tampering: str, differences: int) -> None:
    store = shelf.open()
    visit = await lived_in(store)
    shelf.change(tampering)
    assert len((await audit(store, visit)).differences) == differences


async def test_one_ledgers_audit_does_not_look_at_anothers(shelf: Shelf) -> None:
    store = shelf.open()
    await lived_in(store)
    bob = await visit_of(store, BOB)
    assert bob.ledger_id != (await visit_of(store, ANN)).ledger_id
    shelf.change("UPDATE booking SET amount_minor = amount_minor + 1")
    assert (await audit(store, bob)).differences == ()


async def test_an_audit_waits_for_who_is_in_the_middle_of_a_booking(shelf: Shelf) -> None:
    store, other = shelf.open(), shelf.open()
    visit = await visit_of(store)
    accounts = account_turn(other)
    async with store.transaction() as tx:
        await tx.people.caller(ANN, NOON)
        await record_entry(tx, visit, spent(450, "coffee"))
        auditing = asyncio.create_task(accounts.audit())
        await shelf.stands_still(auditing)
    assert await auditing == [(visit.ledger_id, Audit(acts=1, bookings=1, differences=()))]
