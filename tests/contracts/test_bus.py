"""The bus port: each event comes to one of the workers, and comes again until it is said to be done."""

import asyncio
from collections.abc import AsyncGenerator, Callable

import pytest
from msgspec.structs import replace

from adapters.memory_bus import MemoryBus
from adapters.redis_bus import RedisBus
from bot.domain.errors import Unavailable
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, EventId, PersonId
from bot.ports.bus import Bus, Heard
from tests.clocks import NOON
from tests.redis import empty_redis


def in_memory(again_after_s: float) -> tuple[Bus, Bus]:
    """All workers of one process share its one bus."""
    bus = MemoryBus(again_after_s)
    return bus, bus


def on_redis(again_after_s: float) -> tuple[Bus, Bus]:
    """Each as if in a process of its own."""
    url = empty_redis().url
    return RedisBus(url, again_after_s), RedisBus(url, again_after_s)


KINDS: dict[str, Callable[[float], tuple[Bus, Bus]]] = {"memory": in_memory, "redis": on_redis}
# Longer than any test waits, shorter than anybody watching would.
LONG_S = 10.0
SOON_S = 0.1
NEVER_S = 0.05


class Workers:
    """Each has the bus as its process sees it."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._buses: tuple[Bus, ...] = ()

    def two(self, again_after_s: float = LONG_S) -> tuple[Bus, Bus]:
        self._buses = ann, bob = KINDS[self._kind](again_after_s)
        return ann, bob

    async def close(self) -> None:
        for bus in self._buses:
            await bus.close()


@pytest.fixture(params=KINDS)
async def workers(request: pytest.FixtureRequest) -> AsyncGenerator[Workers]:
    there = Workers(request.param)
    yield there
    await there.close()


def expense(number: int) -> Event:
    fact = ExpenseRecorded(booking_id=BookingId(number))
    return replace(event_of(fact, at=NOON, person_id=PersonId(7), trace_id="t"), id=EventId(number))


def numbers(heard: list[Heard]) -> list[int]:
    return sorted(each.event.id for each in heard)


async def take_all(bus: Bus, count: int) -> list[Heard]:
    heard: list[Heard] = []
    while len(heard) < count:
        taken = await bus.take(count, LONG_S)
        assert taken
        heard += taken
    return heard


async def test_an_event_reads_as_it_was_published(workers: Workers) -> None:
    publisher, taker = workers.two()
    await publisher.publish([expense(1)])
    (heard,) = await taker.take(10, LONG_S)
    assert heard.event == expense(1)
    assert not heard.again


async def test_each_event_comes_to_one_of_two_workers(workers: Workers) -> None:
    ann, bob = workers.two()
    await ann.publish([expense(number) for number in range(1, 7)])
    first, second = await ann.take(3, LONG_S), await bob.take(3, LONG_S)
    assert len(first) == len(second) == 3
    assert numbers(first + second) == [*range(1, 7)]
    assert await ann.take(1, NEVER_S) == await bob.take(1, NEVER_S) == []


async def test_what_is_not_done_comes_again_to_whoever_takes(workers: Workers) -> None:
    ann, bob = workers.two(SOON_S)
    await ann.publish([expense(1), expense(2)])
    heard = await ann.take(2, LONG_S)
    await ann.done([each.receipt for each in heard if each.event.id == 1])
    (again,) = await bob.take(2, LONG_S)
    assert (again.event.id, again.again) == (2, True)


async def test_what_is_done_never_comes_again(workers: Workers) -> None:
    ann, bob = workers.two(SOON_S)
    await ann.publish([expense(1)])
    (late,) = await ann.take(1, LONG_S)
    (again,) = await bob.take(1, LONG_S)
    # The first to have had it was slow, not gone: its word counts, however often it is said.
    for receipt in (late.receipt, late.receipt, again.receipt):
        await ann.done([receipt])
    await ann.done([])
    assert await bob.take(1, SOON_S * 3) == []


async def test_no_more_is_handed_over_than_was_asked_for(workers: Workers) -> None:
    ann, bob = workers.two(SOON_S)
    await ann.publish([expense(number) for number in range(1, 6)])
    await take_all(ann, 5)
    again = await bob.take(2, LONG_S)
    rest = await bob.take(10, LONG_S)
    assert len(again) == 2
    assert all(each.again for each in again + rest)
    assert set(numbers(again + rest)) == {*range(1, 6)}


async def test_a_take_that_waits_is_woken_by_a_publish(workers: Workers) -> None:
    publisher, taker = workers.two()
    waiting = asyncio.create_task(taker.take(1, LONG_S))
    assert not (await asyncio.wait([waiting], timeout=NEVER_S))[0]
    await publisher.publish([expense(1)])
    assert numbers(await waiting) == [1]


async def test_a_take_given_up_takes_nothing_from_another(workers: Workers) -> None:
    ann, bob = workers.two(SOON_S)
    given_up, waiting = asyncio.create_task(ann.take(1, LONG_S)), asyncio.create_task(bob.take(1, LONG_S))
    await asyncio.wait([given_up, waiting], timeout=NEVER_S)
    publishing = asyncio.create_task(ann.publish([expense(1)]))
    await asyncio.sleep(0)
    given_up.cancel()
    await publishing
    assert numbers(await asyncio.wait_for(waiting, LONG_S / 2)) == [1]


async def test_many_publish_and_many_take_at_once(workers: Workers) -> None:
    ann, bob = workers.two()
    takers = [asyncio.create_task(take_all(bus, 1)) for bus in (ann, bob) * 4]
    await asyncio.gather(*[(ann, bob)[number % 2].publish([expense(number)]) for number in range(1, 201)])
    heard = [each for taken in await asyncio.gather(*takers) for each in taken]
    heard += await take_all(ann, 200 - len(heard))
    assert numbers(heard) == [*range(1, 201)]


async def test_closing_ends_a_take_that_waits(workers: Workers) -> None:
    ann, _ = workers.two()
    waiting = asyncio.create_task(ann.take(1, LONG_S))
    await asyncio.wait([waiting], timeout=NEVER_S)
    await ann.close()
    assert await asyncio.wait_for(waiting, 1.0) == []
    for asked in (ann.take(1, LONG_S), ann.publish([expense(1)])):
        with pytest.raises(Unavailable):
            await asked
