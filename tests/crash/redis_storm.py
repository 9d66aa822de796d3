"""A storm over a real Redis: flushed, restarted and fed with rubbish while two workers hear from it and are replaced."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import redis

from adapters.redis_bus import FIELD, STREAM, RedisBus
from handlers.bus_events import BusEvents, BusPublisher
from tests.crash.dice import Dice
from tests.crash.event_storm import copied, end, not_once, said_by
from tests.crash.household import Household, a_household
from tests.redis import RedisServer

WORKERS = 2
# Far below PAM's ten seconds: what a worker leaves behind is taken over while the storm lasts.
AGAIN_AFTER_S = 0.2
LONGEST_LULL_S = 0.1


@dataclass
class Worker:
    """Hears from Redis until it is sent away; what it had in hand stays with the bus."""

    bus: RedisBus
    hearing: asyncio.Task[None]

    @classmethod
    def of(cls, household: Household, url: str) -> "Worker":
        bus = RedisBus(url, AGAIN_AFTER_S)
        return cls(bus, asyncio.create_task(BusEvents(bus, household.pam.events.react).run()))

    async def leave(self) -> None:
        self.hearing.cancel()
        await asyncio.wait([self.hearing])
        await self.bus.close()


async def findings_on_redis(seed: str, server: RedisServer, prepared: Path, folder: Path) -> list[str]:
    dice = Dice(seed)
    async with a_household(copied(prepared, folder), None) as household:
        bus = RedisBus(server.url, AGAIN_AFTER_S)
        publisher = BusPublisher(bus, keep=household.pam.events.hurry)
        publishing = asyncio.create_task(publisher.run())
        workers = [Worker.of(household, server.url) for _ in range(WORKERS)]
        household.rough.fails = True
        for message in said_by(dice):
            await household.pam.messages.accept(message)
            publisher.pass_on(household.unpublished)
            household.unpublished = []
            await _harm(dice, server)
            if dice.one_in(4):
                await workers.pop(0).leave()
                workers.append(Worker.of(household, server.url))
            await asyncio.wait([publishing], timeout=LONGEST_LULL_S * dice.below(3) / 2)
        household.rough.fails = False
        wrong = [] if household.rough.kept else ["nobody heard of anything from Redis"]
        for worker in workers:
            await worker.leave()
        publishing.cancel()
        await asyncio.wait([publishing])
        await bus.close()
        await end(household)
        return wrong + not_once(household)


async def _harm(dice: Dice, server: RedisServer) -> None:
    harms: tuple[Callable[[], object], ...] = (
        server.flush,
        server.restart,
        lambda: server.ask("XADD", STREAM, "*", FIELD, '{"id": 1, "name": "Expen'),
        lambda: server.ask("DEL", STREAM),
        lambda: server.ask("XTRIM", STREAM, "MAXLEN", 0),
    )
    if dice.one_in(3):
        with suppress(redis.RedisError):
            harms[dice.below(len(harms))]()
