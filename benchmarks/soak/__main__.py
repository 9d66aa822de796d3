"""Runs the soak: ``python -m benchmarks.soak [--seed SEED] [--only PART]``; exit 1 when anything is lost."""

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path

from loguru import logger

from benchmarks.soak import many, on_postgres, thinking, unasked
from tests.contracts.test_ledger_machine import walk
from tests.crash.moments import findings_at_every_moment
from tests.crash.pam_process import Home, home_on
from tests.crash.polling_storm import PollingStorm, run_polling_storm
from tests.crash.script import BACKLOG, BY_AN_EVENT, BY_ITSELF, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL
from tests.crash.storm import Storm, Strike, run_storm, strikes_from
from tests.crash.town import Town, a_town

# The steps of the script that can be said again and again.
ROUND = (SCRIPT[0], SCRIPT[2], *SCRIPT[5:])
ROUNDS = 20


@dataclass(frozen=True)
class Outcome:
    what: str
    found: list[str]


Run = Callable[[str, Path], Coroutine[None, None, Outcome]]


async def points(_seed: str, folder: Path) -> Outcome:
    """Thousands of in-process crash points."""
    script = (*SCRIPT, *ROUND * ROUNDS, *BACKLOG, *BY_AN_EVENT, *BY_ITSELF)
    quick, found = await findings_at_every_moment(script, QUICK, folder / "quick")
    thoughtful, more = await findings_at_every_moment(script, THOUGHTFUL, folder / "thoughtful")
    return Outcome(f"{quick + thoughtful} crash points", found + more)


async def storm(seed: str, folder: Path) -> Outcome:
    """1,000 messages, 20 kills."""
    return await _storm(_planned(seed), folder)


async def storm_on_postgres(seed: str, folder: Path) -> Outcome:
    async with on_postgres.a_town_with_postgres(folder) as (town, home, _):
        return await _stormed(_planned(seed), town, home)


async def polling(seed: str, folder: Path) -> Outcome:
    """1,000 updates that PAM asks for, 25 kills."""
    async with a_town() as town:
        return await _polled(seed, town, home_on(folder, town.street.keys, town.url))


async def polling_on_postgres(seed: str, folder: Path) -> Outcome:
    async with on_postgres.a_town_with_postgres(folder) as (town, home, _):
        return await _polled(seed, town, home)


async def hail(seed: str, folder: Path) -> Outcome:
    """A kill every two messages, 1,001 in all."""
    return await _storm(Storm(20, 2, strikes_from(seed, 1000, 2), Strike(15)), folder)


async def commits(_seed: str, folder: Path) -> Outcome:
    return Outcome(*await on_postgres.lose_commits(1000, folder))


async def outages(_seed: str, folder: Path) -> Outcome:
    return Outcome(*await on_postgres.break_down(20, folder))


async def outages_under_polling(_seed: str, folder: Path) -> Outcome:
    return Outcome(*await on_postgres.break_down_under_polling(25, folder))


async def two(seed: str, folder: Path) -> Outcome:
    return Outcome(*await on_postgres.live_together(seed, 20, folder))


async def four(seed: str, folder: Path) -> Outcome:
    """Four that work and tick behind a door, and each of eight harms twice."""
    return Outcome(*await many.live_as_many(seed, many.HARMS * 2, folder))


async def ends(seed: str, folder: Path) -> Outcome:
    """One role after another is told to end while everybody talks."""
    return Outcome(*await many.live_as_many(seed, [many.somebody_told_to_end] * 40, folder))


async def jumps(seed: str, folder: Path) -> Outcome:
    return Outcome(*await unasked.jump([f"{seed}-{number}" for number in range(20)], folder))


async def events(seed: str, folder: Path) -> Outcome:
    return Outcome(*await unasked.mind_events([f"{seed}-{number}" for number in range(1000)], folder))


async def event(seed: str, folder: Path) -> Outcome:
    """One of those alone."""
    return Outcome(*await unasked.mind_events([seed], folder))


async def events_on_redis(seed: str, folder: Path) -> Outcome:
    return Outcome(*await unasked.mind_events_on_redis([f"{seed}-{number}" for number in range(50)], folder))


async def thoughts(seed: str, folder: Path) -> Outcome:
    return Outcome(*await thinking.think(seed, folder))


async def attacks(seed: str, folder: Path) -> Outcome:
    return Outcome(*await thinking.attack(seed, folder))


async def ledger(_seed: str, _folder: Path) -> Outcome:
    """100,000 messages to a thousand ledgers: lines balance, undo restores exactly, the journal comes to the same."""
    try:
        await asyncio.to_thread(walk, "sqlite", lives=1000, messages=100)
    except AssertionError as found:
        return Outcome("100,000 messages to ledgers", [str(found)])
    return Outcome("100,000 messages to ledgers", [])


def _planned(seed: str) -> Storm:
    return Storm(40, 46, strikes_from(seed, 20, 46), Strike(30))


async def _storm(planned: Storm, folder: Path) -> Outcome:
    async with a_town() as town:
        return await _stormed(planned, town, home_on(folder, town.street.keys, town.url))


async def _stormed(planned: Storm, town: Town, home: Home) -> Outcome:
    found = await run_storm(planned, town, home)
    return Outcome(f"{len(town.said)} messages, {len(planned.strikes) + 1} kills", found)


async def _polled(seed: str, town: Town, home: Home) -> Outcome:
    planned = PollingStorm(40, 40, strikes_from(seed, 25, 40))
    found = await run_polling_storm(planned, town, home)
    return Outcome(f"{len(town.said)} updates asked for, {len(planned.strikes)} kills", found)


RUNS: dict[str, Run] = {
    "points": points,
    "storm": storm,
    "storm-postgres": storm_on_postgres,
    "polling": polling,
    "polling-postgres": polling_on_postgres,
    "commits": commits,
    "outages": outages,
    "outages-polling": outages_under_polling,
    "two": two,
    "hail": hail,
    "events": events,
    "event": event,
    "events-redis": events_on_redis,
    "jumps": jumps,
    "four": four,
    "ends": ends,
    "ledger": ledger,
    "thoughts": thoughts,
    "attacks": attacks,
}


def main() -> int:
    options = _options()
    logger.remove()
    print(f"seed {options.seed}", flush=True)
    lost = False
    for name in [options.only] if options.only else RUNS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            outcome = asyncio.run(RUNS[name](options.seed, Path(folder)))
        print(f"{name:16} {outcome.what}, {time.monotonic() - began:.0f} s: {len(outcome.found)} findings", flush=True)
        for each in outcome.found:
            print(f"    {each}", flush=True)
        lost = lost or bool(outcome.found)
    return 1 if lost else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seed", default=secrets.token_hex(4), help="an earlier run's, to see it again")
    parser.add_argument("--only", choices=RUNS, help="one part alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
