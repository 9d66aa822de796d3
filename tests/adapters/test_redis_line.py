"""One line to Redis for many callers: they share its round trips, and a fault is told to each."""

import asyncio

import pytest

from adapters.redis_line import SharedLine
from bot.domain.errors import Unavailable
from tests.redis import empty_redis


async def test_what_is_asked_meanwhile_goes_in_one_round_trip() -> None:
    server = empty_redis()
    line = SharedLine(server.url)
    await line.send([("PING",)])
    before = server.ask("INFO", "stats")["total_reads_processed"]
    await asyncio.gather(*[line.send([("RPUSH", "numbers", number)]) for number in range(100)])
    reads = server.ask("INFO", "stats")["total_reads_processed"] - before
    assert server.ask("LLEN", "numbers") == 100
    # The two questions that count are read too.
    assert reads < 10
    await line.close()


async def test_who_gives_up_takes_nobody_along() -> None:
    server = empty_redis()
    line = SharedLine(server.url)
    impatient, patient = [asyncio.create_task(line.send([("RPUSH", "numbers", number)])) for number in range(2)]
    await asyncio.sleep(0)
    impatient.cancel()
    await patient
    assert server.ask("LLEN", "numbers") == 2
    await line.close()


async def test_a_refusal_is_told_to_all_whom_it_may_concern() -> None:
    server = empty_redis()
    line = SharedLine(server.url)
    server.ask("SET", "numbers", "none")
    sent = [line.send([("RPUSH", "numbers", 1)]), line.send([("PING",)])]
    told = await asyncio.gather(*sent, return_exceptions=True)
    assert all(isinstance(each, Unavailable) and "WRONGTYPE" in str(each) for each in told)
    await line.send([("PING",)])
    await line.close()


async def test_a_closed_line_says_so() -> None:
    line = SharedLine(empty_redis().url)
    await line.close()
    with pytest.raises(Unavailable, match="closed"):
        await line.send([("PING",)])
