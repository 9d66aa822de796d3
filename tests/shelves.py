"""Where one test's data lies, on either engine: opened again, it is the same data in a store that remembers nothing."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from adapters.sql_store.postgres_store import PostgresStore, back_up_database, restore_database
from adapters.sql_store.session import Row
from adapters.sql_store.sqlite_backup import back_up_file, restore_file
from adapters.sql_store.sqlite_store import migrate_file
from bot.kit.keyring import Keyring
from bot.ports.store import Store
from tests.kept import SECRET, open_store
from tests.postgres import databases

KINDS = ("sqlite", "postgres")


class Board(Protocol):
    """The data itself, seen from outside."""

    url: str

    def open(self, secrets: tuple[str, ...]) -> Store: ...

    def rows(self, sql: str, values: tuple[str | int, ...]) -> list[Row]: ...

    def change(self, sql: str) -> None: ...

    def written(self) -> bytes: ...

    def is_waited_at(self) -> bool: ...

    def columns(self) -> list[Row]: ...

    async def back_up(self, keyring: Keyring, backup: Path) -> int: ...

    async def restore(self, keyring: Keyring, backup: Path) -> int: ...

    def clear(self) -> None: ...


class SqliteBoard:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "pam.db"
        migrate_file(self._path)
        self.url = f"sqlite:///{self._path}"

    def open(self, secrets: tuple[str, ...]) -> Store:
        return open_store(self._folder, secrets)

    def rows(self, sql: str, values: tuple[str | int, ...]) -> list[Row]:
        with closing(sqlite3.connect(self._path)) as look:
            return look.execute(sql, values).fetchall()

    def change(self, sql: str) -> None:
        with closing(sqlite3.connect(self._path, isolation_level=None)) as hand:
            hand.execute("PRAGMA foreign_keys = ON")
            hand.execute(sql)

    def written(self) -> bytes:
        return b"".join(path.read_bytes() for path in self._folder.iterdir())

    def is_waited_at(self) -> bool:
        """Whoever is not alone waits: there is one writer."""
        return True

    def columns(self) -> list[Row]:
        tables = self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_history'", ())
        sql = "SELECT ?, group_concat(name) FROM (SELECT name FROM pragma_table_info(?) ORDER BY name)"
        return [row for (name,) in tables for row in self.rows(sql, (name, name))]

    async def back_up(self, keyring: Keyring, backup: Path) -> int:
        return back_up_file(self._path, keyring, backup)

    async def restore(self, keyring: Keyring, backup: Path) -> int:
        return restore_file(self._path, keyring, backup)

    def clear(self) -> None:
        """The folder is the test's own."""


class PostgresBoard:
    def __init__(self) -> None:
        self._databases = databases()
        self._name = self._databases.take()
        self.url = self._databases.url(self._name)

    def open(self, secrets: tuple[str, ...]) -> Store:
        return PostgresStore(self.url, Keyring(secrets))

    def rows(self, sql: str, values: tuple[str | int, ...]) -> list[Row]:
        places = count(1)
        numbered = re.sub(r"\?", lambda _: f"${next(places)}", sql)
        return self._databases.rows(self._name, numbered, values)

    def change(self, sql: str) -> None:
        self._databases.run(self._name, sql)

    def written(self) -> bytes:
        tables = self._databases.rows(self._name, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        values = [value for (table,) in tables for row in self.rows(f"TABLE {table}", ()) for value in row]
        return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)

    def is_waited_at(self) -> bool:
        sql = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return bool(self.rows(sql, ()))

    def columns(self) -> list[Row]:
        sql = """
        SELECT table_name, string_agg(column_name, ',' ORDER BY column_name) FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'schema_history' GROUP BY table_name
        """
        return self.rows(sql, ())

    async def back_up(self, keyring: Keyring, backup: Path) -> int:
        return await back_up_database(self.url, keyring, backup)

    async def restore(self, keyring: Keyring, backup: Path) -> int:
        return await restore_database(self.url, keyring, backup)

    def clear(self) -> None:
        self._databases.give_back(self._name)


class Shelf:
    """A board, and the stores that were opened on it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind = kind
        self.board: Board = SqliteBoard(folder) if kind == "sqlite" else PostgresBoard()
        self._opened: list[Store] = []

    @property
    def url(self) -> str:
        return self.board.url

    def open(self, *secrets: str) -> Store:
        """Under these secrets, the newest first; without any under the usual one."""
        store = self.board.open(secrets or (SECRET,))
        self._opened.append(store)
        return store

    def rows(self, sql: str, *values: str | int) -> list[Row]:
        """What lies there, seen from outside."""
        return self.board.rows(sql, values)

    def change(self, sql: str) -> None:
        """What nobody but a fault or a thief would do."""
        self.board.change(sql)

    def written(self) -> bytes:
        """Every byte at rest."""
        return self.board.written()

    def columns(self) -> list[Row]:
        """Each table with the names of its columns."""
        return self.board.columns()

    async def back_up(self, keyring: Keyring, backup: Path) -> int:
        return await self.board.back_up(keyring, backup)

    async def restore(self, keyring: Keyring, backup: Path) -> int:
        return await self.board.restore(keyring, backup)

    async def stands_still(self, *tasks: asyncio.Task[Any]) -> None:
        """Until each of these has ended, or somebody waits for somebody else's transaction."""
        for _ in range(5):
            await asyncio.sleep(0)
        while True:
            if all(task.done() for task in tasks) or self.board.is_waited_at():
                return
            await asyncio.sleep(0)

    async def close(self) -> None:
        while self._opened:
            await self._opened.pop().close()

    def clear(self) -> None:
        """Once nobody looks any more."""
        self.board.clear()


@pytest.fixture(params=KINDS)
async def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shelf]:
    """An empty one of each kind, for the suites that import it."""
    shelf = Shelf(request.param, tmp_path)
    yield shelf
    await shelf.close()
    shelf.clear()
