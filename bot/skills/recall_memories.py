"""recall_memories: everything PAM knows of a person, or what she remembers about somebody."""

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Slots
from bot.domain.memory import MemoryKind
from bot.domain.preference_values import LAST_DAY
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx
from bot.services.memory_words import memory_line
from bot.services.preferences import preference
from bot.services.remembering import memories_about
from bot.skills.preference_words import value_text
from bot.skills.skill import Outcome, read_slots

_SETTINGS = ("name", "timezone", "currency", "language", "payday", "quiet_hours")
# More is a wall of text: the rest is asked for by name.
MOST_TOLD = 30


class RecallSlots(msgspec.Struct, frozen=True):
    """Of a ``kind``, about a ``subject``, or both; everything without them."""

    kind: MemoryKind | None = None
    subject: str = ""


class RecallMemories:
    """A line each; everything begins with the settings."""

    name = "recall_memories"
    takes = RecallSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, RecallSlots)
        about = await memories_about(tx, visit, wanted.kind, wanted.subject)
        remembered = [memory_line(visit, kept.memory) for kept in about]
        if wanted.kind or wanted.subject:
            return Outcome(tuple(remembered[:MOST_TOLD]) or (_nothing(visit, wanted.subject),))
        meanings = [
            visit.voice.line("own_word.means", word=titled(word), means=means)
            for word, means in await tx.meanings.all(visit.ledger_id)
        ]
        told = [*remembered, *meanings] or [visit.voice.line("memory.none")]
        more = [visit.voice.line("memory.more", count=len(told) - MOST_TOLD)] if len(told) > MOST_TOLD else []
        return Outcome((visit.voice.line("memory.title"), *_settings(visit), *told[:MOST_TOLD], *more))


def _settings(visit: Visit) -> list[Line]:
    voice = visit.voice
    return [
        voice.line("memory.setting", what=titled(voice.text(f"setting.{key}")), value=_set_to(visit, key))
        for key in _SETTINGS
    ]


def _set_to(visit: Visit, key: str) -> str:
    value = preference(visit.person, key)
    is_last = key == "payday" and value == str(LAST_DAY)
    return visit.voice.text("memory.last_day") if is_last else value_text(visit, key, value)


def _nothing(visit: Visit, subject: str) -> Line:
    if not subject:
        return visit.voice.line("memory.not_remembered")
    return visit.voice.line("memory.nothing_about", subject=titled(subject))
