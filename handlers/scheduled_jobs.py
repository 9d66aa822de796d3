"""The clock knocks: once a second, on one ticker, whatever is due; what to do about it is PAM's."""

import asyncio
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from loguru import logger

from bot.domain.errors import Unavailable

EVERY_S = 1
TIDY_EVERY_S = 3600


class ScheduledJobs:
    """APScheduler without a job store: it holds two jobs for as long as it runs, and times nothing but the knock.

    Each runs alone: a knock that takes longer swallows the next ones, which would have found nothing more.
    """

    def __init__(self, knock: Callable[[], Awaitable[int]], tidy: Callable[[], Awaitable[int]]) -> None:
        self._jobs = ((knock, EVERY_S), (tidy, TIDY_EVERY_S))

    async def run(self) -> None:
        """Until cancelled; what is being done then comes to its end first."""
        under_way = asyncio.Lock()
        scheduler = AsyncIOScheduler(timezone="UTC")
        for job, every_s in self._jobs:
            scheduler.add_job(
                _quietly(job, under_way),
                "interval",
                seconds=every_s,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.pause()
            async with under_way:
                scheduler.shutdown(wait=False)


def _quietly(job: Callable[[], Awaitable[int]], under_way: asyncio.Lock) -> Callable[[], Awaitable[None]]:
    """A store that is away is told once, and asked again at the next knock."""
    is_away = False

    async def knock() -> None:
        nonlocal is_away
        async with under_way:
            try:
                await job()
            except Unavailable as fault:
                if not is_away:
                    logger.warning("the clock cannot look what is due: {}", str(fault))
                is_away = True
            else:
                is_away = False

    return knock
