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

from tests.contracts.test_ledger_machine import walk
from tests.crash.moments import findings_at_every_moment
from tests.crash.polling_storm import PollingStorm, run_polling_storm
from tests.crash.script import BACKLOG, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL
from tests.crash.storm import Storm, Strike, run_storm, strikes_from
from tests.crash.town import a_town

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
    script = (*SCRIPT, *ROUND * ROUNDS, *BACKLOG)
    quick, found = await findings_at_every_moment(script, QUICK, folder / "quick")
    thoughtful, more = await findings_at_every_moment(script, THOUGHTFUL, folder / "thoughtful")
    return Outcome(f"{quick + thoughtful} crash points", found + more)


async def storm(seed: str, folder: Path) -> Outcome:
    """1,000 messages, 20 kills."""
    return await _storm(Storm(40, 46, strikes_from(seed, 20, 46), Strike(30)), folder)


async def polling(seed: str, folder: Path) -> Outcome:
    """1,000 updates that PAM asks for, 25 kills."""
    planned = PollingStorm(40, 40, strikes_from(seed, 25, 40))
    async with a_town() as town:
        found = await run_polling_storm(planned, town, folder)
        return Outcome(f"{len(town.said)} updates asked for, {len(planned.strikes)} kills", found)


async def hail(seed: str, folder: Path) -> Outcome:
    """A kill every two messages, 1,001 in all."""
    return await _storm(Storm(20, 2, strikes_from(seed, 1000, 2), Strike(15)), folder)


async def ledger(_seed: str, _folder: Path) -> Outcome:
    """100,000 messages to a thousand ledgers: lines balance, undo restores exactly, the journal comes to the same."""
    try:
        await asyncio.to_thread(walk, "sqlite", lives=1000, messages=100)
    except AssertionError as found:
        return Outcome("100,000 messages to ledgers", [str(found)])
    return Outcome("100,000 messages to ledgers", [])


async def _storm(planned: Storm, folder: Path) -> Outcome:
    async with a_town() as town:
        found = await run_storm(planned, town, folder)
        return Outcome(f"{len(town.said)} messages, {len(planned.strikes) + 1} kills", found)


RUNS: dict[str, Run] = {"points": points, "storm": storm, "polling": polling, "hail": hail, "ledger": ledger}


def main() -> int:
    options = _options()
    logger.remove()
    print(f"seed {options.seed}", flush=True)
    lost = False
    for name in [options.only] if options.only else RUNS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            outcome = asyncio.run(RUNS[name](options.seed, Path(folder)))
        print(f"{name:8} {outcome.what}, {time.monotonic() - began:.0f} s: {len(outcome.found)} findings", flush=True)
        for each in outcome.found:
            print(f"         {each}", flush=True)
        lost = lost or bool(outcome.found)
    return 1 if lost else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seed", default=secrets.token_hex(4), help="an earlier run's, to see it again")
    parser.add_argument("--only", choices=RUNS, help="one part alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
