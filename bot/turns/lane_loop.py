"""The loop the three queues are worked by: claim what is free, work side by side, keep the leases, never die."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec
from loguru import logger

from bot.domain.errors import Conflict, PamError, Unavailable
from bot.kit.bell import Bell
from bot.kit.outcome import outcome_of

Item = TypeVar("Item")

# Short, so that a killed process's work goes on soon; held longer by renewing.
LEASE_S = 6.0
RENEW_EVERY_S = 2.0
# The bell is what wakes; the sweep only finds what came due or lost its holder.
SWEEP_S = 1.0
STORE_PAUSE_S = 0.25
# Of the time in which all have to end, kept for each loop that is stopped later.
KEPT_S = 1.0


class LaneWork(msgspec.Struct, Generic[Item], frozen=True):
    """How one queue is worked.

    claim  up to that many items, leased; empty when there are none
    work   does one; it raises only what is a bug, and then ``fail`` records it
    renew  makes a lease last; False when it went to somebody else
    now    the clock the leases are kept by: it may leap, and what is held here must not look forsaken then
    alone  whether this one begins once the others have landed, and nothing is claimed until it has
    """

    name: str
    claim: Callable[[int], Awaitable[list[Item]]]
    work: Callable[[Item], Awaitable[None]]
    fail: Callable[[Item, Exception], Awaitable[None]]
    renew: Callable[[Item], Awaitable[bool]]
    now: Callable[[], datetime]
    alone: Callable[[Item], bool] = lambda _: False


class Leap:
    """By how many seconds a clock ran ahead of the one that nobody sets, since it was last asked."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = (now(), time.monotonic())

    def since_last(self) -> float:
        wall, steady = self._last
        self._last = (self._now(), time.monotonic())
        return (self._last[0] - wall).total_seconds() - (self._last[1] - steady)


class LaneLoop(Generic[Item]):
    """Runs until stopped; ``most`` items at a time."""

    def __init__(self, work: LaneWork[Item], bell: Bell, most: int) -> None:
        self._work = work
        self._bell = bell
        self._most = most
        self._stopping = False
        self._taking = asyncio.Lock()
        self._in_flight: dict[asyncio.Task[None], Item] = {}
        self._alone: asyncio.Task[None] | None = None
        self._running: asyncio.Task[None] | None = None
        self._leapt = Leap(work.now)

    async def run(self) -> None:
        self._running = asyncio.current_task()
        keeper = asyncio.create_task(self._keep_leases())
        try:
            while not self._stopping:
                free = 0 if self._alone else self._most - len(self._in_flight)
                claimed = await self._take(free) if free else 0
                if not claimed or claimed < free:
                    await self._bell.wait(SWEEP_S)
        finally:
            keeper.cancel()

    async def _take(self, free: int) -> int:
        """Claims and starts; what a stop finds half-way here is in flight before it counts."""
        async with self._taking:
            if self._leapt.since_last() > RENEW_EVERY_S:
                await self._renew_all()
            claimed = await self._claim(free)
            for item in claimed:
                self._start(item)
            return len(claimed)

    def _start(self, item: Item) -> None:
        alone = self._work.alone(item)
        task = asyncio.create_task(self._run_one(item, after=list(self._in_flight) if alone else ()))
        self._in_flight[task] = item
        self._alone = task if alone else self._alone
        task.add_done_callback(self._landed)

    async def work_off(self) -> int:
        """Does what can be claimed now and returns how many items that were: one sweep, without waiting for more."""
        claimed = await self._work.claim(self._most)
        await asyncio.gather(*(self._run_one(item) for item in claimed))
        return len(claimed)

    async def stop(self, patience_s: float) -> None:
        """Takes nothing new, lets what is in flight land, and gives up on it after a while: its lease runs out.

        A claim that hangs is given up on as well: ``run`` ends then, or at the latest when the store is closed.
        """
        self._stopping = True
        self._bell.ring()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                await self._land()
        for task in list(self._in_flight):
            task.cancel()
        if self._running and self._taking.locked():
            self._running.cancel()

    async def _land(self) -> None:
        async with self._taking:
            landing = list(self._in_flight)
        if landing:
            await asyncio.wait(landing)

    async def _claim(self, free: int) -> list[Item]:
        claimed = await outcome_of(self._work.claim(free))
        if isinstance(claimed, Exception):
            self._tell("{} cannot be read, trying again", claimed)
            await asyncio.sleep(STORE_PAUSE_S)
            return []
        return claimed

    async def _run_one(self, item: Item, after: Collection[asyncio.Task[None]] = ()) -> None:
        if after:
            await asyncio.wait(after)
        outcome = await outcome_of(self._work.work(item))
        if isinstance(outcome, Exception):
            await self._fail(item, outcome)

    async def _fail(self, item: Item, fault: Exception) -> None:
        try:
            await self._work.fail(item, fault)
        except Unavailable:
            logger.warning("{} could not record a failure; the lease will run out", self._work.name)
        except Conflict:
            logger.info("an item of {} went to somebody else meanwhile", self._work.name)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.pop(task, None)
        self._alone = None if task is self._alone else self._alone
        if not task.cancelled() and task.exception():
            logger.opt(exception=task.exception()).error("{} lost an item to a bug", self._work.name)
        self._bell.ring()

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY_S)
            await self._renew_all()

    async def _renew_all(self) -> None:
        for task, item in list(self._in_flight.items()):
            if not task.done():
                await self._renew(item)

    async def _renew(self, item: Item) -> None:
        outcome = await outcome_of(self._work.renew(item))
        if isinstance(outcome, Exception):
            self._tell("a lease of {} could not be renewed", outcome)

    def _tell(self, what: str, fault: Exception) -> None:
        if isinstance(fault, PamError):
            logger.warning(what, self._work.name)
        else:
            logger.opt(exception=fault).error(what, self._work.name)


async def stop_in_turn(loops: Sequence[LaneLoop[Any]], within_s: float) -> None:
    """Each with all the time that is left but for what is kept for the later ones: what one leaves over is theirs."""
    now = asyncio.get_running_loop().time
    end = now() + within_s
    for number, loop in enumerate(loops, 1):
        await loop.stop(end - (len(loops) - number) * KEPT_S - now())
