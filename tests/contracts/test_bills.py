"""The bills port: what a ledger's people pay again and again, removed and brought back under its id."""

from datetime import date

import msgspec

from bot.domain.bill import Bill
from bot.domain.ids import BillId
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.visits import ANN, BOB, visit_of

NETFLIX = Bill(
    id=BillId(0),
    word="subscriptions",
    merchant="netflix",
    amount=Money(15_99, "USD"),
    recurrence="monthly:20",
    starts_on=date(2026, 11, 20),
)
RENT = Bill(
    id=BillId(0),
    word="rent",
    merchant="",
    amount=Money(1200_00, "EUR"),
    recurrence="monthly:last",
    starts_on=date(2026, 11, 30),
    paid_through=date(2026, 10, 31),
    found=True,
)


async def add(store: Store, visit: Visit, bill: Bill) -> Bill:
    async with store.transaction() as tx:
        return await tx.bills.add(visit.ledger_id, visit.person_id, bill)


async def bills(store: Store, visit: Visit) -> list[Bill]:
    async with store.transaction() as tx:
        return await tx.bills.all(visit.ledger_id)


async def test_a_bill_is_kept_whole_under_an_id_the_oldest_first(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    netflix, rent = await add(store, ann, NETFLIX), await add(store, ann, RENT)
    assert [msgspec.structs.replace(each, id=BillId(0)) for each in (netflix, rent)] == [NETFLIX, RENT]
    assert netflix.id != rent.id
    assert await bills(store, ann) == [netflix, rent]
    assert await bills(store, bob) == []
    async with store.transaction() as tx:
        assert await tx.bills.one(ann.ledger_id, rent.id) == rent
        assert await tx.bills.one(bob.ledger_id, rent.id) is None


async def test_a_bill_changes_in_its_own_ledger_alone(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    netflix = await add(store, ann, NETFLIX)
    changed = msgspec.structs.replace(RENT, id=netflix.id)
    async with store.transaction() as tx:
        await tx.bills.change(bob.ledger_id, changed)
    assert await bills(store, ann) == [netflix]
    async with store.transaction() as tx:
        await tx.bills.change(ann.ledger_id, changed)
    assert await bills(store, ann) == [changed]


async def test_a_removed_bill_is_not_there_and_comes_back_as_it_was(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    netflix = await add(store, ann, NETFLIX)
    async with store.transaction() as tx:
        assert not await tx.bills.set_removed(bob.ledger_id, netflix.id, removed=True)
        assert await tx.bills.set_removed(ann.ledger_id, netflix.id, removed=True)
        assert not await tx.bills.set_removed(ann.ledger_id, netflix.id, removed=True)
        assert await tx.bills.one(ann.ledger_id, netflix.id) is None
        assert await tx.bills.all(ann.ledger_id) == []
        assert await tx.bills.set_removed(ann.ledger_id, netflix.id, removed=False)
    assert await bills(store, ann) == [netflix]


async def test_bills_come_along_into_another_ledger(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    rent, netflix = await add(store, ann, RENT), await add(store, bob, NETFLIX)
    async with store.transaction() as tx:
        await tx.bills.move(bob.ledger_id, ann.ledger_id, ann.person_id)
    assert await bills(store, ann) == [rent, netflix]
    assert await bills(store, bob) == []
