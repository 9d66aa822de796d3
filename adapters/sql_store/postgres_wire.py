"""Word of new work between processes, by LISTEN and NOTIFY on a connection of its own; the sweep stands behind it."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping

import asyncpg

from adapters.sql_store.postgres_faults import LOST
from adapters.sql_store.postgres_pool import SILENCE_S, Connection, connect
from bot.domain.errors import PamError

CHANNEL = "pam_work"
# Commits with a NOTIFY in them stand in one line: said after the commit, and for a burst of commits at once, it costs
# 50 statements a second at the most.
QUIET_S = 0.02
AGAIN_AFTER_S = 1.0


class PostgresWire:
    """Says what is new in which queue, and hears it from others; what goes wrong here only costs a wait for a sweep."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._bells: Mapping[str, Callable[[], None]] = {}
        self._line: Connection | None = None
        self._turn = asyncio.Lock()
        self._lost = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        self._news: set[str] = set()
        self._saying: asyncio.Task[None] | None = None
        self._quiet: asyncio.TimerHandle | None = None

    def listen(self, bells: Mapping[str, Callable[[], None]]) -> None:
        self._bells = bells
        self._listening = asyncio.create_task(self._listen_on())

    def announce(self, news: set[str]) -> None:
        """Returns at once; what is announced while the last word is still on its way goes out with the next."""
        self._news |= news
        if self._saying is None and self._quiet is None:
            self._saying = asyncio.create_task(self._say())

    async def close(self) -> None:
        """Says what is still to be said, for as long as whoever closes it bears that."""
        try:
            if self._saying:
                await self._saying
            if self._news:
                await self._say()
        finally:
            if self._quiet:
                self._quiet.cancel()
            if self._listening:
                self._listening.cancel()
            if self._line:
                self._line.terminate()

    async def _say(self) -> None:
        news, self._news = self._news, set()
        with contextlib.suppress(PamError, asyncpg.PostgresError, *LOST):
            async with self._turn:
                line = await self._connected()
                await line.execute("; ".join(f"NOTIFY {CHANNEL}, '{each}'" for each in sorted(news)))
        self._saying = None
        self._quiet = asyncio.get_running_loop().call_later(QUIET_S, self._speak_again)

    def _speak_again(self) -> None:
        self._quiet = None
        if self._news:
            self.announce(set())

    async def _listen_on(self) -> None:
        while True:
            try:
                async with self._turn:
                    await self._connected()
            except (PamError, asyncpg.PostgresError, *LOST):
                await asyncio.sleep(AGAIN_AFTER_S)
                continue
            for ring in self._bells.values():
                # What was said while nobody listened.
                ring()
            await self._lost.wait()

    async def _connected(self) -> Connection:
        if self._line is None or self._line.is_closed():
            self._lost.clear()
            self._line = await connect(self._url, command_timeout_s=SILENCE_S)
            self._line.add_termination_listener(lambda _: self._lost.set())
            if self._bells:
                await self._line.add_listener(CHANNEL, self._hear)
        return self._line

    def _hear(self, line: object, process: int, _channel: str, news: object) -> None:
        own = self._line.get_server_pid() if self._line else None
        ring = self._bells.get(str(news))
        if ring and process != own:
            ring()
