"""The engine on Postgres: connections that are shared, waited for and mended, and errors told by what can be done."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from adapters.sql_store.postgres_engine import PostgresEngine, PostgresSession
from adapters.sql_store.postgres_pool import MOST_CONNECTIONS, PATIENCE_S, SILENCE_S
from bot.domain.errors import Conflict, Unavailable
from tests.postgres import QUICK, Databases, PostgresServer, databases
from tests.virtual_time import run_in_virtual_time


class Marks:
    """An engine, and a look at what it kept from outside of its connections."""

    def __init__(self, there: Databases, name: str) -> None:
        self._there = there
        self._name = name
        self.announced: list[set[str]] = []
        self.engine = PostgresEngine(there.url(name), self.announced.append)

    async def keep(self, mark: int) -> None:
        async with self.engine.transaction() as session:
            await write_mark(session, mark)

    async def fail_after(self, mark: int, script: str) -> None:
        """A body that writes and then does what the database refuses."""
        async with self.engine.transaction() as session:
            await write_mark(session, mark)
            await session.connection.execute(script)

    async def swallow_a_fault(self, mark: int) -> None:
        async with self.engine.transaction() as session:
            await write_mark(session, mark)
            with pytest.raises(asyncpg.UndefinedTableError):
                await session.connection.execute("TABLE nowhere")

    def there(self) -> list[int]:
        return [mark for (mark,) in self._there.rows(self._name, "SELECT created_at FROM ledger ORDER BY id")]

    def cut_all_lines(self) -> None:
        """As a proxy or a failover does, from the server's side."""
        sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()"
        self._there.rows(self._name, sql, (self._name,))

    def lines(self) -> int:
        """How many connections there are, this look's own left out."""
        sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        return self._there.rows(self._name, sql)[0][0]


async def write_mark(session: PostgresSession, mark: int) -> None:
    await session.one("people.open_ledger", {"now": mark})


@pytest.fixture
async def marks() -> AsyncIterator[Marks]:
    there = databases()
    name = there.take()
    marks = Marks(there, name)
    yield marks
    await marks.engine.close()
    there.give_back(name)


async def test_a_transaction_is_there_when_its_block_ends_and_not_before(marks: Marks) -> None:
    async with marks.engine.transaction() as session:
        await write_mark(session, 1)
        assert marks.there() == []
    assert marks.there() == [1]


async def test_many_at_once_share_a_handful_of_connections(marks: Marks) -> None:
    await asyncio.gather(*(marks.keep(mark) for mark in range(10 * MOST_CONNECTIONS)))
    assert sorted(marks.there()) == list(range(10 * MOST_CONNECTIONS))
    assert marks.lines() == MOST_CONNECTIONS


async def test_one_at_a_time_needs_one_connection(marks: Marks) -> None:
    for mark in range(5):
        await marks.keep(mark)
    assert marks.lines() == 1


async def test_one_cancelled_in_its_body_keeps_nothing_and_leaves_its_connection_well(marks: Marks) -> None:
    async def sleep_in_body() -> None:
        await marks.fail_after(1, "SELECT pg_sleep(60)")

    sleeping = asyncio.create_task(sleep_in_body())
    while True:
        await asyncio.sleep(0)
        if marks.lines():
            break
    sleeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sleeping
    for mark in range(2, 2 + 2 * MOST_CONNECTIONS):
        await marks.keep(mark)
    assert 1 not in marks.there()


async def test_one_cancelled_while_it_waits_for_a_connection_is_passed_over(marks: Marks) -> None:
    taken = [marks.engine.transaction() for _ in range(MOST_CONNECTIONS)]
    for each in taken:
        await each.__aenter__()
    waiting = [asyncio.create_task(marks.keep(mark)) for mark in range(3)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    for each in taken:
        await each.__aexit__(None, None, None)
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(outcomes[1], asyncio.CancelledError)
    assert sorted(marks.there()) == [0, 2]


async def test_a_server_that_falls_silent_in_a_body_leaves_nothing_of_it_to_the_next(marks: Marks) -> None:
    async def wait_in_vain() -> None:
        async with marks.engine.transaction() as session:
            await write_mark(session, 1)
            await session.connection.execute("SET LOCAL statement_timeout = 100")
            await session.connection.execute("SELECT pg_sleep(60)", timeout=0.01)

    with pytest.raises(Unavailable):
        await wait_in_vain()
    await marks.keep(2)
    assert marks.there() == [2]


async def test_a_database_that_is_gone_while_pam_runs_is_unavailable() -> None:
    engine = PostgresEngine(databases().url("nowhere"), lambda _: None)
    for _ in range(2 * MOST_CONNECTIONS):
        with pytest.raises(Unavailable):
            await engine.transaction().__aenter__()
    await engine.close()


async def test_closing_cuts_the_lines_of_a_server_that_fell_silent(marks: Marks) -> None:
    begun, silent, lines = asyncio.Event(), asyncio.Event(), []

    async def ask_in_vain() -> None:
        async with marks.engine.transaction() as session:
            lines.append(session.connection.get_server_pid())
            begun.set()
            await silent.wait()
            await write_mark(session, 1)

    async with marks.engine.transaction() as idle:
        asking = asyncio.create_task(ask_in_vain())
        await begun.wait()
        lines.append(idle.connection.get_server_pid())
    for line in lines:
        os.kill(line, signal.SIGSTOP)
    silent.set()
    try:
        async with asyncio.timeout(SILENCE_S / 2):
            await marks.engine.close()
            with pytest.raises(Unavailable):
                await asking
    finally:
        for line in lines:
            os.kill(line, signal.SIGCONT)


async def test_a_body_that_swallows_a_fault_is_not_told_that_it_was_kept(marks: Marks) -> None:
    with pytest.raises(Unavailable):
        await marks.swallow_a_fault(1)
    assert marks.there() == []
    await marks.keep(2)


@pytest.mark.parametrize("state", ["23505", "40001", "40P01"])
async def test_who_came_second_is_told_conflict(marks: Marks, state: str) -> None:
    with pytest.raises(Conflict):
        await marks.fail_after(1, f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}'; END $$")
    assert marks.there() == []


@pytest.mark.parametrize(
    "state", ["53100", "53200", "53300", "57014", "57P01", "58030", "55P03", "25006", "25P04", "XX001"]
)
async def test_what_lies_outside_the_statement_is_unavailable(marks: Marks, state: str) -> None:
    with pytest.raises(Unavailable):
        await marks.fail_after(1, f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}'; END $$")
    assert marks.there() == []


async def test_a_bug_in_a_statement_stays_a_bug_and_quotes_no_row(marks: Marks) -> None:
    with pytest.raises(asyncpg.NotNullViolationError) as fault:
        await marks.fail_after(1, "INSERT INTO wrong_guess VALUES (NULL, 7777)")
    assert "7777" not in str(fault.value)


async def test_a_lock_is_borne_for_two_seconds_and_no_statement_for_ever(marks: Marks) -> None:
    async with marks.engine.transaction() as session:
        assert await session.connection.fetchval("SHOW lock_timeout") == "2s"
        assert await session.connection.fetchval("SHOW statement_timeout") == "8s"


async def test_a_line_cut_while_it_was_idle_is_not_noticed(marks: Marks) -> None:
    await asyncio.gather(*(marks.keep(mark) for mark in range(3)))
    marks.cut_all_lines()
    await asyncio.gather(*(marks.keep(mark) for mark in range(3, 6)))
    assert sorted(marks.there()) == list(range(6))


@pytest.mark.parametrize("turns", range(4))
async def test_a_line_cut_in_a_body_is_unavailable_and_nothing_of_it_is_there(marks: Marks, turns: int) -> None:
    async def lose_the_line() -> None:
        async with marks.engine.transaction() as session:
            await write_mark(session, 1)
            marks.cut_all_lines()
            # The server's farewell is read in one of these turns of the loop, that the line is closed in the next.
            for _ in range(turns):
                await asyncio.sleep(0)
            await write_mark(session, 2)

    with pytest.raises(Unavailable):
        await lose_the_line()
    await marks.keep(3)
    assert marks.there() == [3]


async def test_a_line_cut_before_the_commit_is_unavailable(marks: Marks) -> None:
    async def lose_the_line() -> None:
        async with marks.engine.transaction() as session:
            await write_mark(session, 1)
            marks.cut_all_lines()

    with pytest.raises(Unavailable):
        await lose_the_line()
    await marks.keep(2)
    assert marks.there() == [2]


async def test_what_was_put_into_a_queue_is_announced_once_it_is_kept(marks: Marks) -> None:
    values = {"source": "s", "external_id": "e", "received_at": 0, "body": b"", "trace_id": "t"}
    message = {**values, "proof": None, "address_id": None, "lane": 1}
    async with marks.engine.transaction() as session:
        await session.run("inbox.keep", message)
        assert marks.announced == []
    await marks.keep(1)
    assert marks.announced == [{"inbox"}]


async def test_closing_lets_those_in_line_end_and_refuses_who_comes_later(marks: Marks) -> None:
    kept = [asyncio.create_task(marks.keep(mark)) for mark in range(3 * MOST_CONNECTIONS)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(marks.engine.close())
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await marks.keep(-1)
    await asyncio.gather(closing, *kept)
    assert sorted(marks.there()) == list(range(3 * MOST_CONNECTIONS))


@pytest.fixture
def own() -> Iterator[Databases]:
    """A server that a test may kill."""
    databases()
    own = Databases(PostgresServer(*QUICK))
    yield own
    own.remove()


async def test_a_server_that_was_killed_and_is_back_goes_on_with_all_that_was_kept(own: Databases) -> None:
    marks = Marks(own, own.take())
    await asyncio.gather(*(marks.keep(mark) for mark in range(5)))
    own.server.stop(signal.SIGQUIT)
    restarted = asyncio.get_running_loop().run_in_executor(None, own.server.start)
    # They come while it is away and while it recovers.
    await asyncio.gather(*(marks.keep(mark) for mark in range(5, 20)))
    await restarted
    assert sorted(marks.there()) == list(range(20))
    await marks.engine.close()


def test_a_server_that_stays_away_is_waited_for_two_seconds(own: Databases) -> None:
    async def try_it() -> float:
        engine = PostgresEngine(own.url("migrated"), lambda _: None)
        with pytest.raises(Unavailable):
            await engine.transaction().__aenter__()
        await engine.close()
        return asyncio.get_running_loop().time()

    own.server.stop()
    assert PATIENCE_S < run_in_virtual_time(try_it()) < PATIENCE_S + 0.5
