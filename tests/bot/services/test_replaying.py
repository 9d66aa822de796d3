"""Rebuilding from the journal comes to what the books say, whatever was done."""

import asyncio
import tempfile
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.act import Act, BudgetSet, Merged, Undone
from bot.domain.booking import Entry
from bot.domain.budget import Budget
from bot.domain.ids import ActId, BookingId, BudgetId
from bot.domain.letter import Address
from bot.domain.money import Money
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.codes import Grant
from bot.ports.store import Store
from bot.services.linking import link_address
from bot.services.replaying import Rebuilt, rebuild
from tests.bot.services.deeds import allow, amend, book, bookings, budgets, remove, undo
from tests.clocks import NOON
from tests.entries import spent
from tests.kept import fresh_store
from tests.visits import ANN, BOB, visit_of

WORDS = ("groceries", "lunch", "rent")
# Who, what, on which of their things, and how much.
steps = st.lists(
    st.tuples(
        st.sampled_from([ANN, BOB]),
        st.sampled_from(["book", "book", "amend", "remove", "allow", "undo", "undo", "merge"]),
        st.integers(0, 5),
        st.integers(1, 1000),
    ),
    max_size=30,
)


async def step(store: Store, visit: Visit, deed: str, which: int, minor: int) -> None:
    standing = await bookings(store, visit)
    word = WORDS[which % len(WORDS)]
    if deed == "book":
        await book(store, visit, spent(minor, word))
    elif deed == "allow":
        await allow(store, visit, minor, word)
    elif deed == "undo":
        await undo(store, visit)
    elif deed == "merge":
        await merge(store, visit)
    elif standing and deed == "amend":
        await amend(store, visit, standing[which % len(standing)], spent(minor, word))
    elif standing:
        await remove(store, visit, standing[which % len(standing)])


async def merge(store: Store, visit: Visit) -> None:
    """The first time; later they are one already."""
    other = await visit_of(store, BOB if visit.address.address == ANN else ANN)
    if other.person_id != visit.person_id:
        async with store.transaction() as tx:
            await link_address(tx, visit, Grant(person_id=visit.person_id, links=other.address.id))


async def what_stands(store: Store, visit: Visit) -> tuple[dict[BookingId, Entry], dict[BudgetId, Budget]]:
    standing = {booking.id: booking.entry for booking in await bookings(store, visit)}
    return standing, {budget.id: budget for budget in await budgets(store, visit)}


async def from_journal(store: Store, visit: Visit) -> Rebuilt:
    async with store.transaction() as tx:
        return rebuild(await tx.journal.all(visit.ledger_id))


async def live_through(folder: Path, life: list[tuple[Address, str, int, int]]) -> None:
    store = fresh_store(folder)
    try:
        for message, (address, deed, which, minor) in enumerate(life):
            visit = await visit_of(store, address, message=message // 2)
            await step(store, visit, deed, which, minor)
        for address in (ANN, BOB):
            visit = await visit_of(store, address)
            rebuilt = await from_journal(store, visit)
            assert (rebuilt.bookings, rebuilt.budgets) == await what_stands(store, visit)
    finally:
        await store.close()


AMENDED_AND_BACK = [(ANN, "book", 0, 5), (ANN, "book", 1, 5), (ANN, "amend", 0, 9), (ANN, "undo", 0, 1)]
# Both have a budget on the same; when they become one, what the other did about theirs can no longer be undone.
TWO_BUDGETS = [
    *[(ANN, "allow", 0, 5)] * 2,
    *[(BOB, "allow", 0, 7)] * 2,
    (ANN, "merge", 0, 1),
    *[(ANN, "undo", 0, 1)] * 3,
]

TWO_BUDGETS_LEFT = TWO_BUDGETS[:5]


@given(steps)
@example(AMENDED_AND_BACK)
@example(TWO_BUDGETS)
@example(TWO_BUDGETS_LEFT)
@settings(max_examples=60)
def test_the_journal_alone_comes_to_what_the_books_say(life: list[tuple[Address, str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live_through(Path(folder), life))


def test_a_budget_that_gave_way_stays_away_when_what_changed_it_is_undone() -> None:
    first = Budget(id=BudgetId(7), scope=Scope("all", ""), word="", interval="monthly", limit=Money(100, "USD"))
    second = msgspec.structs.replace(first, limit=Money(200, "USD"))
    deeds = (
        BudgetSet(after=first),
        BudgetSet(after=second, before=first),
        Merged(ledger_id=2, budgets_left=(first.id,)),
        Undone(ActId(1)),
    )
    acts = [Act(id=ActId(n), at=NOON, message_id=None, deed=deed) for n, deed in enumerate(deeds)]
    assert rebuild(acts) == Rebuilt({}, {})


def test_an_empty_journal_is_an_empty_ledger() -> None:
    assert rebuild([]) == Rebuilt({}, {})
