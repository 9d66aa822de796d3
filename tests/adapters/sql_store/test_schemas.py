"""The two schemas: the same tables, columns and rules of uniqueness, whichever engine keeps them."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from adapters.sql_store.sql_files import migrations
from adapters.sql_store.sqlite_store import migrate_file
from tests.postgres import Databases, databases

Rows = set[tuple[Any, ...]]

POSTGRES_COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable = 'NO' FROM information_schema.columns
WHERE table_schema = 'public'
"""
POSTGRES_UNIQUE = """
SELECT t.relname, string_agg(a.attname, ' ' ORDER BY k.place), coalesce(pg_get_expr(i.indpred, i.indrelid), '')
FROM pg_index AS i
JOIN pg_class AS t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.attnum
WHERE i.indisunique
GROUP BY i.indexrelid, t.relname, i.indpred, i.indrelid
"""
POSTGRES_REFERENCES = """
SELECT t.relname, a.attname, r.relname, b.attname
FROM pg_constraint AS c
JOIN pg_class AS t ON t.oid = c.conrelid
JOIN pg_class AS r ON r.oid = c.confrelid
CROSS JOIN unnest(c.conkey, c.confkey) AS k (from_column, to_column)
JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.from_column
JOIN pg_attribute AS b ON b.attrelid = r.oid AND b.attnum = k.to_column
WHERE c.contype = 'f'
"""
TYPES = {"bigint": "INTEGER", "text": "TEXT", "bytea": "BLOB"}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    migrate_file(tmp_path / "pam.db")
    with closing(sqlite3.connect(tmp_path / "pam.db")) as connection:
        yield connection


@pytest.fixture
def database() -> Iterator[tuple[Databases, str]]:
    there = databases()
    name = there.take()
    yield there, name
    there.give_back(name)


def tables(file: sqlite3.Connection) -> list[str]:
    return [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def sqlite_columns(file: sqlite3.Connection) -> Rows:
    """A primary key is never null on Postgres; SQLite says it of none, and lets no row into a rowid without one."""
    columns = [(table, *row) for table in tables(file) for row in file.execute(f"PRAGMA table_info ({table})")]
    return {(table, name, type_, bool(not_null or key)) for table, _, name, type_, not_null, _, key in columns}


def sqlite_unique(file: sqlite3.Connection) -> Rows:
    found: Rows = set()
    for table in tables(file):
        keys = [(key, name) for _, name, _, _, _, key in file.execute(f"PRAGMA table_info ({table})") if key]
        found.add((table, " ".join(name for _, name in sorted(keys)), ""))
        for _, index, unique, *_ in file.execute(f"PRAGMA index_list ({table})").fetchall():
            if unique:
                names = " ".join(row[2] for row in file.execute(f"PRAGMA index_info ({index})"))
                found.add((table, names, condition_of(file, index)))
    return {each for each in found if each[1]}


def condition_of(file: sqlite3.Connection, index: str) -> str:
    written = file.execute("SELECT sql FROM sqlite_master WHERE name = ? AND sql IS NOT NULL", (index,)).fetchone()
    return plain(written[0].partition(" WHERE ")[2]) if written else ""


def plain(condition: str) -> str:
    """As both would write it: Postgres adds brackets and types."""
    return re.sub(r"::\w+|[()]", "", condition)


def sqlite_references(file: sqlite3.Connection) -> Rows:
    return {
        (table, from_column, parent, to_column)
        for table in tables(file)
        for _, _, parent, from_column, to_column, *_ in file.execute(f"PRAGMA foreign_key_list ({table})")
    }


def test_migrations_stand_side_by_side() -> None:
    names = [[path.name for _, path in migrations(engine)] for engine in ("sqlite", "postgres")]
    assert names[0] == names[1]
    assert [int(name[:4]) for name in names[0]] == list(range(1, len(names[0]) + 1))


def test_both_have_the_same_columns(file: sqlite3.Connection, database: tuple[Databases, str]) -> None:
    there, name = database
    columns = {(*row[:2], TYPES[row[2]], row[3]) for row in there.rows(name, POSTGRES_COLUMNS)}
    assert columns == sqlite_columns(file)


def test_both_have_the_same_unique_keys(file: sqlite3.Connection, database: tuple[Databases, str]) -> None:
    there, name = database
    keys = {(table, names, plain(condition)) for table, names, condition in there.rows(name, POSTGRES_UNIQUE)}
    assert keys == sqlite_unique(file)


def test_both_refer_to_the_same_parents(file: sqlite3.Connection, database: tuple[Databases, str]) -> None:
    there, name = database
    assert set(there.rows(name, POSTGRES_REFERENCES)) == sqlite_references(file)
