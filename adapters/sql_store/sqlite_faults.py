"""What SQLite's errors mean to PAM: the disk or a lock is Unavailable, a broken rule of uniqueness is Conflict."""

import sqlite3

from bot.domain.errors import Conflict, PamError, Unavailable

# https://www.sqlite.org/rescode.html: what lies outside the statement; all else is a bug and stays one.
OUTSIDE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
SOMEBODY_WAS_FIRST = frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})


def as_told(fault: BaseException | None) -> PamError | None:
    """None where the fault is not SQLite's, or is a bug of ours."""
    code = (
        fault.sqlite_errorcode if isinstance(fault, sqlite3.DatabaseError) and hasattr(fault, "sqlite_errorcode") else 0
    )
    if code & 0xFF in OUTSIDE:
        return Unavailable("store")
    if code in SOMEBODY_WAS_FIRST:
        return Conflict("somebody else was first")
    return None
