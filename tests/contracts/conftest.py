"""Every suite here runs on every store there is."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from adapters.sql_store.session import Row
from bot.ports.store import Store
from tests.kept import SECRET, open_store


class Shelf:
    """Where one test's data lies: opened again, it is the same data in a store that remembers nothing else."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind = kind
        self.folder = folder
        self._opened: list[Store] = []

    def open(self, *secrets: str) -> Store:
        """Under these secrets, the newest first; without any under the usual one."""
        assert self.kind == "sqlite", "the only store so far"
        store = open_store(self.folder, secrets or (SECRET,))
        self._opened.append(store)
        return store

    def rows(self, sql: str, *values: str | int) -> list[Row]:
        """What lies there, seen from outside."""
        with closing(sqlite3.connect(self.folder / "pam.db")) as look:
            return look.execute(sql, values).fetchall()

    def change(self, sql: str) -> None:
        """What nobody but a fault or a thief would do."""
        with closing(sqlite3.connect(self.folder / "pam.db", isolation_level=None)) as hand:
            hand.execute("PRAGMA foreign_keys = ON")
            hand.execute(sql)

    def written(self) -> bytes:
        """Every byte at rest."""
        return b"".join(path.read_bytes() for path in self.folder.iterdir())

    async def close(self) -> None:
        while self._opened:
            await self._opened.pop().close()


KINDS = ("sqlite",)


@pytest.fixture(params=KINDS)
async def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shelf]:
    shelf = Shelf(request.param, tmp_path)
    yield shelf
    await shelf.close()


@pytest.fixture
def store(shelf: Shelf) -> Store:
    return shelf.open()
