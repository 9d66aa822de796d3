"""A message from a person: kept once, understood, acted on and answered in one commit."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta

import msgspec
from loguru import logger

from bot.brain.brain import Brain
from bot.domain.decision import NOTHING, Calls, Decision, Reader, SkillCall
from bot.domain.errors import Conflict, Unavailable
from bot.domain.ids import LedgerId, PersonId
from bot.domain.letter import Address
from bot.domain.messages import DeliveryReport, IncomingMessage
from bot.domain.person import Person
from bot.domain.visit import House, Visit
from bot.kit.bell import Bell
from bot.kit.trace import new_trace_id
from bot.ports.clock import Clock
from bot.ports.inbox import Claim
from bot.ports.store import Store, Tx
from bot.turns.conversation import follow_decision, follow_line_word, follow_tap, perform, refuse_card
from bot.turns.lane_loop import LEASE_S, LaneLoop, LaneWork
from bot.turns.replying import draft_to, post_answer, post_outcome
from bot.turns.situation import (
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
    filled,
    first_reading,
)
from bot.turns.strangers import answer_stranger, let_in, newcomer

# A turn costs 0.2 ms of CPU offline; side by side they share commits.
SIDE_BY_SIDE = 16
CONFLICTS_BORNE = 3
# After so many failures a message is put aside and the person is told.
TRIES = 5
TYPING_AFTER_S = 0.5


class MessageTurn(msgspec.Struct, frozen=True, kw_only=True):
    """Doors call ``accept``; the loop calls the rest."""

    store: Store
    brain: Brain
    clock: Clock
    house: House
    bell: Bell
    outbox_bell: Bell
    show_typing: Callable[[Address], Awaitable[None]]

    async def accept(self, message: IncomingMessage) -> bool:
        """Keeps a message; returns once it is on disk. False when it was kept before.

        Raises Unavailable when it cannot be kept: the door then asks its vendor to try again.
        """
        now, trace_id = self.clock.now(), new_trace_id()
        async with self.store.transaction() as tx:
            known = await tx.people.meet(message.sender, now)
            # A stranger's lane is their address; one number space, so theirs is negative.
            lane = -known.id if known.person_id is None else int(known.person_id)
            kept = await tx.inbox.keep(message, address_id=known.id, lane=lane, at=now, trace_id=trace_id)
        if kept:
            logger.bind(trace_id=trace_id, stage="message").debug("kept once, by {}", message.source)
            self.bell.ring()
        return kept

    async def keep_raw(self, source: str, raw: bytes, reason: str) -> None:
        """Keeps what no door could understand among the dead messages, so that its vendor need not repeat it."""
        external_id = f"raw-{hashlib.sha256(raw).hexdigest()[:32]}"
        async with self.store.transaction() as tx:
            await tx.inbox.keep_raw(source, external_id, raw, at=self.clock.now(), fault=reason)
        logger.bind(source=source).warning("kept something that could not be understood: {}", reason)

    async def report(self, report: DeliveryReport) -> None:
        """Notes what a channel says later of a letter it took; 21610 is a STOP that the carrier already knows."""
        async with self.store.transaction() as tx:
            address_id = await tx.outbox.report(
                channel="sms", external_id=report.external_id, status=report.status, fault=report.error_code
            )
            if address_id is not None and report.error_code == "21610":
                await tx.people.set_state(address_id, "stopped")
                await tx.outbox.drop_waiting(address_id, but=None, fault="opted out")

    def loop(self) -> LaneLoop[Situation]:
        work = LaneWork(name="the inbox", claim=self._claim, work=self._work, fail=self._fail, renew=self._renew)
        return LaneLoop(work, self.bell, SIDE_BY_SIDE)

    async def _claim(self, most: int) -> list[Situation]:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            claims = await tx.inbox.claim(now=now, until=now + timedelta(seconds=LEASE_S), most=most)
            return [await self._situation(tx, claim) for claim in claims]

    async def _situation(self, tx: Tx, claim: Claim) -> Situation:
        known, person = await tx.people.who(claim.address_id)
        question = await tx.questions.open_at(person.id, known.id, self.clock.now()) if person else None
        return Situation(claim=claim, known=known, person=person, question=question)

    async def _renew(self, situation: Situation) -> bool:
        async with self.store.transaction() as tx:
            return await tx.inbox.renew(situation.claim, self.clock.now() + timedelta(seconds=LEASE_S))

    async def _work(self, situation: Situation) -> None:
        for _ in range(CONFLICTS_BORNE):
            try:
                await self._run_once(situation)
            except Conflict:
                async with self.store.transaction() as tx:
                    situation = await self._situation(tx, situation.claim)
            else:
                self.outbox_bell.ring()
                return
        raise Conflict("others were always first")

    async def _run_once(self, situation: Situation) -> None:
        reading = first_reading(situation)
        decision = await self._decide(situation, reading)
        async with self.store.transaction() as tx:
            visit = await self._visit(tx, situation)
            await self._act(tx, visit, situation, reading, decision)
            await tx.inbox.finish(situation.claim)

    async def _decide(self, situation: Situation, reading: Reading) -> Decision:
        if not isinstance(reading, Words):
            return NOTHING
        reader = self._reader(situation)
        typing = asyncio.get_running_loop().call_later(TYPING_AFTER_S, self._type, situation.known.address)
        try:
            decision = await self.brain.decide(situation.message.text, reader)
            missing = await self._missing_amount(situation, reader, decision)
            return missing or decision
        finally:
            typing.cancel()

    async def _missing_amount(self, situation: Situation, reader: Reader, decision: Decision) -> Decision | None:
        """A bare amount, when an amount was asked for, completes what waits for it."""
        question = situation.question
        if question is None or question.asked.slot != "amount":
            return None
        if isinstance(decision, Calls) and any(_says_more(call) for call in decision.calls):
            return None
        read = await self.brain.decide(f"spent {situation.message.text}", reader)
        if not isinstance(read, Calls) or "amount" not in read.calls[0].slots:
            return None
        slots = {name: value for name, value in read.calls[0].slots.items() if name in ("amount", "currency")}
        return Calls(calls=filled(question, slots))

    def _type(self, address: Address) -> None:
        # Kept by nobody on purpose: a sign that passes, and that nothing waits for.
        asyncio.ensure_future(self.show_typing(address))  # noqa: RUF006

    def _reader(self, situation: Situation) -> Reader:
        person = situation.person or self._stranger()
        now = self.clock.now()
        return Reader(
            today=person.today(now),
            time="",
            timezone=person.timezone,
            locale=person.locale,
            currency=person.currency,
            channel=situation.known.address.channel,
        )

    async def _visit(self, tx: Tx, situation: Situation) -> Visit:
        """The visit as it stands now; Conflict when the person behind the address changed since it was read."""
        known, person = await tx.people.who(situation.known.id)
        if (person and person.id) != (situation.person and situation.person.id):
            raise Conflict("the address became somebody else's")
        if known.state == "unreachable":
            await tx.people.set_state(known.id, "open")
        return Visit(
            person=person or self._stranger(),
            address=known,
            now=self.clock.now(),
            house=self.house,
            message_id=situation.claim.id,
            trace_id=situation.claim.trace_id,
        )

    def _stranger(self) -> Person:
        assumed = newcomer(self.house, "")
        return Person(
            id=PersonId(0),
            ledger_id=LedgerId(0),
            name="",
            timezone=assumed.timezone,
            locale=assumed.locale,
            currency=assumed.currency,
            language=assumed.language,
        )

    async def _act(self, tx: Tx, visit: Visit, situation: Situation, reading: Reading, decision: Decision) -> None:
        if isinstance(reading, LineWish):
            await follow_line_word(tx, visit, reading.word, is_known=situation.person is not None)
            return
        if situation.person is None:
            came = await let_in(tx, visit, situation, reading)
            if came is None:
                await answer_stranger(tx, visit, situation.known)
                return
            visit = msgspec.structs.replace(visit, person=came.person)
            if isinstance(reading, Hello | CodeTyped):
                await post_answer(tx, visit, visit.voice.answer(came.greeting, name=_name(came.person)))
                return
        await _follow(tx, visit, situation, reading, decision)

    async def _fail(self, situation: Situation, fault: Exception) -> None:
        """A failed message is tried again, then put aside with a word to the person: never silence."""
        claim = situation.claim
        log = logger.bind(trace_id=claim.trace_id)
        now = self.clock.now()
        async with self.store.transaction() as tx:
            if isinstance(fault, Unavailable | Conflict) or claim.attempt < TRIES:
                log.opt(exception=fault).warning("a message failed, attempt {}", claim.attempt)
                again = now + timedelta(seconds=min(0.2 * 2**claim.attempt, 30))
                await tx.inbox.put_back(claim, not_before=again, fault=type(fault).__name__)
                return
            log.opt(exception=fault).error("a message was given up on")
            await tx.inbox.bury(claim, type(fault).__name__)
            visit = await self._visit(tx, situation)
            await tx.outbox.post(draft_to(visit, visit.voice.answer("cannot.trouble")), at=now)
        self.outbox_bell.ring()


async def _follow(tx: Tx, visit: Visit, situation: Situation, reading: Reading, decision: Decision) -> None:
    """What a known person's message asks for."""
    if isinstance(reading, CardSent):
        await refuse_card(tx, visit, situation.message.ref)
    elif isinstance(reading, Unreadable):
        await post_answer(tx, visit, visit.voice.answer("cannot.read"))
    elif isinstance(reading, Hello):
        await post_answer(tx, visit, visit.voice.answer("welcome.hello", name=_name(visit.person)))
    elif isinstance(reading, CodeTyped):
        call = SkillCall("verify_code", {"code": reading.code})
        await post_outcome(tx, visit, await perform(tx, visit, (call,)))
    elif isinstance(reading, Tapped) and situation.message.tap:
        await follow_tap(tx, visit, situation.message.tap)
    elif isinstance(reading, Chosen):
        await tx.questions.close_at(visit.address.id)
        await post_outcome(tx, visit, await perform(tx, visit, reading.calls))
    else:
        await tx.questions.close_at(visit.address.id)
        await follow_decision(tx, visit, decision)


def _says_more(call: SkillCall) -> bool:
    """Whether a call is a message of its own rather than an amount alone."""
    return call.skill not in ("none", "record_expense") or bool(call.slots.get("category"))


def _name(person: Person) -> str:
    return f" {person.name}" if person.name else ""
