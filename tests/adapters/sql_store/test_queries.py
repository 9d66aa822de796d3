"""The named statements: each is used, each can be prepared, and the hot ones find their rows by an index."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from adapters.sql_store import sql_files
from adapters.sql_store.sql_files import numbered, postgres_queries, queries
from adapters.sql_store.sqlite_engine import connect
from adapters.sql_store.sqlite_store import migrate_file
from tests.postgres import databases

HERE = Path(sql_files.__file__).parent
# What may read a table from end to end: an answer to the host asked by hand, and the pretend street's page.
WHOLE_TABLES = {"people.everyone", "journal.of_trace"}
PARTIAL = "SELECT indexrelid::regclass::text FROM pg_index WHERE indpred IS NOT NULL"


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
    assert named == set(queries()) | set(postgres_queries())


@pytest.mark.parametrize("name", sorted(queries()))
def test_no_statement_reads_a_whole_table(schema: sqlite3.Connection, name: str) -> None:
    # What a statement first gathers for itself is as small as what it gathered it from.
    gathered = "|".join(["-", *re.findall(r"(\w+) AS \(", queries()[name])])
    harmful = rf"SCAN (?!(\d+ )?CONSTANT ROW|\w+ USING|({gathered})$)\w+"
    scans = [step for step in plan(schema, name) if re.match(harmful, step)]
    assert bool(scans) == (name in WHOLE_TABLES), scans


def test_a_change_reads_the_lines_of_its_booking_alone(schema: sqlite3.Connection) -> None:
    assert plan(schema, "books.drop_lines")[0] == "SEARCH line USING PRIMARY KEY (booking_id=?)"


def test_what_was_bought_at_a_merchant_is_found_by_its_name(schema: sqlite3.Connection) -> None:
    assert "booking_merchant" in plan(schema, "books.newest_at_merchant")[0]


def test_undo_looks_only_at_the_last_day(schema: sqlite3.Connection) -> None:
    assert any("act_person (person_id=? AND at>?)" in step for step in plan(schema, "journal.undoable"))


def test_a_claim_reads_only_heads(schema: sqlite3.Connection) -> None:
    assert any("inbox_ready" in step for step in plan(schema, "inbox.claim"))
    assert any("outbox_due" in step for step in plan(schema, "outbox.claim"))


def test_values_are_numbered_in_the_order_they_are_first_named() -> None:
    assert numbered("SELECT :b, :a, ':', CAST(:b AS bigint), now()::text") == (
        "SELECT $1, $2, ':', CAST($1 AS bigint), now()::text",
        ("b", "a"),
    )


async def test_postgres_understands_every_statement_and_every_type_is_one_that_both_engines_have() -> None:
    there = databases()
    name = there.take()
    connection = await asyncpg.connect(there.url(name))
    foreign: dict[str, set[str]] = {}
    for statement, (text, _) in postgres_queries().items():
        prepared = await connection.prepare(text)
        types = {each.name for each in prepared.get_parameters()}
        types |= {each.type.name for each in prepared.get_attributes()}
        foreign[statement] = types - {"int8", "text", "bytea", "bool", "void"}
    await connection.close()
    there.give_back(name)
    # A sum of integers is numeric there: CAST(sum(x) AS bigint) is an integer on both.
    assert {statement: types for statement, types in foreign.items() if types} == {}


def whole_reads(node: dict[str, Any], partial: set[str]) -> list[str]:
    """The tables of a plan that are read from end to end; a partial index holds only what is looked for."""
    found = [each for child in node.get("Plans", []) for each in whole_reads(child, partial)]
    is_narrowed = "Index Cond" in node or node.get("Index Name") in partial
    is_read = "Relation Name" in node and node["Node Type"] not in ("ModifyTable", "Bitmap Heap Scan")
    return [*found, node["Relation Name"]] if is_read and not is_narrowed else found


async def test_postgres_finds_the_rows_of_every_statement_by_an_index() -> None:
    there = databases()
    name = there.take()
    partial = {each for (each,) in there.rows(name, PARTIAL)}
    connection = await asyncpg.connect(there.url(name))
    # Small tables are read whole however many indexes there are; so it is asked whether there is one at all.
    await connection.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan")
    whole: dict[str, list[str]] = {}
    for statement, (text, names) in postgres_queries().items():
        await connection.execute(f"PREPARE probe AS {text}")
        values = f"({', '.join('NULL' for _ in names)})" if names else ""
        plan = json.loads(await connection.fetchval(f"EXPLAIN (FORMAT json) EXECUTE probe{values}"))
        await connection.execute("DEALLOCATE probe")
        whole[statement] = whole_reads(plan[0]["Plan"], partial)
    await connection.close()
    there.give_back(name)
    assert {statement for statement, read in whole.items() if read} == WHOLE_TABLES, whole
