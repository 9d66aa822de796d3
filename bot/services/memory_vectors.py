"""Vectors for memories, made outside any transaction: of which words, and where they go."""

import math

from bot.domain.ids import PersonId
from bot.domain.memory import KeptMemory
from bot.ports.store import Tx
from bot.services.memory_words import in_plain_english

# A call's worth: an embedder takes as many texts at once.
MOST_AT_ONCE = 50

Vector = tuple[float, ...]


def texts_to_embed(memories: list[KeptMemory]) -> tuple[str, ...]:
    return tuple(in_plain_english(kept.memory) for kept in memories)


async def give_vectors(
    tx: Tx, person_id: PersonId, model: str, memories: list[KeptMemory], vectors: tuple[Vector, ...]
) -> None:
    """A vector each, in order; what was changed or forgotten since it was looked at gets none."""
    still = {kept.id: kept.memory for kept in await tx.memories.all(person_id)}
    for kept, vector in zip(memories, vectors, strict=True):
        if still.get(kept.id) == kept.memory:
            await tx.memories.give_vector(person_id, kept.id, model, as_unit(vector))


def as_unit(vector: Vector) -> Vector:
    """Of length one, so that distance alone tells how near two are; none of what has no length."""
    length = math.hypot(*vector)
    return tuple(value / length for value in vector) if length else ()
