"""remember: who somebody is, where the person works and lives, birthdays; asked first where it was only remarked."""

from typing import Literal

import msgspec

from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.memory import Memory, MemoryKind
from bot.domain.memory_shapes import name_written, shaped
from bot.domain.taxonomy import knows
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.memory_words import memory_text
from bot.services.remembering import is_remembered, keep_memory
from bot.skills.naming_words import name_category
from bot.skills.skill import Outcome, read_slots


class RememberSlots(msgspec.Struct, frozen=True):
    """``subject`` is the name of a person, or what is called otherwise; ``value`` who they are, a place, "05-14".

    ``sure``: the person asked for it; ``declined`` comes from a button. Without a ``kind`` it is nothing PAM keeps.
    """

    kind: MemoryKind | Literal["nickname"] | None = None
    subject: str = ""
    value: str = ""
    sure: bool = False
    declined: bool = False


class Remember:
    """Keeps it and says it back, or says what can be remembered."""

    name = "remember"
    takes = RememberSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, RememberSlots)
        if wanted.declined:
            return Outcome((visit.voice.line("memory.declined"),))
        if wanted.kind == "nickname":
            return await _nickname(tx, visit, wanted)
        try:
            memory = shaped(wanted.kind, wanted.subject, wanted.value) if wanted.kind else None
        except Refused:
            memory = None
        if memory is None:
            return _what_can_be(visit)
        fact = memory_text(visit, memory)
        if await is_remembered(tx, visit, memory):
            return Outcome((visit.voice.line("memory.known", fact=fact),))
        if not wanted.sure:
            return _asked(visit, fact, wanted)
        await keep_memory(tx, visit, memory)
        return Outcome((visit.voice.line("memory.kept", fact=fact),), offers=_forget_offer(visit, memory))


async def _nickname(tx: Tx, visit: Visit, wanted: RememberSlots) -> Outcome:
    """What they call a category is a meaning like any other: kept where bookings are read by it."""
    try:
        name_written(wanted.subject)
    except Refused:
        return _what_can_be(visit)
    if not knows(wanted.value):
        return _what_can_be(visit)
    if wanted.sure:
        return await name_category(tx, visit, wanted.subject, wanted.value)
    return _asked(visit, visit.voice.text("memory.nickname", word=wanted.subject, means=wanted.value), wanted)


def _asked(visit: Visit, fact: str, wanted: RememberSlots) -> Outcome:
    said = {"kind": wanted.kind, "subject": wanted.subject, "value": wanted.value}
    choices = (
        Choice(visit.voice.text("memory.yes"), (SkillCall("remember", {**said, "sure": True}),)),
        Choice(visit.voice.text("memory.no"), (SkillCall("remember", {"declined": True}),)),
    )
    return Outcome((visit.voice.line("memory.ask", fact=fact),), Asked(choices=choices))


def _what_can_be(visit: Visit) -> Outcome:
    return Outcome(visit.voice.lines("memory.can"))


def _forget_offer(visit: Visit, memory: Memory) -> tuple[Choice, ...]:
    call = SkillCall("forget_memory", {"kind": memory.kind, "subject": memory.subject})
    return (Choice(visit.voice.text("memory.forget"), (call,)),)
