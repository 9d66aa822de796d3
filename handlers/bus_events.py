"""Events as they arrive by the bus, from this process or another; and the way onto it for what is committed here."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from loguru import logger

from bot.domain.errors import PamError, Unavailable
from bot.domain.event import Event
from bot.kit.backoff import backoff_s
from bot.kit.bell import Bell
from bot.kit.outcome import outcome_of
from bot.ports.bus import Bus, Heard

# Taken from the bus and not done with yet; more is left to other workers.
MOST_AT_ONCE = 64
PATIENCE_S = 5.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 2.0


class React(Protocol):
    """Raises Unavailable when nothing could be decided."""

    def __call__(self, event: Event, *, again: bool) -> Awaitable[None]: ...


class BusPublisher:
    """Takes what was committed and passes it on; what the bus does not take is handed to ``keep``."""

    def __init__(self, bus: Bus, keep: Callable[[Sequence[Event]], Awaitable[None]]) -> None:
        self._bus = bus
        self._keep = keep
        self._waiting: list[Event] = []
        self._bell = Bell()
        self._is_out = False

    def pass_on(self, events: list[Event]) -> None:
        """Returns at once."""
        self._waiting += events
        self._bell.ring()

    async def run(self) -> None:
        """Until cancelled; what waits then is found by a sweep."""
        while True:
            await self._bell.wait(PATIENCE_S)
            while self._waiting:
                events, self._waiting = self._waiting, []
                await self._publish(events)

    async def _publish(self, events: list[Event]) -> None:
        try:
            await self._bus.publish(events)
        except Unavailable as fault:
            self._tell(fault)
            await self._hand_over(events)
        else:
            self._tell(None)

    async def _hand_over(self, events: list[Event]) -> None:
        try:
            await self._keep(events)
        except PamError:
            logger.debug("a sweep will find what the bus did not take")

    def _tell(self, fault: Unavailable | None) -> None:
        """Once an outage, and once when it is over."""
        if fault and not self._is_out:
            logger.warning("the bus is away, events go by the database: {}", str(fault))
        if self._is_out and fault is None:
            logger.info("the bus is back")
        self._is_out = fault is not None


class BusEvents:
    """Hears from the bus and has each event reacted to; tells the bus, many at a time, what is done."""

    def __init__(self, bus: Bus, react: React) -> None:
        self._bus = bus
        self._react = react
        self._at_work: set[asyncio.Task[None]] = set()
        self._done: list[str] = []
        self._room = Bell()
        self._telling: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Until cancelled; what is at work then comes to its end elsewhere or is heard again."""
        failed = 0
        try:
            while True:
                heard = await self._take()
                failed = failed + 1 if heard is None else 0
                if failed:
                    await asyncio.sleep(backoff_s(failed, first_s=FIRST_PAUSE_S, cap_s=LONGEST_PAUSE_S))
        finally:
            await self._finish()

    async def _take(self) -> list[Heard] | None:
        """None when the bus is away."""
        while len(self._at_work) >= MOST_AT_ONCE:
            await self._room.wait(PATIENCE_S)
        try:
            heard = await self._bus.take(MOST_AT_ONCE - len(self._at_work), PATIENCE_S)
        except Unavailable:
            return None
        for each in heard:
            if each.again:
                # Somebody ended with it: whatever ended them must be alone, or others are taken for it.
                await self._mind(each)
                continue
            task = asyncio.create_task(self._mind(each))
            self._at_work.add(task)
            task.add_done_callback(self._landed)
        return heard

    async def _mind(self, heard: Heard) -> None:
        fault = await outcome_of(self._react(heard.event, again=heard.again))
        if isinstance(fault, Unavailable):
            # Not said to be done: it is heard again, or found by the sweep.
            return
        if isinstance(fault, Exception):
            # What is kept of it is found by the sweep; on the bus it would come back for ever.
            logger.opt(exception=fault).error("an event on the bus is of no use", trace_id=heard.event.trace_id)
        self._done.append(heard.receipt)
        if self._telling is None:
            self._telling = asyncio.create_task(self._tell_done())

    async def _tell_done(self) -> None:
        """What is done while this is on its way goes with the next."""
        while self._done:
            receipts, self._done = self._done, []
            try:
                await self._bus.done(receipts)
            except Unavailable:
                # Heard again then, and found to be done.
                break
        self._telling = None

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        self._room.ring()
        if not task.cancelled() and task.exception():
            logger.opt(exception=task.exception()).error("an event was lost to a bug; a sweep finds it")

    async def _finish(self) -> None:
        """Lets what is at work come to its end, for as long as whoever waits for this bears it."""
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=2.0)
        if self._telling:
            await self._telling
