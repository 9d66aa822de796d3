"""Vectors for memories: of length one, and only for what is still as it was when they were made."""

import math

import pytest

from bot.domain.memory import Memory
from bot.ports.store import Store
from bot.services.memory_vectors import as_unit, give_vectors, texts_to_embed
from tests.visits import visit_of


async def test_what_was_changed_or_forgotten_meanwhile_gets_no_vector(store: Store) -> None:
    visit = await visit_of(store)
    names = ("Ann", "Bob", "Cem")
    async with store.transaction() as tx:
        for name in names:
            await tx.memories.keep(visit.person_id, Memory("person", name, "friend"), at=visit.now)
        seen = await tx.memories.all(visit.person_id)
    assert texts_to_embed(seen) == tuple(f'"{name}" is the person\'s friend.' for name in names)
    async with store.transaction() as tx:
        await tx.memories.keep(visit.person_id, Memory("person", "Bob", "boss"), at=visit.now)
        await tx.memories.forget(visit.person_id, seen[2].id)
        await give_vectors(tx, visit.person_id, "small", seen, ((3.0, 4.0),) * 3)
        after = {kept.memory.subject: kept for kept in await tx.memories.all(visit.person_id)}
    assert after["Ann"].vector == pytest.approx((0.6, 0.8))
    assert {name: kept.vector_model for name, kept in after.items()} == {"Ann": "small", "Bob": ""}


def test_a_vector_without_length_is_none() -> None:
    assert math.hypot(*as_unit((1.0, 2.0, 3.0))) == pytest.approx(1)
    assert as_unit((0.0, 0.0)) == ()
