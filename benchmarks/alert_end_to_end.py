"""Row 17: an alert from what gives reason for it to the channel; web, worker and clock apart, on Postgres and Redis.

A booking that crosses a budget reaches whoever shares the ledger, by event and bus, and its writer beside the answer.
And a reminder reaches its phone from the instant at which it is due, which the clock looks for once a second.
"""

import asyncio
import importlib.util
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from benchmarks.cast import DRAINED_WITHIN_S, LOOK_EVERY_S, PAM, SECRET_KEY, NotDone, Street, sms_environment, street
from benchmarks.figures import Row, percentile, told
from benchmarks.load import ask
from benchmarks.processes import Server, free_port, run_to_end
from benchmarks.webhooks import PEOPLE, number_of, sms
from bot.kit.keyring import Keyring
from tests.postgres import WHEEL as POSTGRES
from tests.postgres import PostgresServer
from tests.redis import WHEEL as REDIS
from tests.redis import RedisServer

WRITERS = PEOPLE // 2
# One alert a day each from every budget: below the cap on alerts.
WORDS = ("groceries", "coffee", "taxi")
ALERT = " budget: 90 % spent"
APART_S = 0.05
REMINDERS = 300
PLANNED_AHEAD_S = 3.0

LEFT = """
SELECT (SELECT count(*) FROM inbox WHERE state IN ('head', 'waiting')) + (SELECT count(*) FROM delivery)
     + (SELECT count(*) FROM outbox WHERE state IN ('head', 'waiting'))
     + (SELECT count(*) FROM due WHERE rule LIKE 'reminder:%')
"""
# Everybody wrote once, one after the other: the first half keep the ledgers, the second are let in.
SHARED = f"""
UPDATE person SET quiet_hours = '';
UPDATE person SET ledger_id = theirs.ledger_id
FROM address JOIN address AS their_address ON their_address.id = address.id - {WRITERS}
JOIN person AS theirs ON theirs.id = their_address.person_id
WHERE address.person_id = person.id AND address.id > (SELECT min(id) FROM address) + {WRITERS - 1};
"""  # noqa: S608 - a number of our own
REMIND = """
WITH kept AS (
    INSERT INTO reminder (person_id, about, starts_on, at, recurrence)
    SELECT person_id, $1, $2, $3, '' FROM address ORDER BY id OFFSET $4 LIMIT 1
    RETURNING id, person_id, starts_on
)
INSERT INTO due (person_id, rule, occurs_on, due_at) SELECT person_id, 'reminder:' || id, starts_on, $5 FROM kept
"""


@dataclass(frozen=True)
class Roles:
    """The three processes, and the database they share."""

    web: Server
    others: list[Server]
    database_url: str

    def run(self, script: str) -> None:
        asyncio.run(_run(self.database_url, script))

    def settle(self) -> None:
        """Until nothing is left to do; raises NotDone when it takes too long."""
        deadline = time.monotonic() + DRAINED_WITHIN_S
        while left := asyncio.run(_left(self.database_url)):
            for each in (self.web, *self.others):
                each.check()
            if time.monotonic() > deadline:
                raise NotDone(f"{left} are left")
            time.sleep(10 * LOOK_EVERY_S)


def measure() -> list[Row]:
    """Nothing without a Postgres and a Redis."""
    if importlib.util.find_spec(POSTGRES) is None or importlib.util.find_spec(REDIS) is None:
        return []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pam-bench-")))
        vendors = stack.enter_context(street(folder))
        roles = _start(stack, folder, vendors.port)
        _let_in(roles)
        writers, others = _crossings(roles, vendors)
        reminded = _reminders(roles, vendors)
    return [_crossing_row(others, writers), _clock_row(reminded)]


def _start(stack: ExitStack, folder: Path, street_port: int) -> Roles:
    postgres, redis = PostgresServer(), RedisServer()
    stack.callback(postgres.remove)
    stack.callback(redis.remove)
    port, database_url = free_port(), postgres.url("postgres")
    environ = {**sms_environment(street_port, port, database_url), "REDIS_URL": redis.url}
    run_to_end([PAM, "migrate"], environ)
    servers = {}
    for role in ("web", "worker", "clock"):
        servers[role] = stack.enter_context(Server([PAM, role], port, folder / f"{role}.log", environ))
        servers[role].wait_until_said(f"pam {role} is at work")
    return Roles(servers.pop("web"), list(servers.values()), database_url)


def _let_in(roles: Roles) -> None:
    for person in range(PEOPLE):
        ask(roles.web.port, sms(person, "hello"))
    roles.settle()
    roles.run(SHARED)
    for word in WORDS:
        for person in range(WRITERS):
            ask(roles.web.port, sms(person, f"set a budget of 100 for {word}"))
    roles.settle()


def _crossings(roles: Roles, vendors: Street) -> tuple[list[float], list[float]]:
    """Seconds from the booking's arrival to the alert on the writer's phone, and on the other."""
    began_at, sent_at = time.time(), defaultdict(list)
    for word in WORDS:
        for person in range(WRITERS):
            sent_at[person].append(time.time())
            ask(roles.web.port, sms(person, f"spent 90 on {word}"))
            time.sleep(APART_S)
    roles.settle()
    arrived = defaultdict(list)
    for each in vendors.taken:
        if each.at >= began_at and ALERT in each.text:
            arrived[each.to].append(each.at)
    writers: list[float] = []
    others: list[float] = []
    for person, sent in sent_at.items():
        writers += _after(sent, arrived[number_of(person)])
        others += _after(sent, arrived[number_of(person + WRITERS)])
    return writers, others


def _after(sent: list[float], arrived: list[float]) -> list[float]:
    if len(arrived) != len(sent):
        raise NotDone(f"{len(arrived)} alerts came where {len(sent)} were to come")
    return [came - left for left, came in zip(sent, arrived, strict=True)]


def _reminders(roles: Roles, vendors: Street) -> list[float]:
    """Seconds from the instant at which each was due."""
    first_at = time.time() + PLANNED_AHEAD_S
    due_at = {number: first_at + number * APART_S for number in range(REMINDERS)}
    asyncio.run(_plan(roles.database_url, due_at))
    roles.settle()
    told_at = {each.text: each.at for each in vendors.taken if each.at >= first_at}
    waits = [at - due_at[number] for text, at in told_at.items() for number in due_at if f"number {number}." in text]
    if len(waits) != REMINDERS:
        raise NotDone(f"{len(waits)} reminders came where {REMINDERS} were due")
    return waits


async def _plan(database_url: str, due_at: dict[int, float]) -> None:
    keyring, connection = Keyring((SECRET_KEY,)), await asyncpg.connect(database_url)
    async with connection.transaction():
        for number, at in due_at.items():
            when = datetime.fromtimestamp(at, UTC)
            about = keyring.seal(f"number {number}.".encode())
            await connection.execute(
                REMIND, about, f"{when:%Y-%m-%d}", f"{when:%H:%M}", number % PEOPLE, round(at * 1000)
            )
    await connection.close()


async def _run(database_url: str, script: str) -> None:
    connection = await asyncpg.connect(database_url)
    await connection.execute(script)
    await connection.close()


async def _left(database_url: str) -> int:
    connection = await asyncpg.connect(database_url)
    left = await connection.fetchval(LEFT)
    await connection.close()
    return left


def _crossing_row(others: list[float], writers: list[float]) -> Row:
    return Row(
        number="17",
        what="a booking crosses a budget to the alert on the other phone, three processes: p99",
        pam=f"{percentile(others, 0.99):.3f} s",
        baseline="–",
        ratio=percentile(others, 0.99),
        better="lower",
        must=2,
        aim=0.3,
        aside=(
            f"on the other phone: {_halves(others)}",
            f"on the writer's, beside the answer: {_halves(writers)}",
        ),
        unit=" s",
    )


def _clock_row(reminded: list[float]) -> Row:
    return Row(
        number="17b",
        what="a reminder is due to the reminder on its phone, three processes: p99",
        pam=f"{percentile(reminded, 0.99):.3f} s",
        baseline="–",
        ratio=percentile(reminded, 0.99),
        better="lower",
        must=2,
        aim=0.3,
        aside=(f"{_halves(reminded)}; the clock looks once a second",),
        unit=" s",
    )


def _halves(waits: list[float]) -> str:
    half, late, longest = percentile(waits, 0.5), percentile(waits, 0.99), max(waits)
    return f"p50 {half:.3f} s, p99 {late:.3f} s, the longest of {len(waits)} {longest:.3f} s"


if __name__ == "__main__":
    print(told(measure()))
