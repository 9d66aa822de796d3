"""The Redis bus when Redis is flushed, restarted, frozen, cut off or fed rubbish; what every bus does is in contracts."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Iterator

import msgspec
import pytest
from loguru import logger
from msgspec.structs import replace

from adapters.redis_bus import LARGEST, STREAM, RedisBus
from bot.domain.errors import Unavailable
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, EventId, PersonId
from bot.ports.bus import Heard
from tests.clocks import NOON
from tests.fault_proxy import FaultProxy
from tests.redis import RedisServer, empty_redis

LONG_S = 10.0
SOON_S = 0.1
NEVER_S = 0.05
# Every deadline of the bus is shorter.
HANGING_S = 5.0
# What an event may not say, though its shape is right.
UNFITTING = [
    (b'"id":1', b'"id":1000000000000000000000000000000'),
    (b'"id":1', b'"id":9223372036854775808'),
    (b'"id":1', b'"id":0'),
    (b'"person_id":7', b'"person_id":-7'),
    (b'"version":1', b'"version":99999999999999999999'),
    (b'"booking_id":1', b'"booking_id":-9223372036854775808'),
    (b'"2026-', b'"9999-'),
    (b'"2026-11-18T17:00:00Z"', b'"0001-01-01T00:00:00+14:00"'),
    (b'"trace_id":"t"', b'"trace_id":"a\\u0000b"'),
    (b'"trace_id":"t"', b'"trace_id":"' + b"t" * 101 + b'"'),
]


@pytest.fixture
def server() -> Iterator[RedisServer]:
    there = empty_redis()
    yield there
    # A test that failed may have left it frozen.
    there.resume()


@pytest.fixture
async def bus(server: RedisServer) -> AsyncGenerator[RedisBus]:
    there = RedisBus(server.url)
    yield there
    await there.close()


@pytest.fixture
async def proxy(server: RedisServer) -> AsyncGenerator[FaultProxy]:
    async with FaultProxy(server.port) as there:
        yield there


@pytest.fixture
async def far_bus(proxy: FaultProxy) -> AsyncGenerator[RedisBus]:
    """Behind the network that ails."""
    there = RedisBus(f"redis://127.0.0.1:{proxy.port}/0")
    yield there
    await there.close()


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="WARNING", format="{message}")
    yield lines
    logger.remove(sink)


def expense(number: int) -> Event:
    fact = ExpenseRecorded(booking_id=BookingId(number))
    return replace(event_of(fact, at=NOON, person_id=PersonId(7), trace_id="t"), id=EventId(number))


def numbers(heard: list[Heard]) -> list[int]:
    return sorted(each.event.id for each in heard)


async def waiting_take(bus: RedisBus) -> asyncio.Task[list[Heard]]:
    taking = asyncio.create_task(bus.take(10, LONG_S))
    await asyncio.wait([taking], timeout=NEVER_S)
    return taking


async def all_unavailable(*asked: Awaitable[object]) -> bool:
    told = await asyncio.gather(*asked, return_exceptions=True)
    return all(isinstance(each, Unavailable) for each in told)


async def publish_and_take(bus: RedisBus, number: int) -> None:
    await bus.publish([expense(number)])
    assert numbers(await bus.take(10, LONG_S)) == [number]


async def test_a_take_that_waits_survives_a_flush(bus: RedisBus, server: RedisServer) -> None:
    taking = await waiting_take(bus)
    server.flush()
    await bus.publish([expense(1)])
    assert numbers(await taking) == [1]


async def test_what_came_before_there_was_a_group_is_taken(bus: RedisBus, server: RedisServer) -> None:
    await publish_and_take(bus, 1)
    server.ask("XGROUP", "DESTROY", STREAM, "pam")
    await bus.publish([expense(2)])
    # The group begins anew with what still is in the stream.
    assert numbers(await bus.take(10, LONG_S)) == [1, 2]


async def test_a_server_back_without_its_data_is_used_at_once(bus: RedisBus, server: RedisServer) -> None:
    await publish_and_take(bus, 1)
    taking = await waiting_take(bus)
    server.kill()
    with pytest.raises(Unavailable):
        await taking
    assert await all_unavailable(bus.publish([expense(2)]), bus.take(10, LONG_S), bus.done(["1-0"]))
    server.start()
    await publish_and_take(bus, 3)


async def test_a_connection_that_a_restart_cut_costs_no_publish(bus: RedisBus, server: RedisServer) -> None:
    await bus.publish([expense(1)])
    server.restart()
    await publish_and_take(bus, 2)


async def test_what_is_no_event_is_put_aside_and_disturbs_no_other(
    bus: RedisBus, server: RedisServer, log: list[str]
) -> None:
    good = msgspec.json.encode(expense(1))
    assert all(was in good for was, _ in UNFITTING)
    torn: list[tuple[str | bytes, ...]] = [
        ("e", good[:-5]),
        ("e", b"\xff\xfe"),
        ("e", b"[" * 10_000),
        ("e", good.replace(b'"person_id":7', b'"person_id":"seven"')),
        ("e", good.replace(b'"facts"', b'"nothing"')),
        ("e", good[:-1] + b',"more":"' + b"x" * LARGEST + b'"}'),
        ("e", good[:-1] + b',"more":' + b"[" * 10_000),
        *[("e", good.replace(was, now)) for was, now in UNFITTING],
        ("another", good),
        ("e", good, "e", good),
    ]
    for fields in torn:
        server.ask("XADD", STREAM, "*", *fields)
    await bus.publish([expense(2)])
    heard = await bus.take(100, LONG_S)
    assert numbers(heard) == [2]
    await bus.done([each.receipt for each in heard])
    assert server.ask("XPENDING", STREAM, "pam")["pending"] == 0
    assert len(log) == len(torn)
    assert all("is no event" in line and "seven" not in line for line in log)


async def test_fields_that_newer_code_adds_are_passed_over(bus: RedisBus, server: RedisServer) -> None:
    newer = msgspec.json.encode(expense(1))[:-1] + b',"colour":"red"}'
    server.ask("XADD", STREAM, "*", "e", newer)
    assert numbers(await bus.take(1, LONG_S)) == [1]


async def test_what_a_worker_took_that_died_comes_to_another(server: RedisServer) -> None:
    dying, living = RedisBus(server.url, SOON_S), RedisBus(server.url, SOON_S)
    await dying.publish([expense(1)])
    await dying.take(1, LONG_S)
    await dying.close()
    (heard,) = await living.take(1, LONG_S)
    assert (heard.event.id, heard.again) == (1, True)
    await living.close()


async def test_what_is_done_is_forgotten_and_what_is_not_is_kept(server: RedisServer) -> None:
    bus = RedisBus(server.url, SOON_S)
    await bus.publish([expense(number) for number in range(1000)])
    heard = await bus.take(900, LONG_S)
    await bus.done([each.receipt for each in heard if each.event.id != 550])
    # A new one tidies with its first take.
    tidying = RedisBus(server.url, SOON_S)
    rest = await tidying.take(1000, LONG_S)
    while numbers(rest)[-1] < 999 or 550 not in numbers(rest):
        rest += await tidying.take(1000, LONG_S)
    assert set(numbers(rest)) == {550, *range(900, 1000)}
    # Whole nodes of a hundred entries go at a time.
    assert 450 <= server.ask("XLEN", STREAM) <= 550
    for each in (bus, tidying):
        await each.close()


async def test_a_worker_that_is_gone_is_struck_off_once_it_left_nothing(server: RedisServer) -> None:
    def workers() -> int:
        return len(server.ask("XINFO", "CONSUMERS", STREAM, "pam"))

    gone, living = RedisBus(server.url, 0.002), RedisBus(server.url, 0.002)
    await gone.publish([expense(1)])
    await gone.take(1, LONG_S)
    await gone.close()
    (heard,) = await living.take(1, LONG_S)
    assert workers() == 2
    await living.done([heard.receipt])
    while workers() == 2:
        assert await living.take(1, NEVER_S) == []
    await living.close()


async def test_a_frozen_server_hangs_nobody(bus: RedisBus, server: RedisServer) -> None:
    await publish_and_take(bus, 1)
    taking = await waiting_take(bus)
    server.pause()
    async with asyncio.timeout(HANGING_S):
        assert await all_unavailable(bus.publish([expense(2)]), bus.done(["1-0"]), bus.take(1, NEVER_S))
        publishing = [asyncio.create_task(bus.publish([expense(number)])) for number in range(9)]
        await asyncio.wait(publishing, timeout=NEVER_S)
        await bus.close()
        assert await taking == []
    assert all(isinstance(each.exception(), Unavailable) for each in publishing)
    server.resume()


async def test_a_black_hole_is_told_in_time_and_forgotten_once_it_is_gone(far_bus: RedisBus, proxy: FaultProxy) -> None:
    await publish_and_take(far_bus, 1)
    proxy.down.stop()
    async with asyncio.timeout(HANGING_S):
        assert await all_unavailable(far_bus.publish([expense(2)]), far_bus.take(1, NEVER_S))
    proxy.down.go_on()
    # The server had the one whose answer was lost: at least once.
    await far_bus.publish([expense(3)])
    assert 3 in numbers(await far_bus.take(10, LONG_S))


async def test_a_reset_fails_the_take_that_waits_and_nothing_after(far_bus: RedisBus, proxy: FaultProxy) -> None:
    await publish_and_take(far_bus, 1)
    taking = await waiting_take(far_bus)
    proxy.reset()
    with pytest.raises(Unavailable):
        await taking
    await publish_and_take(far_bus, 2)


async def test_answers_in_pieces_are_read_whole(far_bus: RedisBus, proxy: FaultProxy) -> None:
    proxy.down.piece = proxy.up.piece = 7
    await publish_and_take(far_bus, 1)


async def test_a_refusal_of_redis_is_told_as_it_is(bus: RedisBus, server: RedisServer) -> None:
    server.ask("SET", STREAM, "something of another's")
    for asked in (bus.publish([expense(1)]), bus.take(1, NEVER_S)):
        with pytest.raises(Unavailable, match="WRONGTYPE"):
            await asked
    server.flush()
    await publish_and_take(bus, 2)
