"""The store on SQLite: every table over one engine."""

import sqlite3
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Literal

from adapters.sql_store.books import SqlBooks
from adapters.sql_store.budgets import SqlBudgets
from adapters.sql_store.codes import SqlCodes
from adapters.sql_store.inbox import SqlInbox
from adapters.sql_store.journal import SqlJournal
from adapters.sql_store.migrate import migrate, newest_version, schema_version
from adapters.sql_store.outbox import SqlOutbox
from adapters.sql_store.people import SqlPeople
from adapters.sql_store.questions import SqlQuestions
from adapters.sql_store.session import Session
from adapters.sql_store.sqlite_engine import SqliteEngine, Transaction, connect
from adapters.sql_store.sqlite_faults import as_told
from bot.domain.errors import Refused
from bot.kit.keyring import Keyring

# Two starters may both want to migrate: the second waits this long for the first.
MIGRATION_PATIENCE_MS = 30_000


class SqlTx:
    """Fulfils ``bot.ports.store.Tx``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self.inbox = SqlInbox(session, keyring)
        self.outbox = SqlOutbox(session, keyring)
        self.people = SqlPeople(session, keyring)
        self.books = SqlBooks(session)
        self.budgets = SqlBudgets(session)
        self.journal = SqlJournal(session)
        self.questions = SqlQuestions(session, keyring)
        self.codes = SqlCodes(session, keyring)


class SqliteStore:
    """Fulfils ``bot.ports.store.Store``. Built by ``open``; the schema must be the newest."""

    def __init__(self, engine: SqliteEngine, keyring: Keyring) -> None:
        self._engine = engine
        # One connection, one transaction at a time: the tables hold no state, so one set serves them all.
        self._tx = SqlTx(engine.session, keyring)

    @classmethod
    def open(cls, path: Path, keyring: Keyring) -> "SqliteStore":
        """Raises Refused when the schema is older or newer than this code, Unavailable when it cannot be read."""
        with closing(connect(path)) as connection:
            present = schema_version(connection)
        if present != newest_version():
            raise Refused("schema_not_current", present=present, newest=newest_version())
        return cls(SqliteEngine(path), keyring)

    def transaction(self) -> "OpenTx":
        return OpenTx(self._engine.transaction(), self._tx)

    async def close(self) -> None:
        await self._engine.close()


class OpenTx:
    """The engine's transaction, handing out the tables."""

    __slots__ = ("_transaction", "_tx")

    def __init__(self, transaction: Transaction, tx: SqlTx) -> None:
        self._transaction = transaction
        self._tx = tx

    async def __aenter__(self) -> SqlTx:
        await self._transaction.__aenter__()
        return self._tx

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        return await self._transaction.__aexit__(kind, fault, trace)


def migrate_file(path: Path) -> int:
    """Brings the file to the newest schema; returns how many migrations that took.

    Raises Refused when the schema is newer than this code, Unavailable when the file cannot be written.
    """
    with closing(connect(path, patience_ms=MIGRATION_PATIENCE_MS)) as connection:
        try:
            return migrate(connection)
        except sqlite3.DatabaseError as fault:
            told = as_told(fault)
            if told is None:
                raise
            raise told from fault
