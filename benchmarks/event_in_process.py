"""Row 5: from the commit of a transaction to whoever minds what it posted, in one process, one event at a time.

PAM's way is the shipped one: her store, her publisher, the bus of a single process. The baseline is a raw Redis stream
between two tasks of one process: XADD, a blocking XREADGROUP, one XACK each.
"""

import asyncio
import importlib.util
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import redis.asyncio
import uvloop

from adapters.memory_bus import MemoryBus
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from adapters.system_clock import SystemClock
from benchmarks.bookings_files import KEYRING
from benchmarks.figures import Row, middle, percentile, spread, told
from benchmarks.shipped_logs import shipped_logs
from bot.domain.alert import Alert
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId
from bot.domain.letter import Address
from bot.domain.person import Person
from bot.domain.visit import House, Visit
from bot.kit.bell import Bell
from bot.ports.people import Newcomer
from bot.ports.store import Tx
from bot.turns.event_turn import EventTurn, Handler
from handlers.assembly.background import straight_onto
from handlers.bus_events import BusEvents
from tests.redis import WHEEL, RedisServer

ROUNDS = 5
EVENTS = 500
PATIENCE_S = 10.0
LATER = timedelta(hours=1)
CLOCK = SystemClock()
HANDLER = "watch_spending"
STREAM, GROUP, WORKER = "events", "group", "worker"


@dataclass
class Times:
    """Of one event: when it was durable, heard, and when its handler began, in seconds; ``over`` is set by the last."""

    durable: float = 0
    heard: float = 0
    begun: float = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Waits:
    """In µs, one entry an event; ``handler`` is until the handler began inside its own transaction."""

    heard: list[float]
    handler: list[float]


class Ours:
    """PAM's way from a commit to a handler."""

    def __init__(self, store: SqliteStore, person: Person) -> None:
        self._store, self._person, self._times = store, person, Times()
        bus = MemoryBus()
        self._turn = EventTurn(
            store=store,
            clock=CLOCK,
            house=House(has_bus=True),
            handlers={HANDLER: Handler(self._mind)},
            bell=Bell(),
            outbox_bell=Bell(),
        )
        self._pass_on = straight_onto(bus)
        self._events = BusEvents(bus, self._react)
        store.tell_events(self._committed)

    async def waits(self) -> Waits:
        running = [asyncio.create_task(self._events.run())]
        await asyncio.sleep(0)
        waits = Waits([], [])
        for _ in range(EVENTS):
            self._times = times = Times()
            await self._post()
            async with asyncio.timeout(PATIENCE_S):
                await times.over.wait()
            waits.heard.append((times.heard - times.durable) * 1e6)
            waits.handler.append((times.begun - times.durable) * 1e6)
        for each in running:
            each.cancel()
        await asyncio.wait(running)
        return waits

    async def _post(self) -> None:
        now = CLOCK.now()
        fact = ExpenseRecorded(booking_id=BookingId(1))
        event = event_of(fact, at=now, person_id=self._person.id, trace_id="0" * 32)
        async with self._store.transaction() as tx:
            await tx.events.post(event, (HANDLER,), sweep_at=now + LATER)

    def _committed(self, events: list[Event]) -> None:
        self._times.durable = time.perf_counter()
        self._pass_on(events)

    async def _react(self, event: Event, *, again: bool) -> None:
        times = self._times
        times.heard = time.perf_counter()
        await self._turn.react(event, again=again)
        times.over.set()

    async def _mind(self, _tx: Tx, _visit: Visit, _event: Event) -> tuple[Alert, ...]:
        self._times.begun = time.perf_counter()
        return ()


class Theirs:
    """A raw stream, as redis-py's manual has it; writer and reader have a client each."""

    def __init__(self, url: str) -> None:
        self._writer, self._reader = redis.asyncio.from_url(url), redis.asyncio.from_url(url)
        self._times = Times()

    async def waits_us(self) -> list[float]:
        await self._writer.delete(STREAM)
        await self._writer.xgroup_create(STREAM, GROUP, mkstream=True)
        reading = asyncio.create_task(self._read())
        found = []
        for number in range(EVENTS):
            self._times = times = Times()
            times.durable = time.perf_counter()
            await self._writer.xadd(STREAM, {"number": number})
            async with asyncio.timeout(PATIENCE_S):
                await times.over.wait()
            found.append((times.heard - times.durable) * 1e6)
        await reading
        return found

    async def close(self) -> None:
        await self._writer.aclose()
        await self._reader.aclose()

    async def _read(self) -> None:
        heard = 0
        while heard < EVENTS:
            answer: Any = await self._reader.xreadgroup(GROUP, WORKER, {STREAM: ">"}, count=1, block=1000)
            for _, entries in answer:
                self._times.heard = time.perf_counter()
                for entry_id, _fields in entries:
                    await self._reader.xack(STREAM, GROUP, entry_id)
                    heard += 1
                self._times.over.set()


def measure(rounds: int = ROUNDS) -> list[Row]:
    """Nothing without a Redis to compare with."""
    if importlib.util.find_spec(WHEEL) is None:
        return []
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pam-bench-")))
        server = RedisServer()
        stack.callback(server.remove)
        stack.enter_context(shipped_logs(folder))
        return [_row(*runner.run(_measure(folder / "pam.db", server.url, rounds)))]


async def _measure(path: Path, url: str, rounds: int) -> tuple[list[Waits], list[list[float]]]:
    migrate_file(path)
    store = SqliteStore.open(path, KEYRING)
    async with store.transaction() as tx:
        newcomer = Newcomer(timezone="UTC", locale="en-US", currency="USD", name="Ann")
        person = await tx.people.add(newcomer, CLOCK.now())
        known = await tx.people.meet(Address("sms", "+14155550123"), CLOCK.now())
        await tx.people.give_address(known.id, person.id)
    ours, theirs = Ours(store, person), Theirs(url)
    found: tuple[list[Waits], list[list[float]]] = ([], [])
    for _ in range(rounds + 1):
        found[0].append(await ours.waits())
        found[1].append(await theirs.waits_us())
    await theirs.close()
    await store.close()
    # The first round warms both up.
    return found[0][1:], found[1][1:]


def _row(ours: list[Waits], theirs: list[list[float]]) -> Row:
    heard, raw = [middle(each.heard) for each in ours], [middle(each) for each in theirs]
    handler = middle([middle(each.handler) for each in ours])
    late, raw_late = (middle([percentile(each, 0.99) for each in waits]) for waits in ([w.heard for w in ours], theirs))
    return Row(
        number="5",
        what="from a commit to whoever minds it, in process, against a raw Redis stream: p50",
        pam=f"{middle(heard):.0f} µs",
        baseline=f"{middle(raw):.0f} µs",
        ratio=middle(heard) / middle(raw),
        better="lower",
        must=0.2,
        aim=0.05,
        aside=(
            f"rounds ranged from {spread(heard)} µs against {spread(raw)} µs",
            f"p99 is {late:.0f} µs against {raw_late:.0f} µs",
            f"until the handler began, in a transaction that knows who it is for: {handler:.0f} µs",
        ),
    )


if __name__ == "__main__":
    print(told(measure()))
