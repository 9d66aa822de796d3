"""The sweeps over every crash point and every pause as a program: for sources other than this repository's own."""

import asyncio
import sys
from pathlib import Path

from loguru import logger

from tests.crash.moments import findings_at_every_moment
from tests.crash.pauses import findings_of_every_pause
from tests.crash.script import PURCHASE, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL

FOUND = 3


async def findings(folder: Path) -> list[str]:
    _, quick = await findings_at_every_moment(SCRIPT[:1], QUICK, folder / "quick")
    _, thoughtful = await findings_at_every_moment(SCRIPT[:1], THOUGHTFUL, folder / "thoughtful")
    _, paused = await findings_of_every_pause(PURCHASE, folder / "paused")
    return quick + thoughtful + paused


def main() -> int:
    logger.remove()
    found = asyncio.run(findings(Path.cwd()))
    sys.stdout.write("".join(f"{each}\n" for each in found))
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main())
