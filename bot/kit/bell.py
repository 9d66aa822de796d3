"""A bell: rung when there is work, waited for by who does it."""

import asyncio


class Bell:
    """Ringing before the wait begins is not lost; many rings are one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()

    async def wait(self, at_most_s: float) -> None:
        """Until rung, or until the sweep is due."""
        if not self._event.is_set():
            loop = asyncio.get_running_loop()
            alarm = loop.call_later(at_most_s, self._event.set)
            try:
                await self._event.wait()
            finally:
                alarm.cancel()
        self._event.clear()
