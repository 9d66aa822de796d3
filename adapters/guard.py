"""What stands around every call to one vendor: a deadline over everything, a second try where it cannot double, and a
breaker that leaves a sick one alone.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Generator
from typing import TypeVar

from loguru import logger

from bot.domain.errors import PamError, Unavailable
from bot.kit.backoff import backoff_s
from bot.kit.breaker import Breaker, Rules, Snapshot, State

Result = TypeVar("Result")


class NeverSent(Unavailable):
    """The request surely did not reach the vendor (connection refused, name not found): it may be tried again."""


class KeyRefused(Unavailable):
    """The vendor does not take our key; nothing will pass until an operator sets another."""


class Guard:
    """Stands around calls to the vendor ``name``; one for all calls of a kind. Belongs to one event loop.

    deadline_s   over all tries and the pauses between them
    attempts     the first one included
    rules        the breaker's; as a rule half of the deadline is slow
    rest_s       after a refused key one call is made in so long; so long at most a pause that the vendor names is kept
                 to by all calls. 0 where the caller sees to both
    """

    def __init__(
        self, name: str, deadline_s: float, attempts: int = 3, rules: Rules | None = None, rest_s: float = 0.0
    ) -> None:
        self._name = name
        self._deadline_s = deadline_s
        self._attempts = attempts
        self._key_refused = False
        self._rest_s = rest_s
        self._rests_until = 0.0
        self._breaker = Breaker(name, rules or Rules(slow_s=deadline_s / 2, probe_s=deadline_s), _now, _tell)

    async def call(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """What ``work`` returns. Past the deadline raises Unavailable; all else ``work`` raises goes through.

        Raises Unavailable at once, not tried and with the time to come back, while the breaker is open or it rests.
        """
        self._keep_rest()
        ticket = self._breaker.enter()
        if ticket is None:
            raise Unavailable(f"{self._name} is left alone", retry_after_s=self._breaker.wait_s, tried=False)
        # Whoever cancels, and a bug of ours, say nothing of the vendor.
        end = self._breaker.abandoned
        try:
            result = await self._within_deadline(work)
            end = self._breaker.passed
        except PamError as fault:
            end = self._breaker.failed if _is_sickness(fault) else self._breaker.excused
            if isinstance(fault, Unavailable) and fault.retry_after_s is not None:
                self.rest(fault.retry_after_s)
            raise
        finally:
            end(ticket)
        return result

    @property
    def snapshot(self) -> Snapshot:
        return self._breaker.snapshot

    def rest(self, seconds: float) -> None:
        """From now on nobody is let through for so long, or for ``rest_s`` where that is less."""
        if self._rest_s:
            self._rests_until = _now() + min(seconds, self._rest_s)

    def _keep_rest(self) -> None:
        """Raises Unavailable while there is rest; after it a refused key lets one call through and rests again."""
        left_s = self._rests_until - _now() if self._rests_until else 0.0
        if left_s > 0:
            raise Unavailable(f"{self._name} is left alone", retry_after_s=left_s, tried=False)
        if self._key_refused:
            self.rest(self._rest_s)

    async def _within_deadline(self, work: Callable[[], Awaitable[Result]]) -> Result:
        try:
            async with asyncio.timeout(self._deadline_s):
                result = await self._tried(work)
        except TimeoutError as late:
            raise Unavailable(f"{self._name} did not answer in time") from late
        except KeyRefused as refusal:
            # Once, not with every letter that waits.
            if not self._key_refused:
                logger.error("{} refuses our key: nothing can be sent until it is set right ({})", self._name, refusal)
            self._key_refused = True
            self.rest(self._rest_s)
            raise
        if self._key_refused:
            self._key_refused, self._rests_until = False, 0.0
        return result

    async def _tried(self, work: Callable[[], Awaitable[Result]]) -> Result:
        for attempt in range(1, self._attempts):
            try:
                return await work()
            except NeverSent:
                await asyncio.sleep(backoff_s(attempt, first_s=0.1, cap_s=2.0))
        return await work()


@contextlib.contextmanager
def part_way(*, begun: bool = True) -> Generator[None]:
    """Around the rest of a letter, once something of it went out: it was tried, whatever keeps the rest from going."""
    try:
        yield
    except Unavailable as later:
        later.tried = later.tried or begun
        raise


def _is_sickness(fault: PamError) -> bool:
    """Who says no, does not know our key or names a time to come back is well enough to answer."""
    return isinstance(fault, Unavailable) and not isinstance(fault, KeyRefused) and fault.retry_after_s is None


def _now() -> float:
    return asyncio.get_running_loop().time()


def _tell(name: str, before: State, to: State) -> None:
    """Once an outage, not with every probe that fails."""
    if before == "closed":
        logger.warning("{} fails too often: left alone for a while, then tried with one call at a time", name)
    elif to == "closed":
        logger.info("{} answers again", name)
