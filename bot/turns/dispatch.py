"""Dispatch carries letters out: the only one who does, and never inside a transaction."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import msgspec
from loguru import logger
from msgspec.structs import replace

from bot.domain.answer import Answer, together
from bot.domain.errors import Rejected, Unavailable
from bot.domain.ids import AddressId, LetterId
from bot.domain.letter import Address, Letter, Receipt
from bot.domain.visit import House
from bot.domain.wording import Voice
from bot.kit.backoff import backoff_s
from bot.kit.bell import Bell
from bot.ports.channel import Channel, DraftingChannel, RecallingChannel
from bot.ports.clock import Clock
from bot.ports.outbox import Draft, HeldLetter
from bot.ports.store import Store, Tx
from bot.services.unasked.planning import plan_held
from bot.turns.failing_over import Stranded, fail_over, is_late, stranded
from bot.turns.lane_loop import LEASE_S, LaneLoop, LaneWork
from bot.turns.silent_deaths import KILLED, OF_QUEUES
from bot.turns.telling import QUIET, held_until

SIDE_BY_SIDE = 32
# Waits before the 2nd, 3rd, 4th and 5th try: five tries in about 11 minutes, then the letter is dead.
WAITS_S = (2, 8, 60, 600)
# While the store cannot be written.
MARK_AGAIN_S = 0.05
# So many waiting answers are a backlog; fewer keep a message each, as people expect of an answer.
JOIN_FROM = 4
MOST_TOGETHER = 60
# Characters: under Telegram's 4,096, and three segments of an SMS.
LONGEST_TOGETHER = {"telegram": 3500, "sms": 459}
# Nobody is there any more: what else waits for that address is not worth a call.
GONE = {"opted_out": "stopped", "blocked": "unreachable", "bad_address": "unreachable"}
# What the channel took is looked for from a little before the letter was posted: its clock is not ours.
CLOCKS_APART = timedelta(minutes=2)


class Dispatch(msgspec.Struct, frozen=True, kw_only=True):
    """Woken by the commit that posted a letter; ``channels`` by name."""

    store: Store
    clock: Clock
    house: House
    channels: Mapping[str, Channel]
    bell: Bell

    def loop(self) -> LaneLoop[HeldLetter]:
        work = LaneWork(
            name="the outbox",
            claim=self._claim,
            work=self._work,
            fail=self._fail,
            renew=self._renew,
            now=self.clock.now,
            alone=OF_QUEUES.is_suspect,
        )
        return LaneLoop(work, self.bell, SIDE_BY_SIDE)

    async def show_typing(self, address: Address) -> None:
        channel = self.channels.get(address.channel)
        if channel:
            await channel.show_typing(address)

    def can_show(self, channel: str) -> bool:
        """Whether an answer can be shown there while it is written."""
        return isinstance(self.channels.get(channel), DraftingChannel)

    async def show_draft(self, address: Address, draft_id: int, words: str) -> None:
        channel = self.channels.get(address.channel)
        if isinstance(channel, DraftingChannel):
            await channel.show_draft(address, draft_id, words)

    async def _claim(self, most: int) -> list[HeldLetter]:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            claimed = OF_QUEUES.sort_out(
                await tx.outbox.claim(now=now, until=now + timedelta(seconds=LEASE_S), most=most)
            )
            for held in claimed.killers:
                await tx.outbox.bury(held, fault=KILLED)
                logger.error("a letter was given up on: its process died with it", trace_id=held.letter.trace_id)
            for held in claimed.later:
                await tx.outbox.hand_back(held, due_at=now)
            civil = [each for each in claimed.run if not await self._is_held_back(tx, each)]
            return [await self._with_backlog(tx, each) for each in civil]

    async def _is_held_back(self, tx: Tx, held: HeldLetter) -> bool:
        """An alert that could not leave before quiet hours began waits for their end, and lets others pass.

        Not one whose last try left no word: it may have been read, and would be again in the morning.
        """
        if held.alert_id is None or (held.attempt > 1 and held.fault is None):
            return False
        now = self.clock.now()
        _, person = await tx.people.who(held.address_id)
        until = await held_until(tx, person, held.alert_id, now) if person else None
        if person is None or until is None:
            return False
        await tx.outbox.bury(held, fault=QUIET, as_state="dropped")
        await tx.alerts.settle(held.alert_id, "held", at=now, reason=QUIET)
        await plan_held(tx, person, held.alert_id, until)
        return True

    async def _with_backlog(self, tx: Tx, held: HeldLetter) -> HeldLetter:
        """Where many answers wait for one phone they go out as one message: a chat takes one a second, an SMS costs."""
        channel = held.letter.address.channel
        longest = LONGEST_TOGETHER.get(channel, 0)
        # An alert may have to go elsewhere, and must take nothing along.
        if not longest or held.letter.kind != "message" or held.alert_id is not None:
            return held
        # What is looked for by its words has to have the words of the first try.
        again = held.attempt > 1 and self._can_recall(channel)
        waiting = await tx.outbox.following(held, MOST_TOGETHER, tied=again)
        if len(waiting) < (1 if again else JOIN_FROM):
            return held
        whole = _joined(held, waiting, longest)
        if self._can_recall(channel):
            await tx.outbox.tie(whole)
        return whole

    def _can_recall(self, channel: str) -> bool:
        return isinstance(self.channels.get(channel), RecallingChannel)

    async def _renew(self, held: HeldLetter) -> bool:
        async with self.store.transaction() as tx:
            return await tx.outbox.renew(held, self.clock.now() + timedelta(seconds=LEASE_S))

    async def _work(self, held: HeldLetter) -> None:
        channel = self.channels.get(held.letter.address.channel)
        if channel is None:
            await self._bury(held, Rejected("no_channel", held.letter.address.channel))
            return
        try:
            receipt = await channel.send(await self._recalled(held, channel))
        except Unavailable as fault:
            await self._try_later(held, fault)
        except Rejected as fault:
            await self._bury(held, fault)
        else:
            await self._mark_sent(held, receipt)
            logger.debug(
                "{kind} sent by {channel}",
                kind=held.letter.kind.replace("_", " "),
                channel=held.letter.address.channel,
                trace_id=held.letter.trace_id,
                stage="letter",
            )

    async def _recalled(self, held: HeldLetter, channel: Channel) -> Letter:
        """The letter, with what of it was taken by a try that could not note it any more.

        An address gets one letter at a time: what was taken lately and is noted for none is of this one.
        """
        letter = held.letter
        if letter.attempt == 1 or not isinstance(channel, RecallingChannel):
            return letter
        taken = await channel.recall(letter.address, held.posted_at - CLOCKS_APART)
        ids = [each.external_id for each in taken]
        async with self.store.transaction() as tx:
            noted = await tx.outbox.noted(channel=letter.address.channel, external_ids=ids)
        return replace(letter, taken=tuple(each for each in taken if each.external_id not in noted))

    async def _mark_sent(self, held: HeldLetter, receipt: Receipt) -> None:
        """Until it is written down, or the lease went to somebody else: sent again it would be read twice."""
        while True:
            try:
                async with self.store.transaction() as tx:
                    await tx.outbox.sent(held, external_id=receipt.external_id, at=self.clock.now())
            except Unavailable:
                await asyncio.sleep(MARK_AGAIN_S)
            else:
                return

    async def _try_later(self, held: HeldLetter, fault: Unavailable) -> None:
        if is_late(held, self.clock.now()) and await self._send_elsewhere(held):
            return
        if not fault.tried:
            # Half as long again by chance: an open breaker tells everybody the same moment.
            wait_s = max(fault.retry_after_s or 0, WAITS_S[0]) + backoff_s(1, first_s=1, cap_s=1)
            async with self.store.transaction() as tx:
                await tx.outbox.hand_back(held, due_at=self.clock.now() + timedelta(seconds=wait_s))
            return
        tries = held.attempt
        if tries > len(WAITS_S):
            await self._bury(held, Rejected("unavailable", f"after {tries} tries"))
            return
        step_s = WAITS_S[tries - 1]
        wait_s = max(backoff_s(1, first_s=step_s, cap_s=step_s), fault.retry_after_s or 0)
        async with self.store.transaction() as tx:
            due_at = self.clock.now() + timedelta(seconds=wait_s)
            await tx.outbox.put_back(held, due_at=due_at, fault=str(fault))
        logger.bind(trace_id=held.letter.trace_id).warning(
            "{} did not take a letter, again in {:.0f} s", held.letter.address.channel, wait_s
        )

    async def _send_elsewhere(self, held: HeldLetter) -> bool:
        """An alert that waits for too long goes where it can; False where there is no such place."""
        async with self.store.transaction() as tx:
            if not await self._fail_over(tx, held.address_id, stranded(held)):
                return False
            await tx.outbox.bury(held, fault="sent elsewhere", as_state="dropped")
        self.bell.ring()
        return True

    async def _fail_over(self, tx: Tx, address_id: AddressId, alert: Stranded | None) -> bool:
        _, person = await tx.people.who(address_id)
        if person is None or alert is None:
            return False
        return await fail_over(tx, alert, person, house=self.house, now=self.clock.now())

    async def _bury(self, held: HeldLetter, fault: Rejected) -> None:
        gone = GONE.get(fault.reason)
        async with self.store.transaction() as tx:
            elsewhere = await self._fail_over(tx, held.address_id, stranded(held))
            behind = await tx.outbox.alerts_waiting(held.address_id) if gone else []
            await tx.outbox.bury(held, fault=str(fault), as_state="dropped" if gone or elsewhere else "dead")
            if gone:
                for waiting in behind:
                    await self._fail_over(tx, held.address_id, stranded(waiting))
                if gone == "unreachable":
                    await self._tell_elsewhere(tx, held.address_id)
                await tx.people.set_state(held.address_id, gone)
                await tx.outbox.drop_waiting(held.address_id, fault=fault.reason)
        logger.bind(trace_id=held.letter.trace_id).warning(
            "{} refused a letter for good: {}", held.letter.address.channel, fault.reason
        )

    async def _tell_elsewhere(self, tx: Tx, address_id: AddressId) -> None:
        """Says in Telegram that a number cannot be reached; once, for from then on it is known to be."""
        known, person = await tx.people.who(address_id)
        if known.address.channel != "sms" or known.state != "open" or person is None:
            return
        now = self.clock.now()
        answer = Voice(person.language, person.locale, person.today(now)).answer("cannot.reach_number")
        for each in await tx.people.addresses_of(person.id):
            if each.address.channel == "telegram" and each.state == "open":
                await tx.outbox.post(Draft(address_id=each.id, channel="telegram", answer=answer), at=now)

    async def _fail(self, held: HeldLetter, fault: Exception) -> None:
        """A bug while sending: treated like a vendor that is away, so the letter is tried again and then parked."""
        logger.bind(trace_id=held.letter.trace_id).opt(exception=fault).error("a letter failed")
        await self._try_later(held, Unavailable(type(fault).__name__))


def _joined(held: HeldLetter, waiting: list[tuple[LetterId, Answer]], longest: int) -> HeldLetter:
    joined: list[LetterId] = []
    answer = held.letter.answer
    for letter_id, more in waiting:
        longer = together(answer, more)
        if len(longer.plain) > longest:
            break
        answer, joined = longer, [*joined, letter_id]
    return replace(held, letter=replace(held.letter, answer=answer), joined=tuple(joined))
