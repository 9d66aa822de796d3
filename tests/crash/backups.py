"""A backup taken while everybody talks, brought back into either engine, and what is wrong with what came back."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path

from tests.crash.judge import booked, findings
from tests.crash.mutations import SLOWLY_BACKED_UP, THOUGHTFUL, Mutation, mutated
from tests.crash.pam_process import Home, PamProcess, at_the_same, command, home_on, on_postgres
from tests.crash.town import Phone, Town, neighbours
from tests.postgres import databases

PHONES = [phone for each in neighbours(10) for phone in each.phones]
NewHome = Callable[[str], Home]


@asynccontextmanager
async def homes_of(town: Town, folder: Path) -> AsyncGenerator[dict[str, NewHome]]:
    """By engine: a home of that name in which nothing is yet."""
    there = databases()
    bare: list[str] = []

    def new_home(name: str) -> Home:
        return home_on(folder / name, town.street.keys, town.url)

    def new_home_on_postgres(name: str) -> Home:
        bare.append(there.bare())
        return on_postgres(new_home(name), there, bare[-1])

    yield {"sqlite": new_home, "postgres": new_home_on_postgres}
    for name in bare:
        there.drop(name)


async def findings_of_a_backup_under_load(home: Home, other: Home, town: Town, *mutations: Mutation) -> list[str]:
    """It is restored into ``other``. Her messages wait for the loop, so that the moment of the backup finds some half-way there."""
    town.street.point_at(home.public_url)
    backup = str(home.folder / "kept")
    large = at_the_same(home, mutated(home.folder / "source", THOUGHTFUL, *SLOWLY_BACKED_UP, *mutations))
    async with PamProcess.living(large) as pam:
        await _talk(town, PHONES)
        before = len(booked(home.evidence))
        backing_up = asyncio.create_task(command(large, "backup", backup))
        _keep_talking(town, cycle(PHONES), backing_up)
        assert await backing_up == 0
        await town.until_answered()
        await _talk(town, PHONES)
        assert await pam.stop() == 0
    return await _findings_restored(other, backup, before, len(booked(home.evidence)))


def _keep_talking(town: Town, phones: Iterator[Phone], until: asyncio.Task[int]) -> None:
    """Somebody says the next thing whenever somebody was told something."""

    def say_next() -> None:
        if not until.done():
            town.once(lambda entry: entry.direction == "call", say_next)
            town.book(next(phones))

    say_next()


async def _talk(town: Town, phones: list[Phone]) -> None:
    for phone in phones:
        town.book(phone)
    await town.until_answered()


async def _findings_restored(home: Home, backup: str, least: int, most: int) -> list[str]:
    if await command(home, "restore", backup) != 0:
        return ["what was backed up cannot be restored"]
    found = findings(home.evidence)
    if await command(home, "replay") != 0:
        found.append("the journal comes to other books")
    if not least <= len(booked(home.evidence)) < most:
        found.append(f"{len(booked(home.evidence))} bookings came back")
    return found
