"""Answering one message: what it is decided to mean, and what is done about it inside the transaction."""

import asyncio
from datetime import datetime
from functools import partial

import msgspec
from msgspec.structs import replace

from bot.brain.asked_first import asked_first
from bot.brain.brain import PATIENCE_S, Brain, Thought
from bot.brain.desk import Desk
from bot.domain.decision import NOTHING, Decision, Reader, SkillCall
from bot.domain.ids import LedgerId, PersonId
from bot.domain.messages import IncomingMessage
from bot.domain.person import Person
from bot.domain.visit import House, Visit
from bot.ports.store import Tx
from bot.turns.completing import completed
from bot.turns.conversation import follow_decision, follow_line_word, follow_tap, moves_on, perform, refuse_card
from bot.turns.listening import InWords, Listening
from bot.turns.recollecting import note_exchange, notice_of
from bot.turns.replying import post_answer, post_outcome
from bot.turns.situation import (
    Attached,
    CardSent,
    Chosen,
    CodeTyped,
    Hello,
    LineWish,
    Reading,
    Situation,
    Tapped,
    Unreadable,
    Words,
)
from bot.turns.strangers import answer_stranger, let_in, newcomer


class Answering(msgspec.Struct, frozen=True):
    """The brain and the house's manners, put to work on one message at a time."""

    brain: Brain
    house: House
    listening: Listening = msgspec.field(default_factory=Listening)

    def decide_at_once(self, situation: Situation, reading: Reading, now: datetime) -> Decision | None:
        """The decision, where it need not wait for a model nor for a file to be taken in."""
        reader = self.reader(situation, now)
        if isinstance(reading, Words):
            return self._sure(situation, situation.message.text, reader)
        if not isinstance(reading, Attached):
            return NOTHING
        heard = self.listening.at_once(situation.message, reader)
        return self._sure(situation, heard.words, reader) if isinstance(heard, InWords) else heard

    async def think(self, situation: Situation, reading: Reading, now: datetime, desk: Desk) -> Thought:
        """The decision, however long it takes; never inside a transaction. A stranger costs nothing."""
        decision = self.decide_at_once(situation, reading, now)
        if decision is not None:
            return Thought(decision, "fast")
        reader, clock = self.reader(situation, now), asyncio.get_running_loop().time
        if not isinstance(reading, Attached):
            payer = desk if situation.person else None
            return await self._thought(situation, situation.message.text, reader, payer)
        ends = clock() + PATIENCE_S
        heard = await self.listening.hear(situation.message, reader, desk)
        if isinstance(heard, Thought):
            return heard
        thought = await self._thought(situation, heard.words, reader, desk, ends - clock())
        return replace(thought, decision=asked_first(thought.decision, heard.words)) if heard.spoken else thought

    def _sure(self, situation: Situation, text: str, reader: Reader) -> Decision | None:
        decision = self.brain.at_once(text, reader)
        completed = self._completed(situation, text, reader, decision)
        sure = completed or (decision if self.brain.is_sure(text, decision, reader) else None)
        return asked_first(sure, text, "written") if sure and situation.message.is_forwarded else sure

    async def _thought(
        self, situation: Situation, text: str, reader: Reader, desk: Desk | None, patience_s: float = PATIENCE_S
    ) -> Thought:
        sure = self._sure(situation, text, reader)
        if sure:
            return Thought(sure, "fast")
        thought = await self.brain.think(text, reader, desk, patience_s)
        is_theirs = not situation.message.is_forwarded
        return thought if is_theirs else replace(thought, decision=asked_first(thought.decision, text, "written"))

    def _completed(self, situation: Situation, text: str, reader: Reader, decision: Decision) -> Decision | None:
        """The answer to what was asked last, where the words are one."""
        if situation.question is None or situation.message.is_forwarded:
            return None
        read = partial(self.brain.at_once, reader=reader)
        return completed(situation.question, text, decision, read)

    def reader(self, situation: Situation, now: datetime) -> Reader:
        person = situation.person or self.stranger(situation.message)
        local = person.local(now)
        return Reader(
            today=local.date(),
            time=f"{local.hour:02}:{local.minute:02}",
            timezone=person.timezone,
            locale=person.locale,
            currency=person.currency,
            channel=situation.known.address.channel,
            language=person.language,
        )

    def stranger(self, message: IncomingMessage) -> Person:
        """Stands for somebody unknown until they are let in."""
        assumed = newcomer(self.house, message)
        return Person(
            id=PersonId(0),
            ledger_id=LedgerId(0),
            name="",
            timezone=assumed.timezone,
            locale=assumed.locale,
            currency=assumed.currency,
            language=assumed.language,
        )


async def act(tx: Tx, visit: Visit, situation: Situation, reading: Reading, thought: Thought) -> None:
    """Does what the message asks for and posts the answer."""
    if isinstance(reading, LineWish):
        await follow_line_word(tx, visit, reading.word, is_known=situation.person is not None)
        return
    if situation.person is None:
        came = await let_in(tx, visit, situation, reading)
        if came is None:
            await answer_stranger(tx, visit, situation.known)
            return
        visit = visit.of(came.person)
        if isinstance(reading, Hello | CodeTyped):
            await post_answer(tx, visit, visit.voice.answer(came.greeting, name=_name(came.person)))
            return
    await _follow(tx, visit, situation, reading, thought)


async def _follow(tx: Tx, visit: Visit, situation: Situation, reading: Reading, thought: Thought) -> None:
    """What a known person's message asks for."""
    decision = thought.decision
    if situation.question and (
        isinstance(reading, Chosen) or (isinstance(reading, Words | Attached) and moves_on(decision))
    ):
        await tx.questions.close(situation.question.id)
    if isinstance(reading, Words | Attached):
        await follow_decision(tx, visit, decision, await notice_of(tx, visit, thought))
        if visit.house.has_model and isinstance(reading, Words):
            await note_exchange(tx, visit, situation.message.text, decision)
    elif isinstance(reading, CardSent):
        await refuse_card(tx, visit, situation.message.ref)
    elif isinstance(reading, Unreadable):
        await post_answer(tx, visit, visit.voice.answer("attachment.takes" if visit.house.has_model else "cannot.read"))
    elif isinstance(reading, Hello):
        await post_answer(tx, visit, visit.voice.answer("welcome.hello", name=_name(visit.person)))
    elif isinstance(reading, CodeTyped):
        call = SkillCall("verify_code", {"code": reading.code})
        await post_outcome(tx, visit, await perform(tx, visit, (call,)))
    elif isinstance(reading, Tapped) and situation.message.tap:
        await follow_tap(tx, visit, situation.message.tap)
    elif isinstance(reading, Chosen):
        await post_outcome(tx, visit, await perform(tx, visit, reading.calls))


def _name(person: Person) -> str:
    return f" {person.name}" if person.name else ""
