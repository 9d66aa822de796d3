"""The ticker: knocks at once and again, ends what is under way, and is put out neither by a fault nor by a set clock."""

import asyncio
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.system_clock import SystemClock
from bot.domain.errors import Unavailable
from handlers.scheduled_jobs import EVERY, FromNow, ScheduledJobs

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


async def nothing() -> int:
    return 0


async def knocks_of(jobs: ScheduledJobs, done: asyncio.Event) -> None:
    running = asyncio.create_task(jobs.run())
    async with asyncio.timeout(20):
        await done.wait()
    running.cancel()
    await asyncio.wait([running])


async def test_it_knocks_again_and_again_and_tidies_at_the_start() -> None:
    knocked, tidied, enough = [0], [0], asyncio.Event()

    async def knock() -> int:
        knocked[0] += 1
        if knocked[0] == 2:
            enough.set()
        return 0

    async def tidy() -> int:
        tidied[0] += 1
        return 0

    await knocks_of(ScheduledJobs(knock, tidy, SystemClock().now), enough)
    assert (knocked[0], tidied[0]) == (2, 1)


async def test_a_store_that_is_away_does_not_end_it() -> None:
    tries, enough = [0], asyncio.Event()

    async def knock() -> int:
        tries[0] += 1
        if tries[0] < 2:
            raise Unavailable("store")
        enough.set()
        return 0

    await knocks_of(ScheduledJobs(knock, nothing, SystemClock().now), enough)
    assert tries[0] == 2


async def test_what_is_under_way_comes_to_its_end_when_it_is_told_to_stop() -> None:
    begun, go_on, done = asyncio.Event(), asyncio.Event(), [False]

    async def knock() -> int:
        begun.set()
        await go_on.wait()
        done[0] = True
        return 0

    running = asyncio.create_task(ScheduledJobs(knock, nothing, SystemClock().now).run())
    await begun.wait()
    running.cancel()
    asyncio.get_running_loop().call_soon(go_on.set)
    await asyncio.wait([running])
    assert done[0]


def test_a_clock_that_leaps_ahead_owes_one_knock_and_not_a_day_of_them() -> None:
    leapt = NOON + timedelta(days=30)
    assert FromNow(EVERY).get_next_fire_time(NOON, leapt) == leapt + EVERY


async def test_a_clock_that_is_set_back_does_not_have_it_sleep_until_the_old_hour() -> None:
    knocked: list[datetime] = []

    async def knock() -> None:
        knocked.append(SystemClock().now())

    jobs = ScheduledJobs(nothing, nothing, SystemClock().now)
    scheduler = AsyncIOScheduler(timezone="UTC")
    # As it stands when the clock was an hour ahead a moment ago.
    ahead = SystemClock().now() + timedelta(hours=1)
    job = scheduler.add_job(knock, FromNow(EVERY), next_run_time=ahead)
    scheduler.start()
    jobs._wake_late_sleepers([job, job])
    assert job.next_run_time < ahead - timedelta(minutes=59)
    scheduler.shutdown(wait=False)
