"""The conversations port: a person's own, in order, few and not old."""

from datetime import timedelta

from bot.ports.conversations import Exchange
from bot.ports.store import Store
from tests.clocks import NOON
from tests.shelves import Shelf
from tests.visits import ANN, BOB, visit_of

HOUR = timedelta(hours=1)


def said(number: int) -> Exchange:
    return Exchange(f"what about {number}?", ("spending_query", "balance"))


async def test_what_was_said_comes_back_in_order_and_only_to_its_person(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        for number in range(12):
            await tx.conversations.note(ann.person_id, said(number), at=NOON + number * HOUR)
        assert await tx.conversations.lately(ann.person_id, NOON) == [said(number) for number in range(4, 12)]
        assert await tx.conversations.lately(ann.person_id, NOON + 10 * HOUR) == [said(10), said(11)]
        assert await tx.conversations.lately(bob.person_id, NOON) == []


async def test_what_is_old_is_forgotten(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        await tx.conversations.note(ann.person_id, said(1), at=NOON)
        await tx.conversations.note(bob.person_id, said(2), at=NOON + HOUR)
        await tx.conversations.note(ann.person_id, said(3), at=NOON + 2 * HOUR)
        assert await tx.conversations.forget(NOON + 2 * HOUR, 1) == 1
        assert await tx.conversations.forget(NOON + 2 * HOUR, 5) == 1
        assert await tx.conversations.lately(ann.person_id, NOON) == [said(3)]
        await tx.conversations.forget_of(ann.person_id)
        assert await tx.conversations.lately(ann.person_id, NOON) == []


async def test_words_under_a_lost_key_are_missed_and_no_fault(shelf: Shelf) -> None:
    before = shelf.open("an old key that nobody has any more")
    ann = await visit_of(before, ANN)
    async with before.transaction() as tx:
        await tx.conversations.note(ann.person_id, said(1), at=NOON)
    await before.close()
    after = shelf.open("another key, of thirty-two characters and more")
    async with after.transaction() as tx:
        assert await tx.conversations.lately(ann.person_id, NOON) == []
