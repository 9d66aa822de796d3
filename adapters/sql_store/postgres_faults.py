"""What Postgres's errors mean to PAM: a server that is away or full is Unavailable, somebody who was first Conflict."""

import asyncpg

from bot.domain.errors import Conflict, PamError, Refused, Unavailable

# https://www.postgresql.org/docs/current/errcodes-appendix.html: what lies outside the statement; all else is a bug.
OUTSIDE_CLASSES = frozenset(
    {
        "08",  # connection
        "53",  # disk, memory or connections used up
        "57",  # shut down, not yet up, statement timed out
        "58",  # the machine's own errors
        "XX",  # a torn page: never a figure
    }
)
OUTSIDE = frozenset(
    {
        "25006",  # a standby, which only reads
        "25P03",  # asleep inside a transaction for too long
        "25P04",  # in one for too long at all
        "55P03",  # a lock was not to be had in time
    }
)
SOMEBODY_WAS_FIRST = frozenset({"23505", "40001", "40P01"})
# No such user, password or database; this is for a host to mend.
MISCONFIGURED_CLASSES = frozenset({"28", "3D"})
# What a lost or silent server raises in the client; asyncpg has no one word for it. The last is a line that broke while
# nobody asked anything: it has heard the server's farewell and does not count as closed yet.
LOST = (OSError, TimeoutError, asyncpg.InterfaceError, asyncpg.InternalClientError)


def at_the_door(fault: BaseException) -> PamError:
    """What a connection that did not come about means."""
    return Refused("database_refuses") if _state(fault)[:2] in MISCONFIGURED_CLASSES else Unavailable("store")


def as_told(fault: BaseException | None, *, lost: bool = False) -> PamError | None:
    """None where the fault is not Postgres's, or is a bug of ours; ``lost`` when the connection is gone."""
    if isinstance(fault, asyncpg.InvalidCachedStatementError):
        return Conflict("the schema changed under the statement")
    if isinstance(fault, asyncpg.PostgresError):
        state = _state(fault)
        if state in SOMEBODY_WAS_FIRST:
            return Conflict("somebody else was first")
        return Unavailable("store") if state[:2] in OUTSIDE_CLASSES or state in OUTSIDE else None
    return Unavailable("store") if isinstance(fault, LOST) and (lost or is_out_of_step(fault)) else None


def is_out_of_step(fault: BaseException | None) -> bool:
    """Whether nothing more can be said on the connection, closed or not."""
    return isinstance(fault, TimeoutError | asyncpg.InternalClientError)


def without_words(fault: BaseException | None) -> None:
    """Takes the detail from an error: it quotes the row, people's words with it, and errors are logged."""
    if isinstance(fault, asyncpg.PostgresError):
        vars(fault)["detail"] = None


def _state(fault: BaseException) -> str:
    return getattr(fault, "sqlstate", None) or ""
