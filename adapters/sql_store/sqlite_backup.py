"""A backup of SQLite's file, taken while PAM works on it, and back into an empty one."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

from adapters.sql_store.backup_file import BATCH, BackupWriter, Table, in_order, known_to_be_whole, written_whole
from adapters.sql_store.sql_files import check_version, newest_version
from adapters.sql_store.sqlite_engine import connect
from adapters.sql_store.sqlite_faults import as_told
from adapters.sql_store.sqlite_migrate import apply, schema_version
from bot.domain.errors import Refused
from bot.kit.keyring import Keyring

PATIENCE_MS = 30_000


def back_up_file(path: Path, keyring: Keyring, backup: Path) -> int:
    """Writes all rows as they are at one moment; returns how many."""
    with _transaction(path, "BEGIN") as connection, written_whole(backup) as file:
        check_version(schema_version(connection))
        writer = BackupWriter(file, keyring)
        for name in _tables(connection):
            cursor = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - the schema's own names
            writer.begin(Table(name, tuple(column[0] for column in cursor.description)))
            while rows := cursor.fetchmany(BATCH):
                writer.add(rows)
        writer.end()
    return writer.rows


def restore_file(path: Path, keyring: Keyring, backup: Path) -> int:
    """Puts all rows of a backup into an empty database and brings it to the newest schema; returns how many.

    Raises Refused, and changes nothing, where the database holds anything or the file is not whole.
    """
    with known_to_be_whole(backup, keyring) as reader, _transaction(path, "BEGIN IMMEDIATE") as connection:
        for name in reversed(_tables(connection)):
            if connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone():  # noqa: S608 - the schema's own names
                raise Refused("database_not_empty")
            connection.execute(f"DROP TABLE {name}")
        connection.execute("DROP TABLE IF EXISTS schema_history")
        apply(connection, 0, reader.schema)
        for table, rows in reader.batches():
            names, places = ", ".join(table.columns), ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {table.name} ({names}) VALUES ({places})"  # noqa: S608 - the schema's own names
            connection.executemany(insert, rows)
        apply(connection, reader.schema, newest_version())
        assert not connection.execute("PRAGMA foreign_key_check").fetchall(), "the backup has rows without parents"
    return reader.rows


@contextmanager
def _transaction(path: Path, begin: str) -> Generator[sqlite3.Connection]:
    with closing(connect(path, patience_ms=PATIENCE_MS)) as connection:
        # Tables are dropped and filled one after another; what refers to what is checked at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            connection.execute(begin)
            yield connection
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as fault:
            told = as_told(fault)
            if told is None:
                raise
            raise told from fault


def _tables(connection: sqlite3.Connection) -> list[str]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('schema_history', 'sqlite_sequence')"
    names = [name for (name,) in connection.execute(named)]
    parents = [(name, row[2]) for name in names for row in connection.execute(f"PRAGMA foreign_key_list ({name})")]
    return in_order(names, parents)
