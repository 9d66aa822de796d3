"""An engine on a fresh file, and a look at the file from outside."""

import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from adapters.sql_store.session import Session
from adapters.sql_store.sqlite_engine import SqliteEngine
from adapters.sql_store.sqlite_store import migrate_file


@asynccontextmanager
async def an_engine(folder: Path) -> AsyncGenerator[SqliteEngine]:
    migrate_file(folder / "pam.db")
    engine = SqliteEngine(folder / "pam.db")
    try:
        yield engine
    finally:
        await engine.close()


async def write_mark(session: Session, mark: int) -> None:
    await session.one("people.open_ledger", {"now": mark})


async def fail_with_mark(engine: SqliteEngine, mark: int) -> None:
    """A body that raises after it wrote."""
    async with engine.transaction() as session:
        await write_mark(session, mark)
        raise ZeroDivisionError


async def keep_mark(engine: SqliteEngine, mark: int) -> None:
    async with engine.transaction() as session:
        await write_mark(session, mark)


def marks_on_disk(folder: Path) -> list[int]:
    """What a stranger to the engine's connection finds."""
    with closing(sqlite3.connect(folder / "pam.db")) as look:
        return [mark for (mark,) in look.execute("SELECT created_at FROM ledger ORDER BY id")]


def is_sound(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / "pam.db")) as look:
        return look.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
