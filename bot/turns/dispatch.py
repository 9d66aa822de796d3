"""Dispatch carries letters out: the only one who does, and never inside a transaction."""

from collections.abc import Mapping
from datetime import timedelta

import msgspec
from loguru import logger

from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address
from bot.kit.backoff import backoff_s
from bot.kit.bell import Bell
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.outbox import HeldLetter
from bot.ports.store import Store
from bot.turns.lane_loop import LEASE_S, LaneLoop, LaneWork

SIDE_BY_SIDE = 32
# Waits before the 2nd, 3rd, 4th and 5th try: five tries in about 13 minutes, then the letter is dead.
WAITS_S = (3, 20, 120, 600)
# Nobody is there any more: what else waits for that address is not worth a call.
GONE = {"opted_out": "stopped", "blocked": "unreachable", "bad_address": "unreachable"}


class Dispatch(msgspec.Struct, frozen=True, kw_only=True):
    """Woken by the commit that posted a letter; ``channels`` by name."""

    store: Store
    clock: Clock
    channels: Mapping[str, Channel]
    bell: Bell

    def loop(self) -> LaneLoop[HeldLetter]:
        work = LaneWork(name="the outbox", claim=self._claim, work=self._work, fail=self._fail, renew=self._renew)
        return LaneLoop(work, self.bell, SIDE_BY_SIDE)

    async def show_typing(self, address: Address) -> None:
        channel = self.channels.get(address.channel)
        if channel:
            await channel.show_typing(address)

    async def _claim(self, most: int) -> list[HeldLetter]:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            return await tx.outbox.claim(now=now, until=now + timedelta(seconds=LEASE_S), most=most)

    async def _renew(self, held: HeldLetter) -> bool:
        async with self.store.transaction() as tx:
            return await tx.outbox.renew(held, self.clock.now() + timedelta(seconds=LEASE_S))

    async def _work(self, held: HeldLetter) -> None:
        channel = self.channels.get(held.letter.address.channel)
        if channel is None:
            await self._bury(held, Rejected("no_channel", held.letter.address.channel))
            return
        try:
            receipt = await channel.send(held.letter)
        except Unavailable as fault:
            await self._try_later(held, fault)
        except Rejected as fault:
            await self._bury(held, fault)
        else:
            async with self.store.transaction() as tx:
                await tx.outbox.sent(held, external_id=receipt.external_id, at=self.clock.now())
            logger.bind(trace_id=held.letter.trace_id, stage="letter").debug(
                "{} sent by {}", held.letter.kind.replace("_", " "), held.letter.address.channel
            )

    async def _try_later(self, held: HeldLetter, fault: Unavailable) -> None:
        tries = held.letter.attempt
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

    async def _bury(self, held: HeldLetter, fault: Rejected) -> None:
        gone = GONE.get(fault.reason)
        async with self.store.transaction() as tx:
            await tx.outbox.bury(held, fault=str(fault), as_state="dropped" if gone else "dead")
            if gone:
                await tx.people.set_state(held.address_id, gone)
                await tx.outbox.drop_waiting(held.address_id, but=None, fault=fault.reason)
        logger.bind(trace_id=held.letter.trace_id).warning(
            "{} refused a letter for good: {}", held.letter.address.channel, fault.reason
        )

    async def _fail(self, held: HeldLetter, fault: Exception) -> None:
        """A bug while sending: treated like a vendor that is away, so the letter is tried again and then parked."""
        logger.bind(trace_id=held.letter.trace_id).opt(exception=fault).error("a letter failed")
        await self._try_later(held, Unavailable(type(fault).__name__))
