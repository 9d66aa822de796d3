"""forget_memory: one thing, all about somebody, or everything; that is asked first. What is forgotten is deleted."""

from typing import Literal

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.memory import KeptMemory, MemoryKind
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.memory_words import memory_text
from bot.services.remembering import forget_memories, memories_about
from bot.skills.naming_words import name_category
from bot.skills.skill import Outcome, read_slots


class ForgetSlots(msgspec.Struct, frozen=True):
    """Of a ``kind``, about a ``subject``, or both; ``sure`` and ``declined`` come from a button."""

    kind: MemoryKind | Literal["nickname"] | None = None
    subject: str = ""
    all: bool = False
    sure: bool = False
    declined: bool = False


class ForgetMemory:
    """Says what is forgotten."""

    name = "forget_memory"
    takes = ForgetSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, ForgetSlots)
        if wanted.declined:
            return Outcome((visit.voice.line("memory.all_kept"),))
        if wanted.all:
            return await _everything(tx, visit, wanted)
        meant = await _meant(tx, visit, wanted)
        if meant:
            await forget_memories(tx, visit, meant)
            return Outcome(tuple(_forgotten(visit, kept) for kept in meant))
        if wanted.subject and await tx.meanings.of(visit.ledger_id, wanted.subject, ""):
            return await name_category(tx, visit, wanted.subject, "")
        return Outcome((visit.voice.line("memory.not_remembered"),))


async def _meant(tx: Tx, visit: Visit, wanted: ForgetSlots) -> list[KeptMemory]:
    """None where it is not said what; everything is only meant where it is said."""
    if wanted.kind == "nickname" or not (wanted.kind or wanted.subject):
        return []
    return await memories_about(tx, visit, wanted.kind, wanted.subject)


async def _everything(tx: Tx, visit: Visit, wanted: ForgetSlots) -> Outcome:
    count = len(await tx.memories.all(visit.person_id))
    if wanted.sure:
        await tx.memories.forget_all(visit.person_id)
        return Outcome((visit.voice.line("memory.all_forgotten"),))
    if not count:
        return Outcome((visit.voice.line("memory.not_remembered"),))
    choices = (
        Choice(visit.voice.text("memory.forget_yes"), (SkillCall("forget_memory", {"all": True, "sure": True}),)),
        Choice(visit.voice.text("memory.no"), (SkillCall("forget_memory", {"declined": True}),)),
    )
    return Outcome((visit.voice.line("memory.forget_ask", count=count),), Asked(choices=choices))


def _forgotten(visit: Visit, kept: KeptMemory) -> Line:
    return visit.voice.line("memory.forgotten", fact=memory_text(visit, kept.memory))
