"""The sweeps over every crash point and every pause as a program: for sources other than this repository's own.

    python -m tests.crash.sweeps messages
"""

import asyncio
import sys
from pathlib import Path

from loguru import logger

from tests.crash.moments import findings_at_every_moment
from tests.crash.pauses import findings_of_every_pause
from tests.crash.script import BY_AN_EVENT, ONE_REMINDER, PURCHASE, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL

FOUND = 3


async def of_messages(folder: Path) -> list[str]:
    _, quick = await findings_at_every_moment(SCRIPT[:1], QUICK, folder / "quick")
    _, thoughtful = await findings_at_every_moment(SCRIPT[:1], THOUGHTFUL, folder / "thoughtful")
    _, paused = await findings_of_every_pause(PURCHASE, folder / "paused")
    return quick + thoughtful + paused


async def of_events(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(BY_AN_EVENT, QUICK, folder)
    return found


async def of_the_clock(folder: Path) -> list[str]:
    _, found = await findings_at_every_moment(ONE_REMINDER, QUICK, folder)
    return found


SWEEPS = {"messages": of_messages, "events": of_events, "clock": of_the_clock}


def main() -> int:
    logger.remove()
    found = asyncio.run(SWEEPS[sys.argv[1]](Path.cwd()))
    sys.stdout.write("".join(f"{each}\n" for each in found))
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main())
