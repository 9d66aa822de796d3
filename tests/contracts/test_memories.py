"""The memories port: one of a kind and subject, sealed, a person's own, and gone when it is forgotten."""

from datetime import timedelta

import pytest

from adapters.sql_store.memories import MOST_KEPT
from bot.domain.errors import Refused
from bot.domain.memory import KeptMemory, Memory
from bot.domain.visit import Visit
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile
from tests.visits import ANN, BOB, visit_of

SISTER = Memory("person", "Zoë", "sister")
BORN = Memory("birthday", "Zoë", "05-14")
WORK = Memory("employer", "", "Acme")
LATER = NOON + timedelta(days=1)


async def keep(store: Store, visit: Visit, *memories: Memory) -> list[KeptMemory]:
    async with store.transaction() as tx:
        return [await tx.memories.keep(visit.person_id, memory, at=visit.now) for memory in memories]


async def known(store: Store, visit: Visit) -> list[Memory]:
    async with store.transaction() as tx:
        return [kept.memory for kept in await tx.memories.all(visit.person_id)]


async def vectors(store: Store, visit: Visit) -> list[tuple[str, tuple[float, ...]]]:
    async with store.transaction() as tx:
        return [(kept.vector_model, kept.vector) for kept in await tx.memories.all(visit.person_id)]


async def test_memories_are_kept_the_oldest_first_and_are_there_after_a_reopening(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())
    kept = await keep(shelf.open(), visit, SISTER, BORN, WORK)
    assert len({each.id for each in kept}) == 3
    assert await known(shelf.open(), visit) == [SISTER, BORN, WORK]


async def test_a_newer_one_of_a_kind_and_subject_takes_the_place_of_the_older(store: Store) -> None:
    visit = await visit_of(store)
    ((first, _), cousin) = await keep(store, visit, SISTER, WORK), Memory("person", "zoe", "cousin")
    async with store.transaction() as tx:
        await tx.memories.give_vector(visit.person_id, first.id, "small", (1.0, 0.0))
    (second,) = await keep(store, await visit_of(store, at=LATER), cousin)
    assert second.id == first.id
    assert await known(store, visit) == [WORK, cousin]
    assert await vectors(store, visit) == [("", ()), ("", ())]


async def test_what_is_forgotten_is_deleted(shelf: Shelf) -> None:
    store = shelf.open()
    visit = await visit_of(store)
    sister, _ = await keep(store, visit, SISTER, WORK)
    async with store.transaction() as tx:
        forgotten = [await tx.memories.forget(visit.person_id, sister.id) for _ in range(2)]
    assert forgotten == [True, False]
    assert await known(store, visit) == [WORK]
    async with store.transaction() as tx:
        assert await tx.memories.forget_all(visit.person_id) == 1
    assert shelf.rows("SELECT id FROM memory") == []


async def test_another_persons_memory_is_neither_seen_nor_touched(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    (sister,) = await keep(store, ann, SISTER)
    async with store.transaction() as tx:
        assert not await tx.memories.forget(bob.person_id, sister.id)
        await tx.memories.give_vector(bob.person_id, sister.id, "small", (1.0,))
        assert await tx.memories.forget_all(bob.person_id) == 0
    assert await known(store, bob) == []
    assert await vectors(store, ann) == [("", ())]


async def test_a_vector_comes_back_as_near_as_four_bytes_a_number_are(store: Store) -> None:
    visit = await visit_of(store)
    (sister,) = await keep(store, visit, SISTER)
    async with store.transaction() as tx:
        await tx.memories.give_vector(visit.person_id, sister.id, "small", (0.1, -0.25, 0.0))
    ((model, vector),) = await vectors(store, visit)
    assert model == "small"
    assert vector == pytest.approx((0.1, -0.25, 0.0), abs=1e-7)


async def test_there_is_a_most_and_nothing_is_pushed_out_by_what_is_new(shelf: Shelf) -> None:
    store = shelf.open()
    visit = await visit_of(store)
    await keep(store, visit, *(Memory("person", f"{number}", "friend") for number in range(MOST_KEPT)))
    with pytest.raises(Refused) as refused:
        await keep(store, visit, SISTER)
    assert refused.value.reason == "memory_full"
    await keep(store, visit, Memory("person", "7", "cousin"))
    assert shelf.rows("SELECT count(*) FROM memory") == [(MOST_KEPT,)]


async def test_memories_come_along_and_the_ones_who_stay_keep_their_own(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await keep(store, ann, WORK)
    await keep(store, bob, Memory("employer", "", "Globex"), SISTER)
    async with store.transaction() as tx:
        await tx.memories.move(bob.person_id, ann.person_id)
    assert await known(store, ann) == [WORK, SISTER]
    assert await known(store, bob) == []
    await keep(store, await visit_of(store, ANN, at=LATER), Memory("person", "Zoë", "cousin"))
    assert await known(store, ann) == [WORK, Memory("person", "Zoë", "cousin")]


async def test_neither_names_nor_vectors_are_readable_at_rest_nor_who_shares_a_name(shelf: Shelf) -> None:
    store = shelf.open()
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    (work,) = await keep(store, ann, WORK)
    await keep(store, bob, WORK)
    async with store.transaction() as tx:
        await tx.memories.give_vector(ann.person_id, work.id, "small", (1.0, 0.0))
    keys = shelf.rows("SELECT subject_key FROM memory")
    await shelf.close()
    assert keys[0] != keys[1]
    assert b"Acme" not in shelf.written()
    assert b"\x00\x00\x80\x3f\x00\x00\x00\x00" not in shelf.written()


async def test_a_memory_is_found_and_replaced_after_the_secret_was_rotated(shelf: Shelf) -> None:
    old = shelf.open("the old secret")
    visit = await visit_of(old)
    await keep(old, visit, SISTER)
    new = shelf.open("the new secret", "the old secret")
    assert await known(new, visit) == [SISTER]
    await keep(new, visit, Memory("person", "Zoë", "cousin"))
    for still in (new, shelf.open("the new secret")):
        assert await known(still, visit) == [Memory("person", "Zoë", "cousin")]


async def test_what_no_key_opens_is_missed_and_can_still_be_forgotten(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())
    await keep(shelf.open(), visit, SISTER)
    other = shelf.open("another secret")
    assert await known(other, visit) == []
    async with other.transaction() as tx:
        assert await tx.memories.forget_all(visit.person_id) == 1


async def test_two_at_once_of_one_subject_are_one(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())

    async def sister(tx: Tx) -> None:
        await tx.memories.keep(visit.person_id, SISTER, at=NOON)

    async def cousin(tx: Tx) -> None:
        await tx.memories.keep(visit.person_id, Memory("person", "Zoë", "cousin"), at=NOON)

    assert await meanwhile(shelf, sister, cousin) == [None]
    assert await known(shelf.open(), visit) == [Memory("person", "Zoë", "cousin")]
