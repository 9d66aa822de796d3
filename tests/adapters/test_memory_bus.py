"""The bus of one process, on a clock that jumps; what every bus does is in contracts."""

import asyncio

import pytest

from adapters.memory_bus import MOST_WAITING, MemoryBus
from bot.domain.errors import Unavailable
from bot.domain.event import Event
from bot.domain.ids import PersonId
from tests.clocks import NOON
from tests.virtual_time import run_in_virtual_time

HAPPENED = Event(name="ExpenseRecorded", version=1, at=NOON, person_id=PersonId(7), trace_id="t", facts={})


def test_what_is_not_done_comes_again_after_ten_seconds() -> None:
    async def take_twice() -> list[tuple[float, bool]]:
        bus = MemoryBus()
        await bus.publish([HAPPENED])
        taken = [*await bus.take(1, 3600), *await bus.take(1, 9.9), *await bus.take(1, 3600)]
        return [(asyncio.get_running_loop().time(), each.again) for each in taken]

    assert run_in_virtual_time(take_twice()) == [(10.0, False), (10.0, True)]


def test_a_take_waits_as_long_as_it_was_told_to() -> None:
    async def take() -> float:
        assert await MemoryBus().take(1, 7.5) == []
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(take()) == 7.5


async def test_what_nobody_takes_does_not_pile_up_without_end() -> None:
    bus = MemoryBus()
    await bus.publish([HAPPENED] * MOST_WAITING)
    with pytest.raises(Unavailable, match="full"):
        await bus.publish([HAPPENED])
    await bus.take(1, 0)
    await bus.publish([HAPPENED])
