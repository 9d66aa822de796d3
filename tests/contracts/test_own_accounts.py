"""Accounts of one's own: whose balance was said, and what a period moved; each ledger for itself."""

from datetime import timedelta

import msgspec

from bot.domain.booking import OPENING, Entry, asset
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import BOB, visit_of

SAVINGS, VISA = asset("Savings"), asset("visa")


def balance(account: Place, minor: int, currency: str = "USD") -> Entry:
    return Entry(kind="balance", amount=Money(minor, currency), place=OPENING, account=account, booked_on=WEDNESDAY)


async def stated(store: Store, visit: Visit) -> set[tuple[str, str]]:
    async with store.transaction() as tx:
        found = await tx.books.stated(visit.ledger_id)
    assert len(found) == len(set(found))
    return {(place.word, currency) for place, currency in found}


async def test_an_account_is_stated_in_each_currency_until_that_is_taken_back(store: Store) -> None:
    visit = await visit_of(store)
    entries = (balance(SAVINGS, 5), balance(SAVINGS, -2), balance(SAVINGS, 5, "EUR"), balance(VISA, -3))
    async with store.transaction() as tx:
        await tx.books.add(visit.ledger_id, visit.person_id, msgspec.structs.replace(spent(1), account=asset("chase")))
        added = [await tx.books.add(visit.ledger_id, visit.person_id, entry) for entry in entries]
    assert await stated(store, visit) == {("Savings", "USD"), ("Savings", "EUR"), ("visa", "USD")}
    async with store.transaction() as tx:
        await tx.books.remove(visit.ledger_id, added[0])
        await tx.books.remove(visit.ledger_id, added[3])
    assert await stated(store, visit) == {("Savings", "USD"), ("Savings", "EUR")}


async def test_what_one_ledger_says_is_not_said_in_another(store: Store) -> None:
    ann, bob = await visit_of(store), await visit_of(store, BOB)
    async with store.transaction() as tx:
        await tx.books.add(ann.ledger_id, ann.person_id, balance(SAVINGS, 5))
    assert await stated(store, bob) == set()


async def test_a_period_moves_what_its_standing_bookings_do(store: Store) -> None:
    ann, bob = await visit_of(store), await visit_of(store, BOB)
    before = msgspec.structs.replace(spent(100), booked_on=WEDNESDAY - timedelta(days=1))
    move = Entry(kind="transfer", amount=Money(30, "USD"), place=SAVINGS, booked_on=WEDNESDAY)
    async with store.transaction() as tx:
        for entry in (before, spent(7), spent(1, currency="EUR"), earned(50), move, balance(SAVINGS, 4)):
            await tx.books.add(ann.ledger_id, ann.person_id, entry)
        gone = await tx.books.add(ann.ledger_id, ann.person_id, spent(1000))
        await tx.books.remove(ann.ledger_id, gone)
        found = await tx.books.moved(ann.ledger_id, Period(WEDNESDAY, WEDNESDAY))
        assert await tx.books.moved(bob.ledger_id, Period(WEDNESDAY, WEDNESDAY)) == []
    assert {(each.place.word, each.amount.currency): each.amount.minor for each in found} == {
        ("main", "USD"): 13,
        ("main", "EUR"): -1,
        ("Savings", "USD"): 34,
    }
