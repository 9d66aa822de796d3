"""The store on Postgres: every table over one engine, and word of new work from process to process."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Literal

import asyncpg

from adapters.sql_store.postgres_backup import back_up, restore
from adapters.sql_store.postgres_books import PostgresBooks
from adapters.sql_store.postgres_engine import PostgresEngine, Transaction
from adapters.sql_store.postgres_faults import LOST, as_told
from adapters.sql_store.postgres_migrate import migrate, needed_version, schema_version
from adapters.sql_store.postgres_pool import LAST_WORDS_S, Connection, connect
from adapters.sql_store.postgres_wire import PostgresWire
from adapters.sql_store.sql_files import check_usable
from adapters.sql_store.tables import SqlTx
from bot.domain.event import Event
from bot.kit.keyring import Keyring

# What a host asks for by hand may take its time on a busy machine.
AT_HAND_S = 10.0


class PostgresStore:
    """Fulfils ``bot.ports.store.Store``. Built by ``open``; the schema must be this code's, or one it can use."""

    def __init__(self, url: str, keyring: Keyring) -> None:
        self._keyring = keyring
        self._wire = PostgresWire(url)
        self._engine = PostgresEngine(url, self._wire.announce)
        self._hear: Callable[[list[Event]], None] | None = None

    @classmethod
    async def open(cls, url: str, keyring: Keyring) -> "PostgresStore":
        """Raises Refused when the schema is older, or newer than this code can use, Unavailable when unreadable."""
        connection = await connect(url)
        try:
            check_usable(await schema_version(connection), await needed_version(connection))
        finally:
            connection.terminate()
        return cls(url, keyring)

    def transaction(self) -> "OpenTx":
        return OpenTx(self._engine.transaction(), self._keyring, self._hear)

    def listen(self, bells: Mapping[str, Callable[[], None]]) -> None:
        """Rings ``inbox``, ``outbox`` or ``events`` when another process put something there."""
        self._wire.listen(bells)

    def tell_events(self, hear: Callable[[list[Event]], None]) -> None:
        """``hear`` is given what a transaction posted, once that is committed."""
        self._hear = hear

    async def close(self) -> None:
        await self._engine.close()
        # A word that does not come through only costs others a wait for their sweep.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_S):
                await self._wire.close()


class OpenTx:
    """The engine's transaction, handing out the tables on its connection."""

    __slots__ = ("_hear", "_keyring", "_transaction", "_tx")

    def __init__(self, transaction: Transaction, keyring: Keyring, hear: Callable[[list[Event]], None] | None) -> None:
        self._transaction = transaction
        self._keyring = keyring
        self._hear = hear

    async def __aenter__(self) -> SqlTx:
        session = await self._transaction.__aenter__()
        self._tx = SqlTx(session, self._keyring, PostgresBooks(session))
        return self._tx

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        ended = await self._transaction.__aexit__(kind, fault, trace)
        posted = self._tx.events.posted
        if posted and self._hear and kind is None:
            self._hear(posted)
        return ended


async def migrate_database(url: str) -> int:
    """Brings the database to the newest schema; returns how many migrations that took.

    Raises Refused when the schema is newer than this code can use, Unavailable when the database cannot be written.
    """
    return await _on_a_line(url, migrate)


async def back_up_database(url: str, keyring: Keyring, backup: Path) -> int:
    return await _on_a_line(url, lambda connection: back_up(connection, keyring, backup))


async def restore_database(url: str, keyring: Keyring, backup: Path) -> int:
    return await _on_a_line(url, lambda connection: restore(connection, keyring, backup))


async def _on_a_line(url: str, work: Callable[[Connection], Awaitable[int]]) -> int:
    """Does it on a connection of its own, with errors told as everywhere."""
    connection = await connect(url, patience_s=AT_HAND_S)
    try:
        return await work(connection)
    except (asyncpg.PostgresError, *LOST) as fault:
        told = as_told(fault, lost=connection.is_closed())
        if told is None:
            raise
        raise told from fault
    finally:
        connection.terminate()
