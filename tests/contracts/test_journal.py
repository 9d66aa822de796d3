"""The journal port: what was done, for ever, undone at most once."""

from datetime import date, datetime, timedelta

import pytest

from bot.domain.act import Amended, Booked, BudgetSet, Deed, Merged, PreferenceSet, Removed, Undone
from bot.domain.booking import Booking
from bot.domain.budget import Budget
from bot.domain.errors import Conflict
from bot.domain.ids import ActId, BookingId, BudgetId, MessageId
from bot.domain.money import Money
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.entries import earned, spent
from tests.visits import ANN, BOB, visit_of

GROCERIES = Booking(id=BookingId(1), entry=spent(4530))
BUDGET = Budget(
    id=BudgetId(1), scope=Scope("leaf", "groceries"), word="groceries", interval="monthly", limit=Money(400_00, "USD")
)
DEEDS: list[Deed] = [
    Booked(GROCERIES),
    Amended(booking_id=BookingId(1), before=spent(4530), after=earned(1, "gift", date(2026, 1, 2), currency="JPY")),
    Removed(GROCERIES),
    BudgetSet(after=BUDGET),
    BudgetSet(after=BUDGET, before=BUDGET),
    PreferenceSet(key="timezone", before="UTC", after="Europe/Berlin"),
    Merged(ledger_id=2, budgets_left=(BudgetId(7),)),
]


async def write(store: Store, visit: Visit, deed: Deed, *, at: datetime = NOON) -> ActId:
    async with store.transaction() as tx:
        return await tx.journal.write(visit.ledger_id, visit.person_id, deed, at=at, message_id=visit.message_id)


async def undoable(store: Store, visit: Visit, since: datetime = NOON) -> list[Deed]:
    async with store.transaction() as tx:
        return [act.deed for act in await tx.journal.undoable(visit.person_id, since)]


async def test_deeds_read_as_they_were_written_in_their_order(store: Store) -> None:
    visit = await visit_of(store)
    for deed in DEEDS:
        await write(store, visit, deed)
    async with store.transaction() as tx:
        acts = await tx.journal.all(visit.ledger_id)
    assert [act.deed for act in acts] == DEEDS
    assert {act.at for act in acts} == {NOON}


async def test_the_message_that_asked_for_it_is_noted(store: Store) -> None:
    visit = await visit_of(store, message=7)
    await write(store, visit, DEEDS[0])
    async with store.transaction() as tx:
        (act,) = await tx.journal.undoable(visit.person_id, NOON)
    assert act.message_id == MessageId(7)


async def test_what_is_undone_is_not_offered_again_and_an_undoing_never(store: Store) -> None:
    visit = await visit_of(store)
    first = await write(store, visit, DEEDS[0])
    await write(store, visit, DEEDS[1])
    await write(store, visit, Undone(first))
    assert await undoable(store, visit) == [DEEDS[1]]


async def test_an_act_is_undone_once(store: Store) -> None:
    visit = await visit_of(store)
    first = await write(store, visit, DEEDS[0])
    await write(store, visit, Undone(first))
    with pytest.raises(Conflict):
        await write(store, visit, Undone(first))


async def test_a_merger_cannot_be_undone(store: Store) -> None:
    visit = await visit_of(store)
    await write(store, visit, Merged(ledger_id=2))
    assert await undoable(store, visit) == []


async def test_only_ones_own_acts_since_then_are_offered_the_newest_first(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await write(store, ann, DEEDS[0], at=NOON - timedelta(seconds=1))
    await write(store, ann, DEEDS[1])
    await write(store, bob, DEEDS[2])
    await write(store, ann, DEEDS[3])
    assert await undoable(store, ann) == [DEEDS[3], DEEDS[1]]


async def test_at_most_fifty_are_offered(store: Store) -> None:
    visit = await visit_of(store)
    for _ in range(51):
        await write(store, visit, DEEDS[0])
    assert len(await undoable(store, visit)) == 50


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM act",
        "UPDATE act SET deed = '{}'",
        "UPDATE act SET at = 0",
        "UPDATE act SET undoes = id",
        "UPDATE act SET message_id = 1",
        "UPDATE act SET id = id + 1",
    ],
)
async def test_the_database_itself_refuses_to_change_history(shelf: Shelf, sql: str) -> None:
    store = shelf.open()
    await write(store, await visit_of(store), DEEDS[0])
    with pytest.raises(Exception, match="append-only"):
        shelf.change(sql)


async def test_two_histories_become_one(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await write(store, ann, DEEDS[0])
    await write(store, bob, DEEDS[3])
    await write(store, ann, DEEDS[5])
    async with store.transaction() as tx:
        await tx.journal.move(bob.ledger_id, ann.ledger_id, ann.person_id)
        assert [act.deed for act in await tx.journal.all(ann.ledger_id)] == [DEEDS[0], DEEDS[3], DEEDS[5]]
        assert await tx.journal.all(bob.ledger_id) == []
    assert await undoable(store, ann) == [DEEDS[5], DEEDS[3], DEEDS[0]]
    assert await undoable(store, bob) == []


async def test_what_a_message_did_is_offered_whole_however_much_it_was(store: Store) -> None:
    earlier, visit, later = [await visit_of(store, message=message) for message in (7, 8, 9)]
    await write(store, earlier, DEEDS[4])
    for _ in range(120):
        await write(store, visit, DEEDS[0])
    await write(store, later, DEEDS[1])
    assert await undoable(store, visit) == [DEEDS[1], *[DEEDS[0]] * 120]
