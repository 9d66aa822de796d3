"""A message from a person: kept once, understood, acted on and answered in one commit."""

import asyncio
import hashlib
from datetime import timedelta

import msgspec
from loguru import logger
from msgspec.structs import replace

from bot.brain.brain import Lane, Thought
from bot.domain.errors import Conflict, Unavailable
from bot.domain.ids import MessageId, PersonId, QuestionId
from bot.domain.messages import DeliveryReport, IncomingMessage
from bot.domain.visit import House, Visit
from bot.kit.bell import Bell
from bot.kit.outcome import outcome_of
from bot.kit.trace import new_trace_id
from bot.ports.clock import Clock
from bot.ports.inbox import Claim
from bot.ports.people import Caller
from bot.ports.store import Store, Tx
from bot.turns.answering import Answering, act
from bot.turns.backlog import Backlog
from bot.turns.lane_loop import LEASE_S, LaneLoop, LaneWork
from bot.turns.replying import post_answer
from bot.turns.silent_deaths import KILLED, OF_QUEUES, TRIES
from bot.turns.situation import Reading, Situation, Words, first_reading
from bot.turns.thinking import Thinking

# Only what has to wait comes through the loop: a busy lane, a thought that takes longer, a second try.
# Most of them wait for a model, which costs nobody anything but its place.
SIDE_BY_SIDE = 64
CONFLICTS_BORNE = 3
REPORT_AGAIN_S = (0.0, 0.2, 1.0)


class Held(msgspec.Struct, frozen=True):
    """A claimed message and what it arrives into."""

    claim: Claim
    situation: Situation


class MessageTurn(msgspec.Struct, frozen=True, kw_only=True):
    """Doors call ``accept``; what cannot be answered in the same breath is worked off by ``loop``."""

    store: Store
    clock: Clock
    house: House
    answering: Answering
    bell: Bell
    outbox_bell: Bell
    thinking: Thinking
    backlog: Backlog = msgspec.field(default_factory=Backlog)

    async def accept(self, message: IncomingMessage) -> bool:
        """Keeps a message; returns once it is on disk. False when it was kept before.

        Where nobody of its lane is before it and the brain needs no time, it is answered in the transaction that
        keeps it, with a third less work. Whatever goes wrong there, the message itself is kept all the same.
        Raises Unavailable when it cannot be kept: the door then asks its vendor to try again.
        """
        trace_id = new_trace_id()
        answered = await outcome_of(self._answer_at_once(message, trace_id))
        if isinstance(answered, Unavailable):
            raise answered
        if isinstance(answered, Exception):
            logger.opt(exception=answered).warning("not answered at once, kept for the loop", trace_id=trace_id)
        if answered is True:
            self.outbox_bell.ring()
            return True
        return await self._keep_at_last(message, trace_id)

    async def _answer_at_once(self, message: IncomingMessage, trace_id: str) -> bool:
        """False when it has to wait, or was kept before: nothing is written then."""
        now = self.clock.now()
        async with self.store.transaction() as tx:
            caller = await tx.people.caller(message.sender, now)
            situation = await self._situation(tx, message, caller)
            reading = first_reading(situation)
            decision = self.answering.decide_at_once(situation, reading, now)
            if decision is None:
                return False
            message_id = await tx.inbox.keep_done(
                message, address_id=caller.known.id, lane=caller.lane, at=now, trace_id=trace_id
            )
            if message_id is None:
                return False
            logger.debug("kept once, by {source}", source=message.source, trace_id=trace_id, stage="message")
            visit = await self._visit(tx, situation, message_id, trace_id)
            await act(tx, visit, situation, reading, Thought(decision, "fast"))
        self._count(reading, "fast")
        logger.info("answered", trace_id=trace_id, source=message.source)
        return True

    async def _keep_at_last(self, message: IncomingMessage, trace_id: str) -> bool:
        for _ in range(CONFLICTS_BORNE):
            try:
                return await self._keep(message, trace_id)
            except Conflict:
                logger.info("others were first, kept at the next try", trace_id=trace_id)
        raise Unavailable("store")

    async def _keep(self, message: IncomingMessage, trace_id: str) -> bool:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            await self.backlog.check(tx, now)
            caller = await tx.people.caller(message.sender, now)
            kept = await tx.inbox.keep(message, address_id=caller.known.id, lane=caller.lane, at=now, trace_id=trace_id)
        if kept:
            logger.debug("kept once, by {source}", source=message.source, trace_id=trace_id, stage="message")
            self.bell.ring()
        return kept

    async def keep_raw(self, source: str, raw: bytes, reason: str) -> None:
        """Keeps what no door could understand among the dead messages, so that its vendor need not repeat it."""
        external_id = f"raw-{hashlib.sha256(raw).hexdigest()[:32]}"
        async with self.store.transaction() as tx:
            await tx.inbox.keep_raw(source, external_id, raw, at=self.clock.now(), fault=reason)
        logger.bind(source=source).warning("kept something that could not be understood: {}", reason)

    async def report(self, report: DeliveryReport) -> None:
        """Notes what a channel says later of a letter it took; 21610 is a STOP that the carrier already knows.

        A report can overtake the note that its letter was sent: it is looked for again a little later.
        """
        for wait_s in REPORT_AGAIN_S:
            await asyncio.sleep(wait_s)
            if await self._note(report):
                return
        logger.info("a report on a message that PAM did not send", source=report.source)

    async def _note(self, report: DeliveryReport) -> bool:
        async with self.store.transaction() as tx:
            address_id = await tx.outbox.report(
                channel="sms", external_id=report.external_id, status=report.status, fault=report.error_code
            )
            if address_id is not None and report.error_code == "21610":
                await tx.people.set_state(address_id, "stopped")
                await tx.outbox.drop_waiting(address_id, fault="opted out")
        return address_id is not None

    def loop(self) -> LaneLoop[Held]:
        work = LaneWork(
            name="the inbox",
            claim=self._claim,
            work=self._work,
            fail=self._fail,
            renew=self._renew,
            now=self.clock.now,
            alone=lambda held: OF_QUEUES.is_suspect(held.claim),
        )
        return LaneLoop(work, self.bell, SIDE_BY_SIDE)

    async def _claim(self, most: int) -> list[Held]:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            claimed = OF_QUEUES.sort_out(
                await tx.inbox.claim(now=now, until=now + timedelta(seconds=LEASE_S), most=most)
            )
            for claim in claimed.killers:
                logger.error("a message was given up on: its process died with it", trace_id=claim.trace_id)
                await self._give_up(tx, claim, KILLED)
            for claim in claimed.later:
                await tx.inbox.hand_back(claim)
            held = [await self._held(tx, claim) for claim in claimed.run]
        if claimed.killers:
            self.outbox_bell.ring()
        return held

    async def _held(self, tx: Tx, claim: Claim) -> Held:
        """What it arrives into, without holding anybody's lane: many are claimed in one transaction."""
        known, person = await tx.people.who(claim.address_id)
        caller = Caller(known, person, is_asked=person is not None)
        return Held(claim, await self._situation(tx, claim.message, caller))

    async def _situation(self, tx: Tx, message: IncomingMessage, caller: Caller) -> Situation:
        person, question = caller.person, None
        if person and caller.is_asked:
            question = await tx.questions.open_at(person.id, caller.known.id, self.clock.now())
        return Situation(message, caller.known, person, question)

    async def _renew(self, held: Held) -> bool:
        async with self.store.transaction() as tx:
            return await tx.inbox.renew(held.claim, self.clock.now() + timedelta(seconds=LEASE_S))

    async def _work(self, held: Held) -> None:
        """Others may be first: then it is acted on again, and thought about anew only where it now means another."""
        thought: Thought | None = None
        for _ in range(CONFLICTS_BORNE):
            before = held.situation
            reading = first_reading(before)
            thought = thought or await self._thought(held, reading)
            try:
                await self._follow(held, reading, thought)
            except Conflict:
                async with self.store.transaction() as tx:
                    held = await self._held(tx, held.claim)
                if _meant_for(held.situation) != _meant_for(before):
                    thought = None
            else:
                self.outbox_bell.ring()
                return
        raise Conflict("others were always first")

    async def _thought(self, held: Held, reading: Reading) -> Thought:
        visit = self._visit_of(held.situation, held.claim.id, held.claim.trace_id)
        return await self.thinking.think(self.answering, visit, held.situation, reading)

    async def _follow(self, held: Held, reading: Reading, thought: Thought) -> None:
        claim = held.claim
        async with self.store.transaction() as tx:
            situation = await self._as_it_stands(tx, held.situation)
            visit = await self._visit(tx, situation, claim.id, claim.trace_id)
            await act(tx, visit, situation, reading, thought)
            await tx.inbox.finish(claim)
        self._count(reading, thought.lane)
        logger.info("answered", trace_id=claim.trace_id, source=claim.message.source)

    def _count(self, reading: Reading, lane: Lane) -> None:
        if isinstance(reading, Words):
            self.answering.brain.tally.decisions.count(lane)

    async def _as_it_stands(self, tx: Tx, situation: Situation) -> Situation:
        """With the address as it is now: they may have said stop meanwhile. Conflict when it is another person's."""
        caller = await tx.people.caller(situation.known.address, self.clock.now())
        if caller.person != situation.person:
            raise Conflict("the address or its person changed meanwhile")
        return replace(situation, known=caller.known)

    async def _visit(self, tx: Tx, situation: Situation, message_id: MessageId, trace_id: str) -> Visit:
        if situation.known.state == "unreachable":
            await tx.people.set_state(situation.known.id, "open")
        return self._visit_of(situation, message_id, trace_id)

    def _visit_of(self, situation: Situation, message_id: MessageId, trace_id: str) -> Visit:
        return Visit(
            person=situation.person or self.answering.stranger(situation.message),
            address=situation.known,
            now=self.clock.now(),
            house=self.house,
            message_id=message_id,
            trace_id=trace_id,
        )

    async def _fail(self, held: Held, fault: Exception) -> None:
        """A failed message is tried again, then put aside with a word to the person: never silence."""
        claim = held.claim
        log = logger.opt(exception=fault)
        now = self.clock.now()
        async with self.store.transaction() as tx:
            if isinstance(fault, Unavailable) or claim.attempt < TRIES:
                log.warning("a message failed", trace_id=claim.trace_id, attempt=claim.attempt)
                again = now + timedelta(seconds=min(0.2 * 2**claim.attempt, 30))
                await tx.inbox.put_back(claim, not_before=again, fault=type(fault).__name__)
                return
            log.error("a message was given up on", trace_id=claim.trace_id)
            await self._give_up(tx, claim, type(fault).__name__)
        self.outbox_bell.ring()

    async def _give_up(self, tx: Tx, claim: Claim, fault: str) -> None:
        """As they are to be reached now: they may have said stop since the message was claimed."""
        await tx.inbox.bury(claim, fault)
        held = await self._held(tx, claim)
        visit = await self._visit(tx, held.situation, claim.id, claim.trace_id)
        await post_answer(tx, visit, visit.voice.answer("cannot.trouble"))


def _meant_for(situation: Situation) -> tuple[PersonId | None, QuestionId | None]:
    """What the same words mean another thing by: whose they are, and what they answer."""
    person, question = situation.person, situation.question
    return person.id if person else None, question.id if question else None
