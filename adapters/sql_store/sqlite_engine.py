"""One SQLite file, one write connection, group commit.

Transactions run one at a time on the event loop (a statement costs 2 to 10 µs); the ones that queue up while a COMMIT
syncs to disk in its thread share the next COMMIT, each in a savepoint of its own. ``transaction`` returns only when
that COMMIT is on disk (WAL, ``synchronous=FULL``).
"""

import asyncio
import contextlib
import sqlite3
from collections import deque
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Literal

from adapters.sql_store.session import Row, Session, Value
from adapters.sql_store.sql_files import queries
from adapters.sql_store.sqlite_faults import as_told
from bot.domain.errors import Unavailable

# 64 bodies of about 100 µs hold the loop for 6 ms at the most before they are made durable.
BATCH_LIMIT = 64
# What becomes ready in the loop's next turns joins the batch: a third fewer commits for some 50 µs of waiting.
TURNS_BEFORE_COMMIT = 3
# A vendor waits 10 s and more for its answer; two seconds of a foreign lock are worth waiting out.
LOCKED_PATIENCE_S = 2.0
LOCKED_PAUSE_S = 0.01

# A fresh file is put into WAL mode under a lock that another starter may hold.
OPENING_PATIENCE_MS = 5000
OPENING_TRIES = 5
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16384",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path, *, patience_ms: int = 0) -> sqlite3.Connection:
    """A connection in autocommit mode with PAM's pragmas; ``patience_ms`` is how long it waits for a lock.

    Raises Unavailable when the file cannot be opened or is no database.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
        try:
            connection.execute(f"PRAGMA busy_timeout = {max(patience_ms, OPENING_PATIENCE_MS)}")
            _put_into_wal_mode(connection)
            for pragma in PRAGMAS:
                connection.execute(pragma)
            connection.execute(f"PRAGMA busy_timeout = {patience_ms}")
        except sqlite3.Error:
            connection.close()
            raise
    except (sqlite3.Error, OSError) as fault:
        raise Unavailable("store") from fault
    return connection


def _put_into_wal_mode(connection: sqlite3.Connection) -> None:
    """Where two do so at once SQLite may turn one away without any patience: that one waits for the other's lock."""
    for tries_left in reversed(range(OPENING_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not tries_left:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        else:
            return


class SqliteSession:
    """Runs named statements inside the transaction that is open; awaiting one never leaves the loop."""

    __slots__ = ("_execute", "_queries")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._queries = queries()

    async def one(self, name: str, values: Mapping[str, Value]) -> Row | None:
        return self._execute(self._queries[name], values).fetchone()

    async def all(self, name: str, values: Mapping[str, Value]) -> list[Row]:
        return self._execute(self._queries[name], values).fetchall()

    async def run(self, name: str, values: Mapping[str, Value]) -> int:
        """Returns how many rows were written."""
        return self._execute(self._queries[name], values).rowcount


class SqliteEngine:
    """Hands the one write connection from transaction to transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self.session: Session = SqliteSession(self._connection)
        self._committer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="commit")
        self._queue: deque[asyncio.Future[None]] = deque()
        self._busy = False
        self._closing = False
        self._batch: list[asyncio.Future[None]] = []
        self._bodies = 0
        self._changes_before = 0

    def transaction(self) -> "Transaction":
        return Transaction(self)

    async def close(self) -> None:
        """Those in line come to their end; whoever comes later is told Unavailable. Closing twice is closing once."""
        self._closing = True
        while self._busy:
            await self._my_turn()
            self._pass_on()
        await asyncio.to_thread(self._connection.close)
        self._committer.shutdown()

    async def enter(self) -> None:
        """Waits for the connection, begins a batch when none is open, and sets a savepoint."""
        if self._closing:
            raise Unavailable("store")
        # Counted from here: behind a foreign lock nobody waits for the patience of all who stand before them.
        deadline = asyncio.get_running_loop().time() + LOCKED_PATIENCE_S
        await self._my_turn()
        try:
            if not self._connection.in_transaction:
                await self._begin(deadline)
            self._connection.execute("SAVEPOINT body")
        except sqlite3.Error as fault:
            self._pass_on()
            raise Unavailable("store") from fault
        except asyncio.CancelledError:
            self._pass_on()
            raise
        self._bodies += 1

    def keep(self) -> asyncio.Future[None]:
        """Ends the body well; the future is done once it is on disk."""
        durable = asyncio.get_running_loop().create_future()
        try:
            self._connection.execute("RELEASE body")
        except sqlite3.Error as fault:
            self.forget()
            raise Unavailable("store") from fault
        self._batch.append(durable)
        self._pass_on()
        return durable

    def forget(self) -> None:
        """Undoes the body; others in the batch are not touched, unless SQLite itself gave the whole batch up."""
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK TO body")
                self._connection.execute("RELEASE body")
            except sqlite3.Error:
                self._roll_back()
        self._pass_on()

    async def _my_turn(self) -> None:
        if self._busy:
            turn = asyncio.get_running_loop().create_future()
            self._queue.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if not turn.cancelled():
                    self._pass_on()
                raise
        self._busy = True

    async def _begin(self, deadline: float) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or loop.time() > deadline:
                    raise
                await asyncio.sleep(LOCKED_PAUSE_S)
            else:
                self._changes_before = self._connection.total_changes
                return

    def _pass_on(self) -> None:
        """The connection goes to the next in the queue, or to the disk when nobody waits or the batch is full."""
        if self._batch and not self._connection.in_transaction:
            # A full disk or an I/O error made SQLite roll everything back: nobody of it may be told that it is kept.
            self._settle(self._taken_batch(), None, kept=False)
        if self._batch:
            self._commit_after(0 if self._closing else TURNS_BEFORE_COMMIT)
            return
        if self._wake_next():
            return
        self._bodies = 0
        if self._connection.in_transaction:
            self._roll_back()
        self._busy = False

    def _commit_after(self, turns: int) -> None:
        """Commits, unless somebody joins the batch within so many turns of the loop."""
        if self._bodies < BATCH_LIMIT:
            if self._wake_next():
                return
            if turns:
                asyncio.get_running_loop().call_soon(self._commit_after, turns - 1)
                return
        self._bodies = 0
        self._commit()

    def _wake_next(self) -> bool:
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return True
        return False

    def _commit(self) -> None:
        batch = self._taken_batch()
        if self._connection.total_changes == self._changes_before:
            # They only read: there is nothing to sync, and no thread to wait for.
            self._roll_back()
            self._settle(batch, None, kept=True)
            self._busy = self._wake_next()
            return
        commit = asyncio.get_running_loop().run_in_executor(self._committer, self._connection.execute, "COMMIT")
        commit.add_done_callback(lambda outcome: self._committed(batch, outcome))

    def _committed(self, batch: list[asyncio.Future[None]], outcome: asyncio.Future[sqlite3.Cursor]) -> None:
        fault = outcome.exception()
        if fault and self._connection.in_transaction:
            self._roll_back()
        self._settle(batch, fault, kept=fault is None)
        self._pass_on()

    def _roll_back(self) -> None:
        # SQLite ends the transaction even where the ROLLBACK itself meets the fault that called for it.
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("ROLLBACK")

    def _taken_batch(self) -> list[asyncio.Future[None]]:
        batch, self._batch = self._batch, []
        return batch

    @staticmethod
    def _settle(batch: list[asyncio.Future[None]], fault: BaseException | None, *, kept: bool) -> None:
        for durable in batch:
            if durable.done():
                continue
            if kept:
                durable.set_result(None)
            else:
                unavailable = Unavailable("store")
                unavailable.__cause__ = fault
                durable.set_exception(unavailable)


class Transaction:
    """``async with engine.transaction() as session``: left without an error it is durable, else it never was."""

    __slots__ = ("_engine",)

    def __init__(self, engine: SqliteEngine) -> None:
        self._engine = engine

    async def __aenter__(self) -> Session:
        await self._engine.enter()
        return self._engine.session

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        if kind is None:
            await self._engine.keep()
            return False
        self._engine.forget()
        told = as_told(fault)
        if told:
            raise told from fault
        return False
