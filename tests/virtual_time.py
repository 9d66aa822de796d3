"""An event loop whose clock jumps: timers fire at once and in order, as soon as nothing else is ready.

    def test_it_gives_up_after_a_minute():
        with pytest.raises(Unavailable):
            run_in_virtual_time(guard.call(never_answers))

Coroutines read the time by ``asyncio.get_running_loop().time()``; it starts at 0. Sockets, threads and subprocesses
live in real time, so they do not belong beside a timer here: it would fire before they answer.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

# How long a loop without timers waits for a thread before it is called stuck.
STUCK_AFTER_S = 10.0

T = TypeVar("T")


class StuckForEver(AssertionError):
    """Nothing is ready, no timer is set and no thread wakes the loop: what is awaited never comes."""


class JumpingSelector(selectors.DefaultSelector):
    """Tells what is ready now; where the loop would have waited, the clock jumps instead."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is not None:
            self.now += timeout
            return []
        ready = super().select(STUCK_AFTER_S)
        if not ready:
            raise StuckForEver
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """The standard loop on a JumpingSelector."""

    def __init__(self) -> None:
        self._clock = JumpingSelector()
        super().__init__(self._clock)

    def time(self) -> float:
        return self._clock.now

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Waits for threads without the deadline newer Pythons set, which would pass at once."""
        await super().shutdown_default_executor()


def run_in_virtual_time(main: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end on a loop of its own, however many hours it sleeps."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(main)
