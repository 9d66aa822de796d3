"""The bus is told that an event is done once it is done, and not before."""

import asyncio

from adapters.memory_bus import MemoryBus
from bot.domain.errors import Unavailable
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, PersonId
from handlers.bus_events import BusEvents
from tests.clocks import NOON
from tests.virtual_time import run_in_virtual_time

AGAIN_AFTER_S = 10.0


async def _heard_by(times_away: int) -> list[bool]:
    """Whether each time was one more, by whoever finds the store away so many times."""
    bus, heard, done = MemoryBus(AGAIN_AFTER_S), [], asyncio.Event()

    async def react(event: Event, *, again: bool) -> None:
        assert event.trace_id == "a-trace"
        heard.append(again)
        if len(heard) <= times_away:
            raise Unavailable("the store")
        done.set()

    fact = ExpenseRecorded(booking_id=BookingId(1))
    await bus.publish([event_of(fact, at=NOON, person_id=PersonId(1), trace_id="a-trace")])
    hearing = asyncio.create_task(BusEvents(bus, react).run())
    async with asyncio.timeout(10 * AGAIN_AFTER_S):
        await done.wait()
    # Time for it to be heard once more, which it is not.
    await asyncio.sleep(2 * AGAIN_AFTER_S)
    hearing.cancel()
    await asyncio.wait([hearing])
    return heard


def test_what_could_not_be_minded_is_heard_again_until_it_is() -> None:
    assert run_in_virtual_time(_heard_by(times_away=2)) == [False, True, True]


def test_what_was_minded_is_not_heard_again() -> None:
    assert run_in_virtual_time(_heard_by(times_away=0)) == [False]
