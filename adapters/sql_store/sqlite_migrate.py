"""Brings a SQLite database to the newest schema: all or nothing, safe under two starters."""

import sqlite3
import time

from adapters.sql_store.sql_files import migrations, newest_version, readable_from, statements
from bot.domain.errors import Refused

HISTORY = """
CREATE TABLE IF NOT EXISTS schema_history (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)
"""
NOTED = "SELECT 1 FROM pragma_table_info('schema_history') WHERE name = 'readable_from'"
# What a later version changed, as far as this code does not know it.
NEEDED = "SELECT coalesce(max(coalesce(readable_from, version)), 0) FROM schema_history WHERE version > ?"


def schema_version(connection: sqlite3.Connection) -> int:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_history'").fetchone()
    if not known:
        return 0
    return connection.execute("SELECT coalesce(max(version), 0) FROM schema_history").fetchone()[0]


def needed_version(connection: sqlite3.Connection) -> int:
    """The oldest code that may run on the schema, by its newest migration; 0 where it is no newer than this code."""
    present = schema_version(connection)
    if present <= newest_version():
        return 0
    noted = connection.execute(NOTED).fetchone()
    return connection.execute(NEEDED, (newest_version(),)).fetchone()[0] if noted else present


def migrate(connection: sqlite3.Connection) -> int:
    """Applies what is missing in one transaction and returns how many migrations that were.

    A second starter waits for the first at BEGIN IMMEDIATE and then finds nothing to do.
    Raises Refused when the schema is newer than this code can use.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        applied = _apply_missing(connection)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return applied


def _apply_missing(connection: sqlite3.Connection) -> int:
    present = schema_version(connection)
    if needed_version(connection) > newest_version():
        raise Refused("schema_too_new", present=present, newest=newest_version())
    return apply(connection, present, newest_version())


def apply(connection: sqlite3.Connection, after: int, up_to: int) -> int:
    """The migrations of these versions, in the transaction that is open."""
    connection.execute(HISTORY)
    missing = [(version, path) for version, path in migrations("sqlite") if after < version <= up_to]
    if missing and not connection.execute(NOTED).fetchone():
        connection.execute("ALTER TABLE schema_history ADD COLUMN readable_from INTEGER")
    for version, path in missing:
        script = path.read_text(encoding="utf-8")
        for statement in statements(script):
            connection.execute(statement)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall(), f"{path.stem} leaves rows without parents"
        row = (version, path.stem, time.time_ns() // 1_000_000, readable_from(script, version))
        connection.execute("INSERT INTO schema_history VALUES (?, ?, ?, ?)", row)
    return len(missing)
