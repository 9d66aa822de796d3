"""What stands around every call to one vendor: a deadline over everything, and a second try where it cannot double."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from loguru import logger

from bot.domain.errors import Unavailable
from bot.kit.backoff import backoff_s

Result = TypeVar("Result")


class NeverSent(Unavailable):
    """The request surely did not reach the vendor (connection refused, name not found): it may be tried again."""


class KeyRefused(Unavailable):
    """The vendor does not take our key; nothing will pass until an operator sets another."""


class Guard:
    """Stands around calls to the vendor ``name``.

    deadline_s   over all tries and the pauses between them
    attempts     the first one included
    """

    def __init__(self, name: str, deadline_s: float, attempts: int = 3) -> None:
        self._name = name
        self._deadline_s = deadline_s
        self._attempts = attempts
        self._key_refused = False

    async def call(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """What ``work`` returns. Past the deadline raises Unavailable; all else ``work`` raises goes through."""
        try:
            async with asyncio.timeout(self._deadline_s):
                result = await self._tried(work)
        except TimeoutError as late:
            raise Unavailable(f"{self._name} did not answer in time") from late
        except KeyRefused:
            # Once, not with every letter that waits.
            if not self._key_refused:
                logger.error("{} refuses our key: nothing can be sent until it is set right", self._name)
            self._key_refused = True
            raise
        self._key_refused = False
        return result

    async def _tried(self, work: Callable[[], Awaitable[Result]]) -> Result:
        for attempt in range(1, self._attempts):
            try:
                return await work()
            except NeverSent:
                await asyncio.sleep(backoff_s(attempt, first_s=0.1, cap_s=2.0))
        return await work()
