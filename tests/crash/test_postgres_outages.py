"""Postgres fails under PAM in the middle of her work: what was acknowledged is booked once, and she heals by herself."""

import signal
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.sandbox.journal import Entry
from tests.crash.judge import unfinished
from tests.crash.lost_commits import LostCommits, over
from tests.crash.mutations import ANSWERED_AGAIN, TOLD_WITHOUT_ANSWER, Mutation, mutated
from tests.crash.pam_process import Home, PamProcess, at_the_same, home_on, on_postgres, that_polls
from tests.crash.storm import book
from tests.crash.town import Town, a_town, neighbours
from tests.crash.verdict import doublings, losses, verdict
from tests.postgres import QUICK, Databases, PostgresServer, databases

PEOPLE = neighbours(20)
CHATS = [each.phones[0] for each in PEOPLE]
PHONES = [phone for each in PEOPLE for phone in each.phones]


@dataclass(frozen=True)
class Day:
    """A town with a database of its own, and PAM at home but not yet up."""

    town: Town
    there: Databases
    home: Home

    async def end(self, pam: PamProcess) -> list[str]:
        """All is answered by the PAM who was there all the time; everything that was found wrong."""
        await self.town.until_answered()
        assert await pam.until(lambda: not unfinished(self.home.evidence)), unfinished(self.home.evidence)
        assert await pam.stop() == 0
        return verdict(self.town, self.home.evidence)


@pytest.fixture(scope="module")
def own() -> Iterator[Databases]:
    """A server that tests may kill, as long as they start it again."""
    databases()
    own = Databases(PostgresServer(*QUICK))
    yield own
    own.remove()


@pytest.fixture
async def day(own: Databases, tmp_path: Path) -> AsyncGenerator[Day]:
    async with a_town() as town:
        yield Day(town, own, on_postgres(home_on(tmp_path, town.street.keys, town.url), own, own.take()))


async def test_a_server_that_breaks_down_is_answered_503_and_forgotten_once_it_is_back(day: Day) -> None:
    day.town.street.point_at(day.home.public_url)
    async with PamProcess.living(day.home) as pam:
        day.town.after_entries(30, lambda: day.there.server.stop(signal.SIGQUIT))
        day.town.once(_is_unavailable, day.there.server.start)
        book(day.town, PHONES)
        assert await day.end(pam) == []
    assert any(map(_is_unavailable, day.town.street.journal))


async def test_a_server_that_is_killed_while_updates_stream_in_loses_none(day: Day) -> None:
    def kill_and_start() -> None:
        day.there.server.stop(signal.SIGKILL)
        day.there.server.start()

    async with PamProcess.living(that_polls(day.home)) as pam:
        for entries in (30, 70):
            day.town.after_entries(entries, kill_and_start)
        book(day.town, CHATS * 3)
        assert await day.end(pam) == []


async def test_a_commit_whose_answer_is_lost_is_neither_lost_nor_done_again(day: Day) -> None:
    async with _over_a_line_that_loses_commits(day, every=5, most=16) as home, PamProcess.living(home) as pam:
        book(day.town, PHONES)
        assert await day.end(pam) == []


@pytest.mark.parametrize("mutation", [TOLD_WITHOUT_ANSWER, ANSWERED_AGAIN], ids=lambda mutation: mutation.name)
async def test_a_lost_commit_finds_the_missing_guard(day: Day, mutation: Mutation, tmp_path: Path) -> None:
    source = mutated(tmp_path / "source", mutation)
    async with (
        _over_a_line_that_loses_commits(day, every=2, most=10) as home,
        PamProcess.living(at_the_same(home, source)) as pam,
    ):
        book(day.town, PHONES)
        await day.town.street.settled()
        assert await pam.stop() == 0
    found = [*losses(day.town, day.home.evidence), *doublings(day.town, day.home.evidence)]
    assert [each for each in found if each.startswith(mutation.found_as)]


@asynccontextmanager
async def _over_a_line_that_loses_commits(day: Day, *, every: int, most: int) -> AsyncGenerator[Home]:
    day.town.street.point_at(day.home.public_url)
    line = LostCommits(day.there.server.folder, every, most)
    async with line.serve() as port:
        yield over(day.home, port)
    assert line.cuts == most


def _is_unavailable(entry: Entry) -> bool:
    return entry.direction == "webhook" and entry.status == 503
