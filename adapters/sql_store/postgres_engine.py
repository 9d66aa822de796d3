"""A Postgres, many transactions at once: each has a connection for as long as it lasts.

What SQLite's one writer gives for nothing is said in the statements here: who must not act at the same time waits for a
lock of the other's transaction (``migrations/postgres``), and a statement behind it sees what the other left.
"""

import contextlib
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Literal

import asyncpg

from adapters.sql_store.postgres_faults import LOST, as_told, is_out_of_step, without_words
from adapters.sql_store.postgres_pool import Connection, PostgresPool
from adapters.sql_store.session import Row, Value
from adapters.sql_store.sql_files import postgres_queries
from bot.domain.errors import Unavailable

# What these put there others may be waiting for.
ANNOUNCED = {
    "inbox.keep": "inbox",
    "inbox.revive": "inbox",
    "outbox.post": "outbox",
    "outbox.revive": "outbox",
    "events.expect": "events",
    "events.hurry": "events",
    "events.revive": "events",
}


class PostgresSession:
    """Runs named statements inside the transaction that is open on its connection."""

    __slots__ = ("_queries", "connection", "news")

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.news: set[str] = set()
        self._queries = postgres_queries()

    async def one(self, name: str, values: Mapping[str, Value]) -> Row | None:
        text, names = self._queries[name]
        if name in ANNOUNCED:
            self.news.add(ANNOUNCED[name])
        row = await self.connection.fetchrow(text, *[values[each] for each in names])
        return None if row is None else tuple(row)

    async def all(self, name: str, values: Mapping[str, Value]) -> list[Row]:
        text, names = self._queries[name]
        return [tuple(row) for row in await self.connection.fetch(text, *[values[each] for each in names])]

    async def run(self, name: str, values: Mapping[str, Value]) -> int:
        """Returns how many rows were written."""
        text, names = self._queries[name]
        if name in ANNOUNCED:
            self.news.add(ANNOUNCED[name])
        told = await self.connection.execute(text, *[values[each] for each in names])
        # As in "UPDATE 3" and "INSERT 0 3".
        return int(told.rpartition(" ")[2])


class PostgresEngine:
    """Hands out transactions; ``announce`` hears what a committed one put into the queues."""

    def __init__(self, url: str, announce: Callable[[set[str]], None]) -> None:
        self.pool = PostgresPool(url)
        self.announce = announce

    def transaction(self) -> "Transaction":
        return Transaction(self)

    async def close(self) -> None:
        await self.pool.close()


class Transaction:
    """``async with engine.transaction() as session``: left without an error it is durable, else it never was."""

    __slots__ = ("_engine", "_session")

    def __init__(self, engine: PostgresEngine) -> None:
        self._engine = engine

    async def __aenter__(self) -> PostgresSession:
        self._session = PostgresSession(await self._engine.pool.begin())
        return self._session

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        if kind is None:
            await self._keep()
            return False
        lost = self._session.connection.is_closed() or is_out_of_step(fault)
        without_words(fault)
        await self._forget(lost=lost)
        told = as_told(fault, lost=lost)
        if told:
            raise told from fault
        return False

    async def _keep(self) -> None:
        pool, connection = self._engine.pool, self._session.connection
        try:
            ended = await connection.execute("COMMIT")
        except BaseException as fault:
            # Whether it was kept nobody knows: whoever asked comes again, and is recognised if it was.
            pool.discard(connection)
            told = as_told(fault, lost=True)
            if told:
                raise told from fault
            raise
        pool.give_back(connection)
        if ended != "COMMIT":
            # A body that swallowed its statement's error: Postgres had given everything up by then.
            raise Unavailable("store")
        if self._session.news:
            self._engine.announce(self._session.news)

    async def _forget(self, *, lost: bool) -> None:
        pool, connection = self._engine.pool, self._session.connection
        undone = False
        try:
            if not lost:
                with contextlib.suppress(asyncpg.PostgresError, *LOST):
                    await connection.execute("ROLLBACK")
                    undone = True
        finally:
            if undone:
                pool.give_back(connection)
            else:
                pool.discard(connection)
