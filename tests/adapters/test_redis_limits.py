"""Two processes on one Redis together keep the limits, and without it each keeps to less."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio

from adapters.redis_limits import ANSWER_S, CALLS, RULES, RedisPace
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from adapters.telegram_channel import TelegramChannel
from adapters.telegram_pacing import PER_CHAT, PER_GROUP, PER_SECOND
from adapters.telegram_shared_pacing import SharedPacing
from bot.domain.letter import Address
from bot.kit.breaker import LEAST_CALLS
from bot.kit.limits import Rate
from tests.adapters.letters import letter
from tests.fault_proxy import FaultProxy
from tests.redis import RedisServer, empty_redis


@pytest.fixture
def server() -> RedisServer:
    return empty_redis()


@pytest_asyncio.fixture
async def paces(server: RedisServer) -> AsyncGenerator[tuple[RedisPace, RedisPace]]:
    """One of each process, both connected."""
    both = RedisPace(server.url), RedisPace(server.url)
    while [await pace.ask("opening", PER_CHAT, 10**6) is None for pace in both] != [False, False]:
        pass
    server.flush()
    yield both
    for pace in both:
        await pace.close()


Paces = tuple[RedisPace, RedisPace]


async def test_together_they_give_leave_to_thirty(paces: Paces) -> None:
    told = await asyncio.gather(*[pace.ask(str(chat), PER_CHAT, PER_SECOND) for chat in range(40) for pace in paces])

    assert sum(early_s == 0 for early_s in told) == PER_SECOND
    assert all(0 < early_s <= 1.1 for early_s in told if early_s)


@pytest.mark.parametrize(("rate", "later_s"), [(PER_CHAT, 1.1), (PER_GROUP, 3.7)])
async def test_together_they_keep_to_a_chats_rate(paces: Paces, rate: Rate, later_s: float) -> None:
    told = [await pace.ask("42", rate, PER_SECOND) for pace in (*paces, *paces)]

    assert told[:3] == [0, 0, 0]
    assert told[3] == pytest.approx(later_s, abs=0.2)
    assert await paces[0].ask("43", rate, PER_SECOND) == 0


async def test_two_processes_at_once_break_no_limit_of_telegrams(paces: Paces) -> None:
    keys = sandbox_keys()
    street = Street(keys, SystemClock().now)
    street.limits.enforced = True
    people = [dataclasses.replace(ANN, id=ANN.id + number) for number in range(PER_SECOND)]
    for person in people:
        street.telegram.open(person)
    async with street.serve() as url:
        channels = [TelegramChannel(keys.bot_token, url) for _ in paces]
        for channel, pace in zip(channels, paces, strict=True):
            channel.share(pace)
        letters = [letter(to=Address("telegram", str(person.id))) for person in (*people, *people[:1] * 3)]
        await asyncio.gather(*[channels[number % 2].send(each) for number, each in enumerate(letters)])
        for channel in channels:
            await channel.close()

    assert street.limits.violations == 0


async def test_many_who_ask_at_once_wait_for_two_round_trips_at_the_most(server: RedisServer) -> None:
    async with FaultProxy(server.port) as proxy:
        pace = RedisPace(f"redis://127.0.0.1:{proxy.port}/0")
        await again(pace, "opening")
        proxy.up.latency_s = ANSWER_S / 5
        told = await asyncio.gather(*[pace.ask(str(chat), PER_CHAT, PER_SECOND) for chat in range(PER_SECOND + 2)])
        await pace.close()

    # One was counted at the opening.
    assert told.count(0) == PER_SECOND - 1
    assert None not in told


async def test_who_is_refused_is_not_counted(paces: Paces, server: RedisServer) -> None:
    told = [await paces[0].ask("42", PER_CHAT, PER_SECOND) for _ in range(20)]

    assert server.ask("LLEN", CALLS) == told.count(0)


async def test_a_halt_of_one_stops_the_other_and_a_shorter_one_does_not_end_it(paces: Paces) -> None:
    await paces[0].halt(20)
    await paces[1].halt(2)

    assert await paces[1].ask("42", PER_CHAT, PER_SECOND) == pytest.approx(20, abs=1)


async def test_what_it_keeps_expires_by_itself(paces: Paces, server: RedisServer) -> None:
    await paces[0].ask("42", PER_CHAT, PER_SECOND)
    await paces[0].halt(20)

    keys = server.ask("KEYS", "*")
    assert len(keys) == 3
    assert all(0 < server.ask("PTTL", key) <= 20_000 for key in keys)


async def test_flushed_it_goes_on_counting_from_nothing(paces: Paces, server: RedisServer) -> None:
    server.ask("SCRIPT", "FLUSH")
    server.flush()

    assert await paces[0].ask("42", PER_CHAT, PER_SECOND) == 0


async def test_nobody_waits_for_a_redis_that_hangs(paces: Paces, server: RedisServer) -> None:
    server.pause()
    told = await asyncio.gather(*[paces[0].ask(str(chat), PER_CHAT, PER_SECOND) for chat in range(2 * LEAST_CALLS)])
    assert told == [None] * 2 * LEAST_CALLS
    server.resume()

    # The answers that came too late are nobody's.
    assert [await again(paces[0], "42") for _ in range(3)] == [0, 0, 0]
    early_s = await paces[0].ask("42", PER_CHAT, PER_SECOND)
    assert early_s is None or early_s > 0


async def test_killed_it_leaves_both_stricter_and_neither_silent_until_it_is_back(
    paces: Paces, server: RedisServer
) -> None:
    both = [SharedPacing(pace) for pace in paces]
    server.kill()
    passed = 0
    for pacing in both:
        calls = [asyncio.ensure_future(pacing.turn(str(chat))) for chat in range(PER_SECOND)]
        await asyncio.wait(calls, timeout=ANSWER_S * 4)
        passed += sum(call.done() for call in calls)
        for call in calls:
            call.cancel()
    assert all(pacing.is_strict for pacing in both)
    assert 0 < passed <= 2 * (PER_SECOND // 4)

    server.start()
    for pace in paces:
        assert await again(pace, "42") == 0


async def again(pace: RedisPace, line: str) -> float:
    """Its answer, as soon as it has one again."""
    async with asyncio.timeout(RULES.longest_open_s * 2):
        while (early_s := await pace.ask(line, PER_CHAT, PER_SECOND)) is None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.Event().wait(), ANSWER_S)
    return early_s
