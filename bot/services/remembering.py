"""Keeping and forgetting what a person agreed to have remembered; in no journal, so that forgotten is gone."""

from bot.domain.memory import KeptMemory, Memory, MemoryKind
from bot.domain.relations import relation_of
from bot.domain.taxonomy import fold
from bot.domain.visit import Visit
from bot.ports.store import Tx


async def keep_memory(tx: Tx, visit: Visit, memory: Memory) -> None:
    """Raises Refused where a person has as many as there may be."""
    await tx.memories.keep(visit.person_id, memory, at=visit.now)


async def is_remembered(tx: Tx, visit: Visit, memory: Memory) -> bool:
    return any(_is_same(kept.memory, memory) for kept in await tx.memories.all(visit.person_id))


async def forget_memories(tx: Tx, visit: Visit, memories: list[KeptMemory]) -> None:
    for kept in memories:
        await tx.memories.forget(visit.person_id, kept.id)


async def memories_about(tx: Tx, visit: Visit, kind: MemoryKind | None, subject: str) -> list[KeptMemory]:
    """Those of a kind, about somebody by name or relation, or both; a birthday without a name is the person's own."""
    memories = await tx.memories.all(visit.person_id)
    names = {fold(subject), *_names_of(memories, relation_of(subject))}
    return [
        kept for kept in memories if kind in (None, kept.memory.kind) and _is_about(kept.memory, kind, subject, names)
    ]


def _names_of(memories: list[KeptMemory], relation: str) -> set[str]:
    """What those are called who are that to the person."""
    people = (kept.memory for kept in memories if kept.memory.kind == "person")
    return {fold(memory.subject) for memory in people if relation and memory.value == relation}


def _is_about(memory: Memory, kind: MemoryKind | None, subject: str, names: set[str]) -> bool:
    """Whoever says "Ann" means Ann Smith too; what has no subject goes by its value."""
    if not subject:
        return kind != "birthday" or not memory.subject
    called = fold(memory.subject or memory.value)
    if called in names or set(fold(subject).split()) <= set(called.split()):
        return True
    return memory.kind == "birthday" and memory.subject == relation_of(subject) != ""


def _is_same(kept: Memory, memory: Memory) -> bool:
    return (kept.kind, fold(kept.subject), kept.value) == (memory.kind, fold(memory.subject), memory.value)
