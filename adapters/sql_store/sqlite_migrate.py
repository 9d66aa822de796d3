"""Brings a SQLite database to the newest schema: all or nothing, safe under two starters."""

import sqlite3
import time

from adapters.sql_store.sql_files import migrations, newest_version, statements
from bot.domain.errors import Refused

HISTORY = """
CREATE TABLE IF NOT EXISTS schema_history (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)
"""


def schema_version(connection: sqlite3.Connection) -> int:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_history'").fetchone()
    if not known:
        return 0
    return connection.execute("SELECT coalesce(max(version), 0) FROM schema_history").fetchone()[0]


def migrate(connection: sqlite3.Connection) -> int:
    """Applies what is missing in one transaction and returns how many migrations that were.

    A second starter waits for the first at BEGIN IMMEDIATE and then finds nothing to do.
    Raises Refused when the schema is newer than this code.
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
    if present > newest_version():
        raise Refused("schema_too_new", present=present, newest=newest_version())
    return apply(connection, present, newest_version())


def apply(connection: sqlite3.Connection, after: int, up_to: int) -> int:
    """The migrations of these versions, in the transaction that is open."""
    connection.execute(HISTORY)
    missing = [(version, path) for version, path in migrations("sqlite") if after < version <= up_to]
    for version, path in missing:
        for statement in statements(path.read_text(encoding="utf-8")):
            connection.execute(statement)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall(), f"{path.stem} leaves rows without parents"
        connection.execute(
            "INSERT INTO schema_history VALUES (?, ?, ?)", (version, path.stem, time.time_ns() // 1_000_000)
        )
    return len(missing)
