"""The time on the two phones is moved forward, with a stop at everything that is due on the way."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from adapters.sandbox.movable_clock import MovableClock
from bot.domain.letter import Address
from bot.pam import Pam

# A slow vendor takes two seconds, and two messages to a chat are one apart.
LANDING_LOOKS, LANDING_PAUSE_S = 80, 0.05


@dataclass(frozen=True)
class MovingTime:
    """``whose`` phone it is; two moves at once are one after the other."""

    clock: MovableClock
    pam: Pam
    whose: Address
    _moving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def move(self, hours: float) -> AsyncIterator[datetime]:
        """The time at each stop, the last one included; where a vendor takes nothing the rest is one jump."""
        async with self._moving:
            until = self.clock.now() + timedelta(hours=hours)
            while await self._landed() and (due_at := await self.pam.looks.next_due(self.whose)) and due_at < until:
                yield await self._stop_at(due_at)
            yield await self._stop_at(until)

    async def _landed(self) -> bool:
        """What is under way arrives first: its lease would run out by a jump, and it would be sent twice."""
        for _ in range(LANDING_LOOKS):
            if not await self.pam.looks.unsent():
                return True
            await asyncio.sleep(LANDING_PAUSE_S)
        return False

    async def _stop_at(self, moment: datetime) -> datetime:
        now = self.clock.move_to(moment)
        await self.pam.ticks.tick()
        self.pam.wake()
        return now
