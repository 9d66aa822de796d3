"""The bus of a single process: a queue, and what was handed over until it is said to be done."""

import asyncio
import math
from collections import deque
from collections.abc import Sequence
from itertools import count

from bot.domain.errors import Unavailable
from bot.domain.event import Event
from bot.ports.bus import Heard

MOST_WAITING = 10_000


class MemoryBus:
    """Fulfils ``bot.ports.bus.Bus``; what is on it ends with the process."""

    def __init__(self, again_after_s: float = 10.0) -> None:
        self._again_after_s = again_after_s
        self._waiting: deque[Event] = deque()
        # When each was handed over; the first of them is due again first.
        self._out: dict[str, tuple[float, Event]] = {}
        self._takers: deque[asyncio.Future[None]] = deque()
        self._receipts = count(1)
        self._closed = False

    async def publish(self, events: Sequence[Event]) -> None:
        self.put(events)

    def put(self, events: Sequence[Event]) -> None:
        """``publish`` for who cannot wait: a process that only tells itself needs no turn of the loop for it."""
        if self._closed or len(self._waiting) + len(events) > MOST_WAITING:
            raise Unavailable("the bus is closed" if self._closed else "the bus is full")
        self._waiting.extend(events)
        self._wake(len(events))

    async def take(self, most: int, wait_s: float) -> list[Heard]:
        if self._closed:
            raise Unavailable("the bus is closed")
        loop = asyncio.get_running_loop()
        end = loop.time() + wait_s
        while True:
            now = loop.time()
            heard = self._handed_over(most, now)
            if heard or now >= end or self._closed:
                return heard
            await self._wait_until(min(end, self._first_due_again(end)))

    async def done(self, receipts: Sequence[str]) -> None:
        for receipt in receipts:
            self._out.pop(receipt, None)

    async def close(self) -> None:
        self._closed = True
        self._wake(len(self._takers))

    def _handed_over(self, most: int, now: float) -> list[Heard]:
        heard: list[Heard] = []
        while len(heard) < most and self._first_due_again(math.inf) <= now:
            receipt = next(iter(self._out))
            _, event = self._out.pop(receipt)
            heard.append(Heard(event, receipt, again=True))
            self._out[receipt] = (now, event)
        for _ in range(min(most - len(heard), len(self._waiting))):
            event, receipt = self._waiting.popleft(), str(next(self._receipts))
            heard.append(Heard(event, receipt, again=False))
            self._out[receipt] = (now, event)
        return heard

    def _first_due_again(self, otherwise: float) -> float:
        for at, _ in self._out.values():
            return at + self._again_after_s
        return otherwise

    async def _wait_until(self, when: float) -> None:
        loop = asyncio.get_running_loop()
        woken = loop.create_future()
        self._takers.append(woken)
        alarm = loop.call_at(when, _settle, woken)
        try:
            await woken
        except asyncio.CancelledError:
            # Another may have been meant to have it.
            self._wake(len(self._waiting))
            raise
        finally:
            alarm.cancel()
            if woken in self._takers:
                self._takers.remove(woken)

    def _wake(self, most: int) -> None:
        while self._takers and most:
            woken = self._takers.popleft()
            if not woken.done():
                woken.set_result(None)
                most -= 1


def _settle(woken: asyncio.Future[None]) -> None:
    if not woken.done():
        woken.set_result(None)
