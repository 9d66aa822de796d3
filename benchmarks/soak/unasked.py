"""The soak's runs over what PAM does unasked: events on a bad bus, and clocks that jump."""

from pathlib import Path

from tests.crash.event_storm import findings_of
from tests.crash.household import prepare
from tests.crash.jumps import findings_of_jumps
from tests.crash.redis_storm import findings_on_redis
from tests.redis import RedisServer

JUMPS_EACH = 50


async def mind_events(seeds: list[str], folder: Path) -> tuple[str, list[str]]:
    """What a seed found is told with it, and seen again by it: ``--only event --seed SEED``."""
    await prepare(folder / "prepared")
    found = []
    for seed in seeds:
        found += [f"{seed}: {each}" for each in await findings_of(seed, folder / "prepared", folder / seed)]
    return f"{len(seeds)} seeds of events on a bad bus", found


async def mind_events_on_redis(seeds: list[str], folder: Path) -> tuple[str, list[str]]:
    await prepare(folder / "prepared")
    server, found = RedisServer(), []
    try:
        for seed in seeds:
            wrong = await findings_on_redis(seed, server, folder / "prepared", folder / seed)
            found += [f"{seed}: {each}" for each in wrong]
    finally:
        server.remove()
    return f"{len(seeds)} seeds of events on Redis", found


async def jump(seeds: list[str], folder: Path) -> tuple[str, list[str]]:
    found = []
    for seed in seeds:
        found += [f"{seed}: {each}" for each in await findings_of_jumps(seed, JUMPS_EACH, folder / seed)]
    return f"{len(seeds) * JUMPS_EACH} jumps of the clock", found
