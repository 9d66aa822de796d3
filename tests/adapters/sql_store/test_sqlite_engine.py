"""The engine: one connection handed round, one COMMIT for all who wait, nobody forgotten."""

import asyncio
from pathlib import Path

import pytest

from adapters.sql_store.sqlite_engine import BATCH_LIMIT, SqliteEngine
from bot.domain.errors import Unavailable
from tests.adapters.sql_store.engines import an_engine, fail_with_mark, keep_mark, marks_on_disk, write_mark

STOPS_AT = 10_000


def commits_of(engine: SqliteEngine) -> list[str]:
    """Fills with every COMMIT from now on."""
    commits: list[str] = []
    engine._connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    return commits


async def look(engine: SqliteEngine) -> None:
    async with engine.transaction() as session:
        await session.all("inbox.dead", {})


async def test_a_transaction_is_on_disk_when_its_block_ends(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        async with engine.transaction() as session:
            await write_mark(session, 1)
            assert marks_on_disk(tmp_path) == []
        assert marks_on_disk(tmp_path) == [1]


async def test_each_of_a_batch_is_on_disk_when_its_own_block_ends(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:

        async def keep_and_look(mark: int) -> bool:
            await keep_mark(engine, mark)
            return mark in marks_on_disk(tmp_path)

        assert all(await asyncio.gather(*(keep_and_look(mark) for mark in range(100))))


async def test_those_who_wait_share_one_commit(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        commits = commits_of(engine)
        # The first finds nobody in line and goes alone.
        await asyncio.gather(*(keep_mark(engine, mark) for mark in range(1 + BATCH_LIMIT)))
        assert len(commits) == 2


async def test_a_batch_has_a_limit(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        commits = commits_of(engine)
        await asyncio.gather(*(keep_mark(engine, mark) for mark in range(1 + 3 * BATCH_LIMIT)))
        assert len(commits) == 4


async def test_who_only_reads_waits_for_no_disk(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        commits = commits_of(engine)
        await look(engine)
        assert commits == []
        await asyncio.gather(*(keep_mark(engine, mark) for mark in range(3)), look(engine))
        assert marks_on_disk(tmp_path) == [0, 1, 2]
        assert not engine._connection.in_transaction


async def test_a_body_that_raises_undoes_only_itself(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        bodies = [keep_mark(engine, mark) if mark % 3 else fail_with_mark(engine, mark) for mark in range(9)]
        outcomes = await asyncio.gather(*bodies, return_exceptions=True)
        assert [type(outcome) for outcome in outcomes[:3]] == [ZeroDivisionError, type(None), type(None)]
        assert marks_on_disk(tmp_path) == [1, 2, 4, 5, 7, 8]


async def test_a_body_that_raises_alone_leaves_no_lock_behind(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with pytest.raises(ZeroDivisionError):
            await fail_with_mark(engine, 1)
        assert not engine._connection.in_transaction
        await keep_mark(engine, 2)
        assert marks_on_disk(tmp_path) == [2]


async def test_one_cancelled_in_line_is_passed_over(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await engine.enter()
        waiting = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(3)]
        await asyncio.sleep(0)
        waiting[1].cancel()
        await engine.keep()
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert isinstance(outcomes[1], asyncio.CancelledError)
        assert marks_on_disk(tmp_path) == [0, 2]


async def test_one_cancelled_just_when_its_turn_came_hands_it_on(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await engine.enter()
        waiting = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(2)]
        await asyncio.sleep(0)
        kept = engine.keep()
        waiting[0].cancel()
        await kept
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert isinstance(outcomes[0], asyncio.CancelledError)
        assert marks_on_disk(tmp_path) == [1]


async def test_the_last_one_cancelled_just_when_its_turn_came_lets_the_batch_be_committed(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        async with engine.transaction() as session:
            await write_mark(session, 1)
            last = asyncio.create_task(keep_mark(engine, 2))
            await asyncio.sleep(0)
            asyncio.get_running_loop().call_soon(last.cancel)
        assert marks_on_disk(tmp_path) == [1]
        await keep_mark(engine, 3)
        assert marks_on_disk(tmp_path) == [1, 3]


async def test_one_cancelled_while_its_commit_runs_stops_nobody(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await engine.enter()
        kept = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(3)]
        await asyncio.sleep(0)
        first = engine.keep()
        # The last body's end sends the batch to the disk, within the same pass of the loop.
        for _ in range(4):
            await asyncio.sleep(0)
        kept[1].cancel()
        await first
        outcomes = await asyncio.gather(*kept, return_exceptions=True)
        assert [outcomes[0], outcomes[2]] == [None, None]
        await keep_mark(engine, 3)
        assert marks_on_disk(tmp_path)[-1] == 3


async def test_thousands_at_once_all_come_to_an_end(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        bodies = [keep_mark(engine, mark) if mark % 11 else fail_with_mark(engine, mark) for mark in range(3000)]
        tasks = [asyncio.create_task(body) for body in bodies]
        for wave in range(30):
            await asyncio.sleep(0)
            for task in tasks[wave::37]:
                task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        kept = [mark for mark, outcome in enumerate(outcomes) if outcome is None]
        failed = [mark for mark, outcome in enumerate(outcomes) if isinstance(outcome, ZeroDivisionError)]
        on_disk = set(marks_on_disk(tmp_path))
        assert len(kept) > 100
        assert on_disk.issuperset(kept)
        assert on_disk.isdisjoint(failed)
        assert not engine._busy
        assert not engine._queue


async def test_a_stream_of_failing_bodies_keeps_nobody_from_the_disk(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        rounds = 0

        async def fail_on_and_on(until: asyncio.Task[None]) -> None:
            nonlocal rounds
            while not until.done() and rounds < STOPS_AT:
                rounds += 1
                with pytest.raises(ZeroDivisionError):
                    await fail_with_mark(engine, 0)

        keeper = asyncio.create_task(keep_mark(engine, 1))
        await asyncio.gather(keeper, *(fail_on_and_on(keeper) for _ in range(4)))
        assert rounds < STOPS_AT


async def test_closing_lets_those_in_line_end_and_refuses_who_comes_later(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        kept = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(100)]
        await asyncio.sleep(0)
        closing = asyncio.create_task(engine.close())
        await asyncio.sleep(0)
        with pytest.raises(Unavailable):
            await keep_mark(engine, 100)
        await asyncio.gather(closing, *kept)
    assert marks_on_disk(tmp_path) == list(range(100))
