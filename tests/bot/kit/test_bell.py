"""The bell: no ring is lost, many are one."""

import asyncio

from bot.kit.bell import Bell
from tests.virtual_time import run_in_virtual_time

SWEEP_S = 60.0


async def waited(bell: Bell) -> float:
    """How long a wait took, in virtual seconds."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    await bell.wait(SWEEP_S)
    return loop.time() - began


def test_a_ring_before_the_wait_is_not_lost() -> None:
    async def ring_first() -> list[float]:
        bell = Bell()
        bell.ring()
        return [await waited(bell), await waited(bell)]

    assert run_in_virtual_time(ring_first()) == [0.0, SWEEP_S]


def test_many_rings_are_one() -> None:
    async def ring_often() -> list[float]:
        bell = Bell()
        for _ in range(5):
            bell.ring()
        return [await waited(bell), await waited(bell)]

    assert run_in_virtual_time(ring_often()) == [0.0, SWEEP_S]


def test_a_ring_ends_the_wait() -> None:
    async def ring_later() -> list[float]:
        bell = Bell()
        asyncio.get_running_loop().call_later(5, bell.ring)
        return [await waited(bell), await waited(bell)]

    assert run_in_virtual_time(ring_later()) == [5.0, SWEEP_S]


def test_a_wait_that_ended_by_a_ring_leaves_no_alarm_behind() -> None:
    async def ring_and_wait_on() -> list[float]:
        bell = Bell()
        asyncio.get_running_loop().call_later(59, bell.ring)
        return [await waited(bell), await waited(bell)]

    assert run_in_virtual_time(ring_and_wait_on()) == [59.0, SWEEP_S]


def test_a_cancelled_wait_leaves_the_bell_in_order() -> None:
    async def cancel() -> float:
        bell = Bell()
        waiting = asyncio.create_task(bell.wait(SWEEP_S))
        await asyncio.sleep(1)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return await waited(bell)

    assert run_in_virtual_time(cancel()) == SWEEP_S
