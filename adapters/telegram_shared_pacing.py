"""The pacing of one process under limits that several share; while nobody can say how much the others use, a quarter.

A process's own pacing stays in front: it keeps the order within a chat, and counts each call until its answer.
"""

import asyncio
from typing import Protocol

from adapters.telegram_pacing import PATIENCE_S, PER_SECOND, STRICT_PARTS, Pacing, pause, rate_of
from bot.domain.errors import Unavailable
from bot.kit.limits import Rate


class SharedPace(Protocol):
    """What all processes of one bot ask before a call."""

    async def ask(self, line: str, rate: Rate, per_second: int) -> float | None:
        """Seconds until it may be asked again; 0 is leave to go, and counted. None where nobody knows. Never waits."""
        ...

    async def halt(self, seconds: float) -> None:
        """Nobody has leave for so long."""
        ...

    async def close(self) -> None: ...


class SharedPacing(Pacing):
    """A Pacing whose turns are also leave given by ``shared``, and whose halts are everybody's."""

    def __init__(self, shared: SharedPace) -> None:
        super().__init__()
        self._shared = shared
        self._telling: set[asyncio.Task[None]] = set()

    async def turn(self, chat_id: str) -> None:
        await super().turn(chat_id)
        came_strictly, waited_s = self.is_strict, 0.0
        while True:
            early_s = await self._early_s(chat_id)
            if early_s is None and not came_strictly:
                # Its turn came by the full numbers, which are no longer this process's.
                await self.again(chat_id)
                came_strictly = self.is_strict
            elif not early_s:
                return
            else:
                waited_s += early_s
                await self._wait(chat_id, early_s, waited_s)

    def halt(self, seconds: float, chat_id: str) -> None:
        super().halt(seconds, chat_id)
        telling = asyncio.get_running_loop().create_task(self._shared.halt(seconds))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def close(self) -> None:
        await asyncio.gather(*self._telling)
        await self._shared.close()

    async def _early_s(self, chat_id: str) -> float | None:
        try:
            early_s = await self._shared.ask(chat_id, rate_of(chat_id), PER_SECOND)
        except asyncio.CancelledError:
            self.done(chat_id)
            raise
        self.keep_to_one_in(STRICT_PARTS if early_s is None else 1)
        return early_s

    async def _wait(self, chat_id: str, early_s: float, waited_s: float) -> None:
        try:
            if waited_s > PATIENCE_S:
                raise pause(early_s)
            await asyncio.sleep(early_s)
        except (asyncio.CancelledError, Unavailable):
            self.done(chat_id)
            raise
