"""PAM asks Telegram for updates and is killed, told to end, locked out: nothing is lost, nothing is there twice."""

import asyncio
import signal
import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.sandbox.journal import Entry
from tests.crash.judge import booked, unfinished
from tests.crash.pam_process import Home, PamProcess, home_on, that_polls
from tests.crash.polling_storm import PollingStorm, run_polling_storm
from tests.crash.storm import Strike
from tests.crash.town import Town, a_town, neighbours
from tests.crash.verdict import verdict

# At the first polls, among what is let go of, in a stream, among the answers: before the leases of an earlier life end.
STRIKES = (Strike(5), Strike(12, 3), Strike(18), Strike(20, 9))
# The contract: SIGTERM ends every role with exit 0 within 8 s.
ENDS_WITHIN_S = 8
CHATS = [each.phones[0] for each in neighbours(20)]


@dataclass(frozen=True)
class Day:
    town: Town
    home: Home

    async def end(self, pam: PamProcess) -> list[str]:
        """All is answered, PAM has gone; everything that was found wrong."""
        await self.town.until_answered()
        assert await pam.until(lambda: not unfinished(self.home.evidence))
        assert await pam.stop() == 0
        return verdict(self.town, self.home.evidence)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncGenerator[Day]:
    async with a_town() as town:
        yield Day(town, that_polls(home_on(tmp_path, town.street.keys, town.url)))


async def test_four_kills_while_updates_stream_in_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    async with a_town() as town:
        storm = PollingStorm(people=40, wave=20, strikes=STRIKES)
        assert await run_polling_storm(storm, town, home_on(tmp_path, town.street.keys, town.url)) == []
        assert len(town.said) == 1 + 4 * 20 + 40


async def test_told_to_end_with_a_poll_open_she_ends_at_once_and_goes_on_later(day: Day) -> None:
    async with PamProcess.living(day.home) as pam:
        day.town.book(CHATS[0])
        await day.town.until_answered()
        day.town.after_entries(20, lambda: pam.tell(signal.SIGTERM))
        for chat in CHATS:
            day.town.book(chat)
        async with asyncio.timeout(ENDS_WITHIN_S):
            assert await pam.ended() == 0
    day.town.life += 1
    async with PamProcess.living(day.home) as pam:
        assert await day.end(pam) == []


async def test_a_locked_database_lets_nothing_go(day: Day) -> None:
    async with PamProcess.living(day.home) as pam:
        day.town.book(CHATS[0])
        await day.town.until_answered()
        with closing(sqlite3.connect(day.home.database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            # The open poll brings them, and the one after it brings them again.
            day.town.once(_second_poll(), lambda: other.execute("ROLLBACK"))
            for chat in CHATS[:5]:
                day.town.book(chat)
            assert await day.end(pam) == []
    assert pam.said(b"PAM gets no updates from Telegram for now")


async def test_what_nobody_can_read_is_put_aside(day: Day) -> None:
    person = int(CHATS[0].at)
    async with PamProcess.living(day.home) as pam:
        first = day.town.book(CHATS[0])
        day.town.street.telegram.send_raw(b'{"update_id":"none","message":NaN}', person)
        day.town.street.telegram.send_crafted("message", {"date": "bad"}, person)
        second = day.town.book(CHATS[0])
        await day.town.until_answered()
        assert await pam.stop() == 0
    assert booked(day.home.evidence) == [first.minor, second.minor]
    with closing(sqlite3.connect(day.home.database)) as look:
        assert look.execute("SELECT count(*) FROM inbox WHERE state = 'dead'").fetchone() == (2,)


def _second_poll() -> Callable[[Entry], bool]:
    polls: list[Entry] = []

    def comes(entry: Entry) -> bool:
        if entry.direction == "call" and entry.what == "getUpdates":
            polls.append(entry)
        return len(polls) == 2

    return comes
