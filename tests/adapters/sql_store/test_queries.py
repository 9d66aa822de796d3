"""The named statements: each is used, each can be prepared, and the hot ones find their rows by an index."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from adapters.sql_store import sql_files
from adapters.sql_store.sql_files import queries
from adapters.sql_store.sqlite_engine import connect
from adapters.sql_store.sqlite_store import migrate_file

HERE = Path(sql_files.__file__).parent
# What may read a table from end to end: an answer to the host asked by hand, and the pretend street's page.
WHOLE_TABLES = {"people.everyone", "journal.of_trace"}


@pytest.fixture
def schema(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    migrate_file(tmp_path / "pam.db")
    with closing(connect(tmp_path / "pam.db")) as connection:
        # Else an INSERT's plan lists the checks of foreign keys that only an open violation would run.
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


def values_of(sql: str) -> dict[str, None]:
    return dict.fromkeys(re.findall(r":(\w+)", sql))


def plan(schema: sqlite3.Connection, name: str) -> list[str]:
    sql = queries()[name]
    return [row[3] for row in schema.execute(f"EXPLAIN QUERY PLAN {sql}", values_of(sql))]


def test_a_statement_stands_there_for_each_name_and_a_name_for_each_statement() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("*.py"))
    named = set(re.findall(r'"([a-z]+\.[a-z_]+)"', source))
    assert named == set(queries())


@pytest.mark.parametrize("name", sorted(queries()))
def test_no_statement_reads_a_whole_table(schema: sqlite3.Connection, name: str) -> None:
    scans = [step for step in plan(schema, name) if re.match(r"SCAN (?!(\d+ )?CONSTANT ROW|\w+ USING)\w+", step)]
    assert bool(scans) == (name in WHOLE_TABLES), scans


def test_undo_looks_only_at_the_last_day(schema: sqlite3.Connection) -> None:
    assert any("act_person (person_id=? AND at>?)" in step for step in plan(schema, "journal.undoable"))


def test_a_claim_reads_only_heads(schema: sqlite3.Connection) -> None:
    assert any("inbox_ready" in step for step in plan(schema, "inbox.claim"))
    assert any("outbox_due" in step for step in plan(schema, "outbox.claim"))
