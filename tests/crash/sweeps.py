"""The sweeps over every crash point and every pause as a program: for sources other than this repository's own.

python -m tests.crash.sweeps messages
"""

import asyncio
import sys
from pathlib import Path

from loguru import logger

from tests.crash.event_storm import findings_of
from tests.crash.household import prepare
from tests.crash.moments import findings_at_every_moment
from tests.crash.pauses import findings_of_every_pause
from tests.crash.script import BY_AN_EVENT, ONE_REMINDER, PURCHASE, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL

FOUND = 3
SEEDS = ("one", "another", "a third")


async def of_messages(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(SCRIPT[:1], QUICK, folder)
    return found


async def of_messages_in_thought(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(SCRIPT[:1], THOUGHTFUL, folder)
    return found


async def of_pauses(folder: Path) -> list[str]:
    _, found = await findings_of_every_pause(PURCHASE, folder)
    return found


async def of_events(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(BY_AN_EVENT, QUICK, folder)
    return found


async def of_a_bad_bus(folder: Path) -> list[str]:
    await prepare(folder / "prepared")
    return [each for seed in SEEDS for each in await findings_of(seed, folder / "prepared", folder / seed)]


async def of_the_clock(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(ONE_REMINDER, QUICK, folder)
    return found


SWEEPS = {
    "messages": of_messages,
    "thought": of_messages_in_thought,
    "pauses": of_pauses,
    "events": of_events,
    "bus": of_a_bad_bus,
    "clock": of_the_clock,
}


def main() -> int:
    logger.remove()
    found = asyncio.run(SWEEPS[sys.argv[1]](Path.cwd()))
    sys.stdout.write("".join(f"{each}\n" for each in found))
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main())
