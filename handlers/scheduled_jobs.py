"""The clock knocks: once a second, on one ticker, whatever is due; what to do about it is PAM's."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from loguru import logger

from bot.domain.errors import PamError

EVERY = timedelta(seconds=1)
TIDY_EVERY = timedelta(hours=1)


class FromNow(BaseTrigger):
    """So much later than now, whatever was missed: a clock that leaps a day ahead is no day of knocks."""

    def __init__(self, later: timedelta) -> None:
        self.later = later

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return now + self.later


class ScheduledJobs:
    """APScheduler without a job store: it holds two jobs for as long as it runs, and times nothing but the knock.

    Each runs alone: a knock that takes longer swallows the next ones, which would have found nothing more.
    """

    def __init__(
        self, knock: Callable[[], Awaitable[int]], tidy: Callable[[], Awaitable[int]], now: Callable[[], datetime]
    ) -> None:
        self._jobs = ((knock, EVERY), (tidy, TIDY_EVERY))
        self._now = now

    async def run(self) -> None:
        """Until cancelled; what is being done then comes to its end first."""
        under_way = asyncio.Lock()
        scheduler = AsyncIOScheduler(timezone="UTC")
        jobs = [self._add(scheduler, _quietly(job, under_way), every) for job, every in self._jobs]
        scheduler.start()
        try:
            while True:
                # By a clock that nobody sets: the scheduler sleeps by one that somebody may.
                await asyncio.sleep(EVERY.total_seconds())
                self._wake_late_sleepers(jobs)
        finally:
            scheduler.pause()
            async with under_way:
                scheduler.shutdown(wait=False)

    def _add(self, scheduler: AsyncIOScheduler, job: Callable[[], Awaitable[None]], every: timedelta) -> Job:
        return scheduler.add_job(
            job, FromNow(every), coalesce=True, max_instances=1, misfire_grace_time=None, next_run_time=self._now()
        )

    def _wake_late_sleepers(self, jobs: list[Job]) -> None:
        """A clock that was set back would have them sleep until its old hour comes again."""
        now = self._now()
        for job, (_, every) in zip(jobs, self._jobs, strict=True):
            if job.next_run_time and job.next_run_time - now > every + EVERY:
                job.modify(next_run_time=now)


def _quietly(job: Callable[[], Awaitable[int]], under_way: asyncio.Lock) -> Callable[[], Awaitable[None]]:
    """A store that is away is told once, and asked again at the next knock."""
    is_away = False

    async def knock() -> None:
        nonlocal is_away
        async with under_way:
            try:
                await job()
            except PamError as fault:
                if not is_away:
                    logger.warning("the clock cannot look what is due: {}", str(fault))
                is_away = True
            else:
                is_away = False

    return knock
