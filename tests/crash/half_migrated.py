"""A migration killed at each of its statements, from each earlier schema: what lies there then, and where it leads."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from adapters.sql_store.sql_files import newest_version
from adapters.sql_store.sqlite_engine import connect
from adapters.sql_store.sqlite_migrate import apply, migrate, schema_version
from adapters.sql_store.sqlite_store import migrate_file

# In the shape of the first schema.
SOMEBODY = """
INSERT INTO ledger VALUES (1, 0);
INSERT INTO person (id, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, created_at)
VALUES (1, 1, 'Ann', 'UTC', 'en-US', 'USD', 'en', '', '50 80 100', 0);
"""
KEPT = ("SELECT id, ledger_id, name, timezone, currency FROM person", "SELECT id FROM ledger")
PATIENCE_MS = 1000


def findings_of_half_migrations(folder: Path) -> tuple[int, list[str]]:
    """How many moments there were in all, and what was wrong after which."""
    count, wrong = 0, []
    for version in range(1, newest_version()):
        before = folder / f"from {version}"
        _keep_at(before / "pam.db", version)
        moments = _copied_at_each_statement(before, folder / f"moments {version}")
        migrate_file(before / "pam.db")
        for moment in moments:
            wrong += [
                f"from {version}, {moment.name}: {each}" for each in _findings(moment, version, before / "pam.db")
            ]
            shutil.rmtree(moment)
        count += len(moments)
    return count, wrong


def _keep_at(path: Path, version: int) -> None:
    path.parent.mkdir(parents=True)
    with closing(connect(path, patience_ms=PATIENCE_MS)) as connection:
        connection.execute("BEGIN")
        apply(connection, 0, 1)
        connection.execute("COMMIT")
        connection.executescript(SOMEBODY)
        connection.execute("BEGIN")
        apply(connection, 1, version)
        connection.execute("COMMIT")


def _copied_at_each_statement(source: Path, target: Path) -> list[Path]:
    """What SIGKILL would leave of the files just before each statement, and after the last."""
    places: list[Path] = []
    run = target / "run"
    shutil.copytree(source, run)

    def copy(_statement: str) -> None:
        places.append(target / f"{len(places):03}")
        shutil.copytree(run, places[-1])

    with closing(connect(run / "pam.db", patience_ms=PATIENCE_MS)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        # A page or two of memory: what is changed is on the disk long before its COMMIT.
        connection.execute("PRAGMA cache_size = 2")
        connection.set_trace_callback(copy)
        migrate(connection)
        connection.set_trace_callback(None)
        copy("")
    return places


def _findings(moment: Path, version: int, whole: Path) -> list[str]:
    path, wrong = moment / "pam.db", []
    with closing(sqlite3.connect(path)) as connection:
        found = schema_version(connection)
        if found not in (version, newest_version()):
            wrong.append(f"half-way, at {found}")
    migrate_file(path)
    if _content(path) != _content(whole):
        wrong.append("another schema, or other rows")
    return wrong


def _content(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        schema = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        rows = [connection.execute(query).fetchall() for query in KEPT]
        return [schema, rows, connection.execute("PRAGMA integrity_check").fetchall()]
