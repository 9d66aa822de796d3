"""The desk a brain thinks at: looks at the books that leave no trace, the purse, and the first words shown."""

from contextlib import suppress
from datetime import timedelta

import msgspec

from bot.brain.desk import Background, Empty, Purse, Rehearsed, Spent
from bot.domain.answer import Line
from bot.domain.decision import SkillCall
from bot.domain.memory import KeptMemory
from bot.domain.statement import Statement
from bot.domain.visit import Visit
from bot.domain.wording import Notes, NotingVoice
from bot.ports.costs import Hold, Service
from bot.ports.store import Store
from bot.services.governing import Capped, hold_thought, settle_thought
from bot.services.memory_vectors import Vector, give_vectors
from bot.turns.conversation import perform
from bot.turns.drafting import Draft

# What was said longer ago is another conversation.
LATELY = timedelta(hours=3)


class _Enough(Exception):
    """Ends a transaction of which nothing shall stay."""


class MessageDesk(msgspec.Struct, frozen=True, kw_only=True):
    """Fulfils ``bot.brain.desk.Desk`` for one message. Each look is a transaction that is taken back."""

    store: Store
    visit: Visit
    draft: Draft | None = None

    @property
    def can_show(self) -> bool:
        return self.draft is not None

    @property
    def is_ready(self) -> bool:
        return self.draft is not None and self.draft.is_ready

    async def background(self) -> Background:
        person_id = self.visit.person_id
        async with self.store.transaction() as tx:
            exchanges = await tx.conversations.lately(person_id, self.visit.now - LATELY)
            return Background(tuple(exchanges), tuple(await tx.memories.all(person_id)))

    async def rehearse(self, calls: tuple[SkillCall, ...]) -> Rehearsed:
        visit, notes = self._noting()
        found = Rehearsed(())
        with suppress(_Enough):
            async with self.store.transaction() as tx:
                outcome = await perform(tx, visit, calls)
                told = outcome.waiting if outcome.asked else outcome.lines
                lines = tuple(_plain(line) for line in told)
                found = Rehearsed(lines, _statements(lines, notes), only_asks=bool(outcome.asked) and not lines)
                raise _Enough
        return found

    async def hold(self, service: Service, micro_usd: int, *, is_first: bool = True) -> Purse | Empty:
        is_free = self.visit.house.model_is_free
        async with self.store.transaction() as tx:
            held = await hold_thought(tx, self.visit, service, 0 if is_free else micro_usd, is_first=is_first)
        if isinstance(held, Capped):
            return Empty(held.key if held.first_time else "")
        return HeldPurse(store=self.store, held=held, is_free=is_free)

    async def give_vectors(self, model: str, memories: list[KeptMemory], vectors: tuple[Vector, ...]) -> None:
        async with self.store.transaction() as tx:
            await give_vectors(tx, self.visit.person_id, model, memories, vectors)

    def show(self, words: str) -> None:
        if self.draft:
            self.draft.say(words)

    def _noting(self) -> tuple[Visit, Notes]:
        """The same visit, spoken to by a voice that remembers what it said; nothing of it belongs to the trace."""
        voice, notes = self.visit.voice, Notes()
        visit = msgspec.structs.replace(self.visit, trace_id="")
        msgspec.structs.force_setattr(visit, "voice", NotingVoice(voice.language, voice.locale, voice.today, notes))
        return visit, notes


class HeldPurse(msgspec.Struct, frozen=True, kw_only=True):
    """Fulfils ``bot.brain.desk.Purse``."""

    store: Store
    held: Hold
    is_free: bool

    async def settle(self, used: Spent) -> None:
        async with self.store.transaction() as tx:
            await settle_thought(tx, self.held, msgspec.structs.replace(used, micro_usd=0) if self.is_free else used)


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def _statements(lines: tuple[str, ...], notes: Notes) -> tuple[Statement, ...]:
    """A line is one statement with all that its sentences were filled with; what a first line says of when holds on."""
    told = [[each for each in notes.statements if each.text and each.text in line] for line in lines]
    facts = [tuple(dict.fromkeys(fact for each in parts for fact in each.facts)) for parts in told]
    period = tuple(fact for fact in facts[0] if fact[0] == "period") if facts else ()
    return tuple(
        Statement(line, each if any(name == "period" for name, _ in each) else (*each, *period))
        for line, each in zip(lines, facts, strict=True)
    )
