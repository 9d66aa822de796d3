"""PAM's database as it lies there, read from beside her: one judge reads either engine's."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from tests.postgres import Databases

Row = tuple[Any, ...]


class Evidence(Protocol):
    """``damage`` is what only this engine can say of itself: a query for each fault."""

    damage: Mapping[str, str]

    def rows(self, sql: str) -> list[Row]: ...


class SqliteEvidence:
    """The file, beside whoever has it open."""

    damage: Mapping[str, str] = MappingProxyType(
        {
            "the file is damaged": "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
            "a row points at nothing": "SELECT * FROM pragma_foreign_key_check",
        }
    )

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self, sql: str) -> list[Row]:
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as look:
            return look.execute(sql).fetchall()


class PostgresEvidence:
    """One database of a server; that checks each page it reads, and takes no row that points at nothing."""

    damage: Mapping[str, str] = MappingProxyType({})

    def __init__(self, there: Databases, name: str) -> None:
        self._there = there
        self._name = name

    def rows(self, sql: str) -> list[Row]:
        return self._there.rows(self._name, sql)
