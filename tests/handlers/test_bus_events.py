"""Events by the bus: what is committed is passed on, what is heard is minded, and what is of no use comes once."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from adapters.memory_bus import MemoryBus
from bot.domain.errors import Unavailable
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, EventId, PersonId
from bot.ports.bus import Heard
from handlers.bus_events import BusEvents, BusPublisher


def event(number: int) -> Event:
    fact = ExpenseRecorded(booking_id=BookingId(number))
    at = datetime(2026, 11, 18, tzinfo=UTC)
    return replace(event_of(fact, at=at, person_id=PersonId(1), trace_id=f"t{number}"), id=EventId(number))


class Minding:
    """Reacts as a test wants, and says when there was enough."""

    def __init__(self, enough: int, *faults: Exception) -> None:
        self.heard: list[tuple[int, bool]] = []
        self.done = asyncio.Event()
        self._enough = enough
        self._faults = list(faults)

    async def react(self, event: Event, *, again: bool) -> None:
        self.heard.append((event.id, again))
        if len(self.heard) >= self._enough:
            self.done.set()
        if self._faults:
            raise self._faults.pop(0)


async def heard_from(bus: MemoryBus, minding: Minding) -> None:
    listening = asyncio.create_task(BusEvents(bus, minding.react).run())
    async with asyncio.timeout(20):
        await minding.done.wait()
    listening.cancel()
    await asyncio.wait([listening])


async def nobody(_events: Sequence[Event]) -> None:
    raise AssertionError


async def test_what_is_passed_on_is_heard_once() -> None:
    bus, minding = MemoryBus(), Minding(3)
    publisher = BusPublisher(bus, nobody)
    publishing = asyncio.create_task(publisher.run())
    publisher.pass_on([event(1), event(2)])
    publisher.pass_on([event(3)])
    await heard_from(bus, minding)
    publishing.cancel()
    assert sorted(minding.heard) == [(1, False), (2, False), (3, False)]
    assert await bus.take(10, 0) == []


async def test_what_the_bus_does_not_take_is_handed_over() -> None:
    bus, kept, handed = MemoryBus(), list[Event](), asyncio.Event()
    await bus.close()

    async def keep(events: Sequence[Event]) -> None:
        kept.extend(events)
        handed.set()

    publisher = BusPublisher(bus, keep)
    publishing = asyncio.create_task(publisher.run())
    publisher.pass_on([event(1)])
    await handed.wait()
    publishing.cancel()
    assert kept == [event(1)]


async def test_what_cannot_be_minded_while_the_store_is_away_is_heard_again() -> None:
    bus, minding = MemoryBus(again_after_s=0.01), Minding(2, Unavailable("store"))
    await bus.publish([event(1)])
    await heard_from(bus, minding)
    assert minding.heard == [(1, False), (1, True)]


async def test_what_breaks_whoever_minds_it_does_not_come_back_for_ever() -> None:
    bus, minding = MemoryBus(again_after_s=0.01), Minding(2, OverflowError())
    await bus.publish([event(1)])
    await bus.publish([event(2)])
    await heard_from(bus, minding)
    assert minding.heard == [(1, False), (2, False)]
    assert await bus.take(10, 0.05) == []


async def test_what_somebody_ended_with_is_minded_alone() -> None:
    bus, at_work, most = MemoryBus(again_after_s=0.0), [0], [0]
    done = asyncio.Event()

    async def react(event: Event, *, again: bool) -> None:
        at_work[0] += 1
        most[0] = max(most[0], at_work[0] if again else 0)
        await asyncio.sleep(0)
        at_work[0] -= 1
        if event.id == 3:
            done.set()

    await bus.publish([event(1), event(2), event(3)])
    # Whoever took them never said anything.
    taken: list[Heard] = await bus.take(10, 0)
    assert len(taken) == 3
    listening = asyncio.create_task(BusEvents(bus, react).run())
    async with asyncio.timeout(20):
        await done.wait()
    listening.cancel()
    await asyncio.wait([listening])
    assert most[0] == 1
