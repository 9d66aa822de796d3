"""A handful of connections to Postgres: opened when they are needed, mended when they break, handed on in order."""

import asyncio
import contextlib

import asyncpg

from adapters.sql_store.postgres_faults import LOST, as_told, at_the_door
from bot.domain.errors import Refused, Unavailable

# Beyond this two cores of a database only wait for each other; eight processes stay under its usual hundred.
MOST_CONNECTIONS = 10
# A vendor waits 10 s and more for its answer; two seconds of a lock, a restart or a full house are worth waiting out.
PATIENCE_S = 2.0
AGAIN_AFTER_S = 0.05
# Longer than any answer to a person takes: then the server gives a statement up, and one that does not is gone.
STATEMENT_S = 8.0
SILENCE_S = 10.0
# Of the 8 s in which every role has to end, for what still waits for an answer; then its line is cut.
LAST_WORDS_S = 1.0
# One that sleeps inside a transaction holds others' lanes, and the clock's lease, to be taken over within 20 s. Every
# statement finds its rows by an index, whatever the values: to plan a booking's anew each time took as long as half of
# it.
MANNERS = f"""
SET default_transaction_isolation = 'read committed';
SET lock_timeout = {int(PATIENCE_S * 1000)};
SET statement_timeout = {int(STATEMENT_S * 1000)};
SET idle_in_transaction_session_timeout = {int(SILENCE_S * 1000)};
SET jit = off;
SET plan_cache_mode = force_generic_plan;
"""

Connection = asyncpg.Connection


async def connect(url: str, *, patience_s: float = PATIENCE_S, command_timeout_s: float | None = None) -> Connection:
    """One connection with PAM's manners.

    Raises Refused where the server does not know us or the database, Unavailable when there is none to be had now.
    """
    try:
        connection = await asyncpg.connect(
            url, timeout=patience_s, command_timeout=command_timeout_s, max_cached_statement_lifetime=0
        )
        await connection.execute(MANNERS, timeout=patience_s)
    except (asyncpg.PostgresError, *LOST) as fault:
        raise at_the_door(fault) from fault
    return connection


class PostgresPool:
    """Whoever takes a connection gives it back or discards it; the one used last is handed out first."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._free = asyncio.Semaphore(MOST_CONNECTIONS)
        self._idle: list[Connection] = []
        self._lent: set[Connection] = set()
        self._closing = False

    async def begin(self) -> Connection:
        """A connection with a transaction open. Raises Unavailable when there is none within two seconds."""
        if self._closing:
            raise Unavailable("store")
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        await self._my_turn()
        try:
            return await self._begun(deadline)
        except BaseException:
            self._free.release()
            raise

    def give_back(self, connection: Connection) -> None:
        self._lent.discard(connection)
        self._idle.append(connection)
        self._free.release()

    def discard(self, connection: Connection) -> None:
        """For one that is lost, or in a state nobody knows."""
        self._lent.discard(connection)
        connection.terminate()
        self._free.release()

    async def close(self) -> None:
        """Those in line come to their end, unless the server is silent; whoever comes later is told Unavailable.

        Closing twice is closing once.
        """
        if self._closing:
            return
        self._closing = True
        with contextlib.suppress(asyncpg.PostgresError, *LOST):
            async with asyncio.timeout(LAST_WORDS_S):
                for _ in range(MOST_CONNECTIONS):
                    await self._free.acquire()
                for connection in self._idle:
                    await connection.close()
        for connection in (*self._lent, *self._idle):
            connection.terminate()

    async def _my_turn(self) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._free.acquire()
        except TimeoutError as fault:
            raise Unavailable("store") from fault

    async def _begun(self, deadline: float) -> Connection:
        """Passes over connections that broke while they were idle, and waits out a restart."""
        while True:
            try:
                connection = self._idle.pop() if self._idle else await connect(self._url, command_timeout_s=SILENCE_S)
                if await self._opens(connection):
                    return connection
            except Refused as fault:
                # It knew us when PAM began: for those who wait now this is an outage like any other.
                raise Unavailable("store") from fault
            except Unavailable:
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(AGAIN_AFTER_S)

    async def _opens(self, connection: Connection) -> bool:
        """False when the connection turned out to be broken."""
        self._lent.add(connection)
        try:
            await connection.execute("BEGIN")
        except BaseException as fault:
            self._lent.discard(connection)
            connection.terminate()
            if as_told(fault, lost=True):
                return False
            raise
        return True
