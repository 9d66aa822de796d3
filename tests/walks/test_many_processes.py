"""PAM as web, worker and clock, each a process, on Postgres and Redis: nothing lost, nothing twice, one clock leads."""

import asyncio
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from adapters.system_clock import SystemClock
from tests.crash.judge import unfinished
from tests.crash.pam_process import Home, PamProcess, home_on, on_postgres, on_redis
from tests.crash.roles import staff, who_leads
from tests.crash.storm import book
from tests.crash.town import Phone, Town, a_town, neighbours
from tests.crash.verdict import verdict
from tests.postgres import Databases, databases
from tests.redis import RedisServer, empty_redis

TELEGRAM, SMS = neighbours(1)[0].phones
SOME = [each.phones[1] for each in neighbours(9)[1:]]
OTHERS = [phone for each in neighbours(21)[1:] for phone in each.phones]
FOLLOWED_WITHIN_S = 20


@dataclass(frozen=True)
class Day:
    town: Town
    home: Home
    redis: RedisServer
    there: Databases
    database: str

    async def tell(self, phone: Phone, text: str, mark: str) -> None:
        self.town.say(phone, text, mark=mark)
        await self.town.until_answered()

    def let_it_be_time(self) -> None:
        """All that is planned is due now."""
        self.there.run(self.database, "UPDATE due SET due_at = 0")

    def times_heard(self, phone: Phone, words: str) -> int:
        return sum(heard.phone == phone and words in heard.text for heard in self.town.heard)

    async def found(self, worker: PamProcess) -> list[str]:
        """Everything that was found wrong, once all is done."""
        await self.town.until_answered()
        assert await worker.until(lambda: not unfinished(self.home.evidence)), unfinished(self.home.evidence)
        return verdict(self.town, self.home.evidence)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncGenerator[Day]:
    there, redis = databases(), empty_redis()
    database = there.take()
    async with a_town() as town:
        home = on_redis(on_postgres(home_on(tmp_path, town.street.keys, town.url), there, database), redis.url)
        town.street.point_at(home.public_url)
        yield Day(town, home, redis, there, database)
    there.give_back(database)


async def test_three_processes_tell_unasked_and_lose_nothing_when_redis_dies_in_the_middle(day: Day) -> None:
    async with staff(day.home, "web", "worker", "clock") as house:
        await day.tell(TELEGRAM, "set a budget of 10 for coffee", mark="$10.00")
        await day.tell(TELEGRAM, "coffee 9.50", mark="95 %")
        await day.tell(TELEGRAM, f"link {SMS.at}", mark="code")
        await day.tell(TELEGRAM, await day.town.until_heard(SMS, r"\d{6}"), mark="Linked")
        # An event's own alert: the bill that comes now costs more.
        await day.tell(SMS, f"netflix 15.99 every month on the {_a_day_soon()}", mark="Noted")
        await day.tell(SMS, "netflix 17.99", mark="$15.99 to $17.99")
        await day.tell(SMS, "remind me tomorrow at 9 to call the bank", mark="remind you")
        day.town.after_entries(20, day.redis.flush)
        day.town.after_entries(40, day.redis.restart)
        book(day.town, OTHERS)
        day.let_it_be_time()
        await day.town.until_heard(TELEGRAM, "Reminder.*call the bank")
        assert await day.found(house.processes[1]) == []
        house.tell_to_end()
        assert set(await house.ended()) == {0}
    assert day.times_heard(TELEGRAM, "call the bank") == 1
    assert day.times_heard(SMS, "$15.99 to $17.99") == 1


async def test_of_two_clocks_one_leads_and_who_slept_or_died_is_followed_and_repeats_nothing(day: Day) -> None:
    async with staff(day.home, "web", "worker", "clock", "clock") as house:
        _, worker, *clocks = house.processes
        leader = await who_leads(*clocks)
        follower = clocks[leader is clocks[0]]
        await _remind(day, "first")
        async with _everybody_held_up(day):
            day.let_it_be_time()
            await _somebody_waits(day)
            leader.tell(signal.SIGSTOP)
        await _reminded(day, "first")
        leader.tell(signal.SIGCONT)
        await _remind(day, "second")
        day.let_it_be_time()
        await _reminded(day, "second")
        await _remind(day, "third")
        await follower.kill()
        day.let_it_be_time()
        await _reminded(day, "third")
        assert await day.found(worker) == []
    told = {day.times_heard(phone, f"Reminder: {what}") for phone in SOME for what in ("first", "second", "third")}
    assert told == {1}


@asynccontextmanager
async def _everybody_held_up(day: Day) -> AsyncGenerator[None]:
    """Whoever does something for a person now waits for it within their transaction."""
    other = await asyncpg.connect(day.there.url(day.database))
    try:
        async with other.transaction():
            await other.execute("SELECT 1 FROM person FOR UPDATE")
            yield
    finally:
        await other.close()


async def _somebody_waits(day: Day) -> None:
    sql = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while True:
        if day.there.rows(day.database, sql):
            return
        await asyncio.sleep(0)


async def _remind(day: Day, what: str) -> None:
    for phone in SOME:
        day.town.say(phone, f"remind me tomorrow at 9 to {what}", mark=what)
    await day.town.until_answered()


async def _reminded(day: Day, what: str) -> None:
    """By whoever leads by then."""
    async with asyncio.timeout(FOLLOWED_WITHIN_S):
        for phone in SOME:
            await day.town.until_heard(phone, f"Reminder: {what}")


def _a_day_soon() -> int:
    """Tomorrow's in the month: the bill is due then."""
    return (SystemClock().now() + timedelta(days=1)).day
