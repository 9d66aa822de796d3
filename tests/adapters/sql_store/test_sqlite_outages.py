"""When the file is locked, full or broken: Unavailable for everybody concerned, nothing half kept, well again after."""

import asyncio
import resource
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from adapters.sql_store.sqlite_engine import LOCKED_PATIENCE_S, TURNS_BEFORE_COMMIT, SqliteEngine
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.domain.errors import Conflict, Unavailable
from bot.kit.keyring import Keyring
from tests.adapters.sql_store.engines import an_engine, is_sound, keep_mark, marks_on_disk, write_mark
from tests.virtual_time import run_in_virtual_time


@contextmanager
def locked_by_somebody_else(folder: Path) -> Generator[None]:
    with closing(sqlite3.connect(folder / "pam.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def no_room_on_disk(folder: Path) -> Generator[None]:
    """No file of this process may grow beyond what the log has now: the next COMMIT cannot be written."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "pam.db-wal").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def pages(engine: SqliteEngine, most: int | None = None) -> int:
    if most is not None:
        engine._connection.execute(f"PRAGMA max_page_count = {most}")
    return engine._connection.execute("PRAGMA page_count").fetchone()[0]


async def take_anothers_fingerprint(engine: SqliteEngine) -> None:
    async with engine.transaction() as session:
        for fingerprint in (b"one", b"other"):
            await session.one("people.meet", {"channel": "sms", "fingerprint": fingerprint, "sealed": b"s", "now": 0})
        await session.run("people.refingerprint", {"id": 2, "fingerprint": b"one", "sealed": b"s"})


async def guess_from_nowhere(engine: SqliteEngine) -> None:
    async with engine.transaction() as session:
        await session.run("codes.count_wrong", {"address_id": 99, "now": 0})


async def lose_the_batch(engine: SqliteEngine) -> None:
    """As SQLite itself rolls back on an I/O error, behind the engine's back."""
    async with engine.transaction():
        engine._connection.execute("ROLLBACK")


async def look_for_the_dead(engine: SqliteEngine) -> None:
    async with engine.transaction() as session:
        await session.all("inbox.dead", {})


async def keep_much(engine: SqliteEngine, name: str) -> None:
    async with engine.transaction() as session:
        values = {"source": "s", "external_id": name, "received_at": 0, "body": bytes(20_000), "trace_id": "t"}
        await session.run("inbox.keep_raw", {**values, "fault": ""})


def test_a_foreign_lock_is_borne_for_two_seconds_and_holds_up_nobody_else(tmp_path: Path) -> None:
    async def meet_the_lock(engine: SqliteEngine) -> tuple[list[float], int]:
        loop = asyncio.get_running_loop()
        ended: list[float] = []
        ticks = 0

        async def try_it() -> None:
            with pytest.raises(Unavailable):
                await keep_mark(engine, 1)
            ended.append(loop.time())

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.1)
                ticks += 1

        ticking = asyncio.create_task(tick())
        await asyncio.gather(*(try_it() for _ in range(50)))
        ticking.cancel()
        return ended, ticks

    migrate_file(tmp_path / "pam.db")
    engine = SqliteEngine(tmp_path / "pam.db")
    with locked_by_somebody_else(tmp_path):
        ended, ticks = run_in_virtual_time(meet_the_lock(engine))
    assert min(ended) >= LOCKED_PATIENCE_S
    # All fifty are told in time, not one after another's patience.
    assert max(ended) < LOCKED_PATIENCE_S + 0.5
    assert ticks >= 19
    asyncio.run(engine.close())


async def test_it_works_again_as_soon_as_the_lock_is_gone(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with locked_by_somebody_else(tmp_path):
            waiting = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(3)]
            for _ in range(5):
                await asyncio.sleep(0)
        await asyncio.gather(*waiting)
        assert marks_on_disk(tmp_path) == [0, 1, 2]


async def test_one_cancelled_while_it_bears_a_lock_hands_its_turn_on(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with locked_by_somebody_else(tmp_path):
            waiting = [asyncio.create_task(keep_mark(engine, mark)) for mark in range(2)]
            for _ in range(5):
                await asyncio.sleep(0)
            waiting[0].cancel()
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert isinstance(outcomes[0], asyncio.CancelledError)
        assert marks_on_disk(tmp_path) == [1]


async def test_a_commit_that_cannot_be_written_is_told_to_the_whole_batch(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await keep_mark(engine, 0)
        with no_room_on_disk(tmp_path):
            outcomes = await asyncio.gather(*(keep_mark(engine, mark) for mark in range(1, 30)), return_exceptions=True)
        assert {type(outcome) for outcome in outcomes} == {Unavailable}
        assert marks_on_disk(tmp_path) == [0]
        await asyncio.gather(*(keep_mark(engine, mark) for mark in range(30, 33)))
        assert marks_on_disk(tmp_path) == [0, 30, 31, 32]
    assert marks_on_disk(tmp_path) == [0, 30, 31, 32]
    assert is_sound(tmp_path)


async def test_a_commit_that_failed_leaves_nothing_for_the_next_one_to_keep(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await keep_mark(engine, 0)
        room = no_room_on_disk(tmp_path)
        room.__enter__()

        async def fail_and_make_room() -> None:
            with pytest.raises(Unavailable):
                await keep_mark(engine, 1)
            room.__exit__(None, None, None)

        failing = asyncio.create_task(fail_and_make_room())
        # Until its COMMIT is under way: who comes now stands in line for the next one.
        for _ in range(TURNS_BEFORE_COMMIT + 2):
            await asyncio.sleep(0)
        await asyncio.gather(failing, keep_mark(engine, 2))
        assert marks_on_disk(tmp_path) == [0, 2]


async def test_those_told_unavailable_do_not_share_one_exception(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await keep_mark(engine, 0)
        with no_room_on_disk(tmp_path):
            outcomes = await asyncio.gather(*(keep_mark(engine, mark) for mark in range(1, 5)), return_exceptions=True)
    assert len({id(outcome) for outcome in outcomes}) == 4
    assert all(isinstance(outcome, Unavailable) and outcome.__cause__ for outcome in outcomes)


async def test_a_full_disk_in_a_body_is_told_to_every_one_whose_work_it_took_along(tmp_path: Path) -> None:
    for turn in range(40):
        folder = tmp_path / str(turn)
        async with an_engine(folder) as engine:
            # Each turn runs full at another statement of another body.
            pages(engine, most=pages(engine) + turn)
            outcomes = await asyncio.gather(*(keep_much(engine, f"M{n}") for n in range(10)), return_exceptions=True)
            assert {type(outcome) for outcome in outcomes} <= {Unavailable, type(None)}
            with closing(sqlite3.connect(folder / "pam.db")) as look:
                there = {name for (name,) in look.execute("SELECT external_id FROM inbox")}
            assert there == {f"M{n}" for n, outcome in enumerate(outcomes) if outcome is None}
            pages(engine, most=10_000)
            await keep_much(engine, "later")
        assert is_sound(folder)


async def test_when_sqlite_gave_up_a_batch_the_next_body_does_not_make_it_look_kept(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:

        async def lose_everything() -> None:
            async with engine.transaction() as session:
                await write_mark(session, 2)
                engine._connection.execute("ROLLBACK")  # as SQLite itself does on an I/O error
                raise ZeroDivisionError

        first, second, broken, third = await asyncio.gather(
            *(keep_mark(engine, 0), keep_mark(engine, 1), lose_everything(), keep_mark(engine, 3)),
            return_exceptions=True,
        )
        assert isinstance(first, Unavailable)
        assert isinstance(second, Unavailable)
        assert isinstance(broken, ZeroDivisionError)
        assert third is None
        assert marks_on_disk(tmp_path) == [3]


async def test_a_batch_given_up_behind_a_bodys_back_is_unavailable_and_stops_nothing(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with pytest.raises(Unavailable):
            await lose_the_batch(engine)
        await keep_mark(engine, 1)
        assert marks_on_disk(tmp_path) == [1]


async def test_a_torn_page_is_unavailable_never_a_figure(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        await asyncio.gather(*(keep_much(engine, f"M{n}") for n in range(20)))
    path = tmp_path / "pam.db"
    with closing(sqlite3.connect(path)) as look:
        (root,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'inbox_dead'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 16)
    engine = SqliteEngine(path)
    with pytest.raises(Unavailable):
        await look_for_the_dead(engine)
    await engine.close()


async def test_a_rule_of_uniqueness_broken_is_a_conflict(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with pytest.raises(Conflict):
            await take_anothers_fingerprint(engine)


async def test_a_bug_in_a_statement_stays_a_bug(tmp_path: Path) -> None:
    async with an_engine(tmp_path) as engine:
        with pytest.raises(sqlite3.IntegrityError):
            await guess_from_nowhere(engine)
        await keep_mark(engine, 1)


def test_what_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "pam.db").write_bytes(b"something else entirely, and long enough to be looked at as a header" * 20)
    with pytest.raises(Unavailable):
        migrate_file(tmp_path / "pam.db")
    with pytest.raises(Unavailable):
        SqliteStore.open(tmp_path / "pam.db", Keyring(("secret",)))


def test_a_folder_in_the_files_place_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "pam.db").mkdir()
    with pytest.raises(Unavailable):
        migrate_file(tmp_path / "pam.db")
