"""The store on SQLite: every table over one engine."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Literal

from adapters.sql_store.books import SqlBooks
from adapters.sql_store.sql_files import check_usable
from adapters.sql_store.sqlite_engine import SqliteEngine, Transaction, connect
from adapters.sql_store.sqlite_faults import as_told
from adapters.sql_store.sqlite_migrate import migrate, needed_version, schema_version
from adapters.sql_store.tables import SqlTx
from bot.domain.event import Event
from bot.kit.keyring import Keyring

# Two starters may both want to migrate: the second waits this long for the first.
MIGRATION_PATIENCE_MS = 30_000


class SqliteStore:
    """Fulfils ``bot.ports.store.Store``. Built by ``open``; the schema must be this code's, or one it can use."""

    def __init__(self, engine: SqliteEngine, keyring: Keyring) -> None:
        self._engine = engine
        # One connection, one transaction at a time: what the tables hold is its own, so one set serves them all.
        self._tx = SqlTx(engine.session, keyring, SqlBooks(engine.session))
        self._hear: Callable[[list[Event]], None] | None = None

    @classmethod
    def open(cls, path: Path, keyring: Keyring) -> "SqliteStore":
        """Raises Refused when the schema is older, or newer than this code can use, Unavailable when unreadable."""
        with closing(connect(path)) as connection:
            check_usable(schema_version(connection), needed_version(connection))
        return cls(SqliteEngine(path), keyring)

    def transaction(self) -> "OpenTx":
        return OpenTx(self._engine.transaction(), self._tx, self._hear)

    def listen(self, bells: Mapping[str, Callable[[], None]]) -> None:
        """One process works on a file: there is nobody to hear from."""

    def tell_events(self, hear: Callable[[list[Event]], None]) -> None:
        """``hear`` is given what a transaction posted, once that is on disk."""
        self._hear = hear

    async def close(self) -> None:
        await self._engine.close()


class OpenTx:
    """The engine's transaction, handing out the tables."""

    __slots__ = ("_hear", "_transaction", "_tx")

    def __init__(self, transaction: Transaction, tx: SqlTx, hear: Callable[[list[Event]], None] | None) -> None:
        self._transaction = transaction
        self._tx = tx
        self._hear = hear

    async def __aenter__(self) -> SqlTx:
        await self._transaction.__aenter__()
        self._tx.events.posted = []
        return self._tx

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        # Taken before the wait for the disk: the next transaction begins meanwhile.
        posted = self._tx.events.posted
        ended = await self._transaction.__aexit__(kind, fault, trace)
        if posted and self._hear and kind is None:
            self._hear(posted)
        return ended


def migrate_file(path: Path) -> int:
    """Brings the file to the newest schema; returns how many migrations that took.

    Raises Refused when the schema is newer than this code can use, Unavailable when the file cannot be written.
    """
    with closing(connect(path, patience_ms=MIGRATION_PATIENCE_MS)) as connection:
        # A table that is made anew must not take along what refers to it; ``migrate`` checks at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            return migrate(connection)
        except sqlite3.DatabaseError as fault:
            told = as_told(fault)
            if told is None:
                raise
            raise told from fault
