"""Web, two workers and two clocks on Postgres and Redis, while each of them fails in turn; told by the phones."""

import asyncio
import re
import signal
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.soak.on_postgres import PHONES, a_town_with_postgres
from tests.crash.dice import Dice
from tests.crash.judge import unfinished
from tests.crash.lost_commits import LostCommits, over
from tests.crash.pam_process import Home, PamProcess, Role, on_redis
from tests.crash.roles import ENDS_WITHIN_S, last_to_lead
from tests.crash.storm import book
from tests.crash.town import Phone, Town
from tests.crash.verdict import verdict
from tests.fault_proxy import FaultProxy
from tests.postgres import Databases
from tests.redis import RedisServer

ROLES: tuple[Role, ...] = ("web", "worker", "worker", "clock", "clock")
WORKERS, CLOCKS = (1, 2), (3, 4)
# All that is planned comes within so many seconds, so that a harm falls among it.
SPREAD_S = 5
ASLEEP_S = (30, 60)
# Shorter than a lease of PAM's: what is sent in a harm is not sent again before its end.
HOLE_S = 4
LATENCY_S = 0.1
TOLD = re.compile(r"Reminder: (?:<b>)?([^<]+)")


@dataclass
class Host:
    """Everything that runs, and everything that can be done to it."""

    home: Home
    town: Town
    there: Databases
    database: str
    redis: RedisServer
    to_redis: FaultProxy
    to_postgres: FaultProxy
    dice: Dice
    processes: list[PamProcess] = field(default_factory=list)
    reminded: list[tuple[Phone, str]] = field(default_factory=list)

    async def again(self, pam: PamProcess) -> None:
        """The same role, after it ended."""
        place = self.processes.index(pam)
        self.processes[place] = await PamProcess.start(self.home, ROLES[place])

    def a_worker(self) -> PamProcess:
        return self.processes[WORKERS[self.dice.below(2)]]

    def leader(self) -> PamProcess:
        return last_to_lead(*(self.processes[place] for place in CLOCKS))


Harm = Callable[[Host], Awaitable[None]]


async def nothing(_host: Host) -> None:
    """A day on which all goes well."""


async def leader_asleep(host: Host) -> None:
    leader = host.leader()
    leader.tell(signal.SIGSTOP)
    await asyncio.sleep(ASLEEP_S[0] + host.dice.below(ASLEEP_S[1] - ASLEEP_S[0]))
    leader.tell(signal.SIGCONT)


async def leader_killed(host: Host) -> None:
    leader = host.leader()
    await leader.kill()
    await host.again(leader)


async def worker_killed(host: Host) -> None:
    worker = host.a_worker()
    await worker.kill()
    # What it had sent by then, and not noted, is sent once more.
    host.town.life += 1
    await host.again(worker)


async def somebody_told_to_end(host: Host) -> None:
    told = host.processes[host.dice.below(len(ROLES))]
    told.tell(signal.SIGTERM)
    async with asyncio.timeout(ENDS_WITHIN_S):
        assert await told.ended() == 0, told.words
    await host.again(told)


async def redis_dead(host: Host) -> None:
    host.redis.flush()
    host.redis.kill()
    await asyncio.sleep(host.dice.below(HOLE_S))
    host.redis.start()


async def far_from_redis(host: Host) -> None:
    await _far(host, host.to_redis)


async def far_from_postgres(host: Host) -> None:
    """A letter that left just then is not noted, and sent once more."""
    await _far(host, host.to_postgres)
    host.town.life += 1


async def _far(host: Host, proxy: FaultProxy) -> None:
    """Slow, then cut, then silent."""
    proxy.down.latency_s = LATENCY_S
    await asyncio.sleep(1)
    proxy.down.latency_s = 0
    proxy.reset()
    proxy.down.stop()
    await asyncio.sleep(host.dice.below(HOLE_S))
    proxy.down.go_on()


HARMS: tuple[Harm, ...] = (
    nothing,
    leader_asleep,
    leader_killed,
    worker_killed,
    somebody_told_to_end,
    redis_dead,
    far_from_redis,
    far_from_postgres,
)


async def live_as_many(seed: str, harms: Sequence[Harm], folder: Path) -> tuple[str, list[str]]:
    """Each round everybody books and is reminded of something while one harm is done."""
    async with _a_host(seed, folder) as host:
        for number, harm in enumerate(harms):
            await _a_round(host, number, harm)
        await host.processes[WORKERS[0]].until(lambda: not unfinished(host.home.evidence))
        found = verdict(host.town, host.home.evidence) + _not_reminded_once(host)
        return f"{len(host.town.said)} messages, {len(host.reminded)} reminders, {len(harms)} harms", found


@asynccontextmanager
async def _a_host(seed: str, folder: Path) -> AsyncGenerator[Host]:
    redis = RedisServer()
    try:
        async with a_town_with_postgres(folder) as (town, home, there), FaultProxy(redis.port) as to_redis:
            database = urlsplit(home.environment["DATABASE_URL"]).path[1:]
            line = LostCommits(there.server.folder, every=1, most=0)
            async with line.serve() as port, FaultProxy(port) as to_postgres:
                far = on_redis(over(home, to_postgres.port), f"redis://127.0.0.1:{to_redis.port}/0")
                town.street.point_at(far.public_url)
                host = Host(far, town, there, database, redis, to_redis, to_postgres, Dice(seed))
                try:
                    host.processes += [await PamProcess.start(far, role) for role in ROLES]
                    yield host
                finally:
                    for pam in host.processes:
                        await pam.kill()
    finally:
        redis.remove()


async def _a_round(host: Host, number: int, harm: Harm) -> None:
    asked = [(phone, f"find box{number}x{place}x") for place, phone in enumerate(PHONES)]
    for phone, what in asked:
        host.town.say(phone, f"remind me tomorrow at 9 to {what}", mark=what)
    await host.town.until_answered()
    host.reminded += asked
    host.there.run(
        host.database,
        f"UPDATE due SET due_at = extract(epoch FROM now()) * 1000 + (random() * {SPREAD_S * 1000})::bigint "  # noqa: S608 - a number of ours
        "WHERE rule LIKE 'reminder:%'",
    )
    book(host.town, PHONES)
    await harm(host)
    book(host.town, PHONES)
    await host.town.until_answered()
    await host.town.until(lambda: not _not_reminded(host))


def _times_reminded(host: Host) -> Counter[tuple[Phone, str]]:
    told = ((heard.phone, TOLD.search(heard.text)) for heard in host.town.heard)
    return Counter((phone, what[1]) for phone, what in told if what)


def _not_reminded(host: Host) -> list[tuple[Phone, str]]:
    told = _times_reminded(host)
    return [each for each in host.reminded if not told[each]]


def _not_reminded_once(host: Host) -> list[str]:
    """What came again in another life of a worker's was on its way when that ended: ``verdict`` knows the others."""
    told = set(_times_reminded(host))
    wrong = [f"never reminded: {each}" for each in host.reminded if each not in told]
    return wrong + [f"reminded of what nobody asked: {each}" for each in told - set(host.reminded)]
