"""Row 6: an event from one process to another by Redis: PAM's bus against a raw stream, the same event on both.

Slowly, so that nothing waits for anything but the way itself; then as fast as 16 publishers and one taker can.
"""

import asyncio
import importlib.util
import time
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import redis.asyncio
import uvloop
from msgspec.structs import replace

from adapters.redis_bus import RedisBus
from benchmarks.bus_taker import FIELD, STREAM, Taken
from benchmarks.figures import Row, middle, spread, told
from benchmarks.processes import ServerDied, module
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, EventId, PersonId
from tests.redis import WHEEL, RedisServer

ROUNDS = 5
SLOWLY, APART_S = 500, 0.002
FAST = {"pam": 10_000, "raw": 3_000}
IN_FLIGHT = 16
PATIENCE_S = 30.0
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

Publish = Callable[[Event], Awaitable[None]]


@dataclass(frozen=True)
class Round:
    """``per_second`` is from the first that was sent to the last that was done."""

    slow: Taken
    fast: Taken
    per_second: float


def measure(rounds: int = ROUNDS) -> list[Row]:
    """Nothing without a Redis."""
    if importlib.util.find_spec(WHEEL) is None:
        return []
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))
        server = RedisServer()
        stack.callback(server.remove)
        found = runner.run(_measure(server.url, rounds))
    return [_wait_row(found), _rate_row(found)]


async def _measure(url: str, rounds: int) -> dict[str, list[Round]]:
    bus, client = RedisBus(url), redis.asyncio.from_url(url)
    encode = msgspec.json.Encoder().encode

    async def publish_ours(event: Event) -> None:
        await bus.publish([event])

    async def publish_raw(event: Event) -> None:
        await client.xadd(STREAM, {FIELD: encode(event)})

    ways: dict[str, Publish] = {"pam": publish_ours, "raw": publish_raw}
    found: dict[str, list[Round]] = {kind: [] for kind in ways}
    for _ in range(rounds):
        for kind, publish in ways.items():
            found[kind].append(await _round(url, kind, publish))
    await bus.close()
    await client.aclose()
    return found


async def _round(url: str, kind: str, publish: Publish) -> Round:
    slow = await _taken(url, kind, SLOWLY, lambda: _slowly(publish))
    began: list[float] = []

    async def fast() -> None:
        began.append(time.perf_counter())
        await _fast(publish, FAST[kind])

    quick = await _taken(url, kind, FAST[kind], fast)
    return Round(slow, quick, FAST[kind] / (quick.done_at - began[0]))


async def _slowly(publish: Publish) -> None:
    for _ in range(SLOWLY):
        await publish(_event())
        await asyncio.sleep(APART_S)


async def _fast(publish: Publish, how_many: int) -> None:
    left = iter(range(how_many))

    async def publish_on() -> None:
        for _ in left:
            await publish(_event())

    await asyncio.gather(*(publish_on() for _ in range(IN_FLIGHT)))


def _event() -> Event:
    """Stamped with the clock that all processes share."""
    event = event_of(ExpenseRecorded(booking_id=BookingId(1)), at=NOW, person_id=PersonId(1), trace_id="0" * 32)
    event.facts["sent_ns"] = time.perf_counter_ns()
    return replace(event, id=EventId(1))


async def _taken(url: str, kind: str, how_many: int, publish_all: Callable[[], Awaitable[None]]) -> Taken:
    """What a taker in a process of its own tells of all that was published."""
    taker = await create_subprocess_exec(*module("benchmarks.bus_taker", kind, url, str(how_many)), stdout=PIPE)
    try:
        async with asyncio.timeout(PATIENCE_S):
            await _line(taker)
            await publish_all()
            return msgspec.json.decode(await _line(taker), type=Taken)
    finally:
        if taker.returncode is None:
            taker.kill()
        await taker.wait()


async def _line(taker: Process) -> bytes:
    assert taker.stdout
    line = await taker.stdout.readline()
    if not line:
        raise ServerDied("the taker ended")
    return line


def _wait_row(found: dict[str, list[Round]]) -> Row:
    ours, theirs = ([each.slow.half_us for each in found[kind]] for kind in ("pam", "raw"))
    late, raw_late = (middle([each.slow.late_us for each in found[kind]]) for kind in ("pam", "raw"))
    return Row(
        number="6",
        what="an event from one process to another, one at a time, against a raw Redis stream: p50",
        pam=f"{middle(ours):.0f} µs",
        baseline=f"{middle(theirs):.0f} µs",
        ratio=middle(ours) / middle(theirs),
        better="lower",
        must=1.5,
        aim=1.1,
        aside=(
            f"rounds ranged from {spread(ours)} µs against {spread(theirs)} µs",
            f"p99 is {late:.0f} µs against {raw_late:.0f} µs",
        ),
    )


def _rate_row(found: dict[str, list[Round]]) -> Row:
    ours, theirs = ([each.per_second for each in found[kind]] for kind in ("pam", "raw"))
    cost, raw_cost = (middle([each.fast.cpu_us for each in found[kind]]) for kind in ("pam", "raw"))
    return Row(
        number="6b",
        what="events handled a second, 16 publishers and one taker, against one XACK each",
        pam=f"{middle(ours):.0f}/s",
        baseline=f"{middle(theirs):.0f}/s",
        ratio=middle(ours) / middle(theirs),
        better="higher",
        must=2,
        aim=4,
        aside=(
            f"rounds ranged from {spread(ours)}/s against {spread(theirs)}/s",
            f"the taker's CPU, its start included: {cost:.0f} µs an event against {raw_cost:.0f} µs",
        ),
    )


if __name__ == "__main__":
    print(told(measure()))
