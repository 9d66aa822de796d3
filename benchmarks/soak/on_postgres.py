"""The soak's runs on Postgres: PAM killed, the server killed, commits lost, two PAMs at once."""

import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.crash.judge import unfinished
from tests.crash.lost_commits import LostCommits, over
from tests.crash.mutations import THOUGHTFUL, mutated
from tests.crash.pam_process import Home, PamProcess, at_the_same, home_on, on_postgres, that_polls
from tests.crash.storm import Strike, book, strikes_from
from tests.crash.town import Phone, Town, a_town, neighbours
from tests.crash.two_houses import two_houses
from tests.crash.verdict import disorder, verdict
from tests.postgres import QUICK, ROOMY, Databases, PostgresServer

PEOPLE = neighbours(40)
PHONES = [phone for each in PEOPLE for phone in each.phones]
CHATS = [each.phones[0] for each in PEOPLE]


@asynccontextmanager
async def a_town_with_postgres(folder: Path) -> AsyncGenerator[tuple[Town, Home, Databases]]:
    """A home on a server of its own."""
    there = Databases(PostgresServer(*QUICK, *ROOMY))
    try:
        async with a_town() as town:
            home = home_on(folder, town.street.keys, town.url)
            yield town, on_postgres(home, there, there.take()), there
    finally:
        there.remove()


async def lose_commits(most: int, folder: Path) -> tuple[str, list[str]]:
    """One COMMIT in seven, by turns never heard by the server and done with its answer lost.

    In the second half every message waits for the loop.
    """
    found: list[str] = []
    async with a_town_with_postgres(folder) as (town, home, there):
        town.street.point_at(home.public_url)
        for each in (home, at_the_same(home, mutated(folder / "source", THOUGHTFUL))):
            line = LostCommits(there.server.folder, every=7, most=most // 2)
            async with line.serve() as port, PamProcess.living(over(each, port)) as pam:
                while line.cuts < line.most:
                    await _say(town, PHONES)
                found += await _end(town, home, pam)
        return f"{len(town.said)} messages, {most} lost commits", found


async def break_down(times: int, folder: Path) -> tuple[str, list[str]]:
    """The server is killed again and again while webhooks wait for an answer, and back after the first 503."""
    async with a_town_with_postgres(folder) as (town, home, there):
        town.street.point_at(home.public_url)
        async with PamProcess.living(home) as pam:
            for number in range(times):
                town.after_entries(5 + 3 * number % 50, lambda: there.server.stop(signal.SIGKILL))
                town.once(lambda entry: entry.status == 503, there.server.start)
                await _say(town, PHONES)
            found = await _end(town, home, pam)
        return f"{len(town.said)} messages, {times} breakdowns of the server", found


async def break_down_under_polling(times: int, folder: Path) -> tuple[str, list[str]]:
    async with a_town_with_postgres(folder) as (town, home, there):

        def kill_and_start() -> None:
            there.server.stop(signal.SIGKILL)
            there.server.start()

        async with PamProcess.living(that_polls(home)) as pam:
            for number in range(times):
                town.after_entries(3 + 5 * number % 70, kill_and_start)
                await _say(town, CHATS)
            found = await _end(town, home, pam)
        return f"{len(town.said)} updates asked for, {times} breakdowns of the server", found


async def live_together(seed: str, kills: int, folder: Path) -> tuple[str, list[str]]:
    """Two at once, one of them thoughtful, killed by turns; who is left goes on, and who comes back joins in."""
    source = mutated(folder / "source", THOUGHTFUL)
    async with a_town_with_postgres(folder) as (town, home, _), two_houses(home, town) as street:
        homes = (at_the_same(street.homes[0], source), street.homes[1])
        living = [await PamProcess.start(each) for each in homes]
        try:
            for number, strike in enumerate(strikes_from(seed, kills, len(PHONES))):
                await _lose_one(town, living[number % 2], strike)
                living[number % 2] = await PamProcess.start(homes[number % 2])
            await _say(town, PHONES)
            found = [await _end(town, home, pam) for pam in living][-1]
        finally:
            for pam in living:
                await pam.kill()
        found += [f"two letters under way to {phone}" for phone in street.doorstep.twice]
        found += disorder(town, CHATS)
        return f"{len(town.said)} messages to two, {kills} kills", found


async def _lose_one(town: Town, pam: PamProcess, strike: Strike) -> None:
    town.after_entries(strike.entries, pam.strike)
    book(town, PHONES)
    await pam.ended()
    # What she had sent by then may be told once more.
    town.life += 1


async def _say(town: Town, phones: list[Phone]) -> None:
    book(town, phones)
    await town.until_answered()


async def _end(town: Town, home: Home, pam: PamProcess) -> list[str]:
    """All is answered by the PAM who was there all the time; everything that was found wrong."""
    await town.until_answered()
    assert await pam.until(lambda: not unfinished(home.evidence)), unfinished(home.evidence)
    assert await pam.stop() == 0
    return verdict(town, home.evidence)
