"""The other process of row 6: takes events off a bus, says each is done, and tells how long they were under way.

``python -m benchmarks.bus_taker pam|raw URL HOW_MANY``: a line when it listens, a line of JSON when all were done.
"""

import asyncio
import sys
import time
from typing import Any

import msgspec
import redis.asyncio
import uvloop

from adapters.redis_bus import RedisBus
from benchmarks.figures import percentile

READY = b"ready\n"
# As many as PAM's worker takes at once.
MOST = 64
STREAM, GROUP, WORKER, FIELD = "raw:events", "group", "worker", b"e"


class Taken(msgspec.Struct, frozen=True):
    """How long they were under way, when the last was done by the clock all processes share, and the CPU of each."""

    half_us: float
    late_us: float
    done_at: float
    cpu_us: float


class Sent(msgspec.Struct):
    """What an event of either says about when it was sent; the rest is for its reader."""

    facts: dict[str, int]


async def take_ours(url: str, how_many: int) -> list[float]:
    """Through PAM's bus; what came together is said to be done together."""
    bus, waits_us = RedisBus(url), []
    # The stream and its group are made by the first look.
    await bus.take(MOST, 0.0)
    _begin()
    while len(waits_us) < how_many:
        heard = await bus.take(MOST, 5.0)
        now = time.perf_counter_ns()
        waits_us += [(now - int(each.event.facts["sent_ns"])) / 1000 for each in heard]
        await bus.done([each.receipt for each in heard])
    await bus.close()
    return waits_us


async def take_raw(url: str, how_many: int) -> list[float]:
    """As redis-py's manual has it: one XACK each."""
    client, waits_us = redis.asyncio.from_url(url), []
    await client.delete(STREAM)
    await client.xgroup_create(STREAM, GROUP, mkstream=True)
    decode = msgspec.json.Decoder(Sent).decode
    _begin()
    while len(waits_us) < how_many:
        answer: Any = await client.xreadgroup(GROUP, WORKER, {STREAM: ">"}, count=MOST, block=1000)
        now = time.perf_counter_ns()
        for _, entries in answer:
            for entry_id, fields in entries:
                waits_us.append((now - decode(fields[FIELD]).facts["sent_ns"]) / 1000)
                await client.xack(STREAM, GROUP, entry_id)
    await client.aclose()
    return waits_us


def _begin() -> None:
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()


async def main(kind: str, url: str, how_many: int) -> None:
    cpu = time.process_time()
    waits_us = await (take_ours if kind == "pam" else take_raw)(url, how_many)
    taken = Taken(
        half_us=percentile(waits_us, 0.5),
        late_us=percentile(waits_us, 0.99),
        done_at=time.perf_counter(),
        cpu_us=(time.process_time() - cpu) * 1e6 / how_many,
    )
    sys.stdout.buffer.write(msgspec.json.encode(taken) + b"\n")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
