"""The loop: so many side by side, leases kept, bad items survived, and an end in good order."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.domain.errors import Conflict, Unavailable
from bot.kit.bell import Bell
from bot.turns.lane_loop import LEASE_S, RENEW_EVERY_S, SWEEP_S, LaneLoop, LaneWork, stop_in_turn
from tests.clocks import FakeClock
from tests.virtual_time import run_in_virtual_time

MOST = 3


class Lanes:
    """A queue of seconds: an item takes as long as it says; a negative one breaks."""

    def __init__(self, *items: float) -> None:
        self.waiting = list(items)
        self.clock = FakeClock()
        self.begun: list[float] = []
        self.done: list[float] = []
        self.failed: list[tuple[float, str]] = []
        self.renewed: list[float] = []
        self.claimed_at: list[float] = []
        self.claim_faults: list[Exception] = []
        self.fail_fault: Exception | None = None
        self.renew_fault: Exception | None = None
        self.claim_takes_s = 0.0
        self.suspect: float | None = None
        self.bell = Bell()

    def loop(self) -> LaneLoop[float]:
        work = LaneWork(
            name="the test",
            claim=self._claim,
            work=self._work,
            fail=self._fail,
            renew=self._renew,
            now=self.clock.now,
            alone=lambda item: item == self.suspect,
        )
        return LaneLoop(work, self.bell, MOST)

    async def _claim(self, most: int) -> list[float]:
        self.claimed_at.append(asyncio.get_running_loop().time())
        if self.claim_faults:
            raise self.claim_faults.pop()
        taken, self.waiting = self.waiting[:most], self.waiting[most:]
        await asyncio.sleep(self.claim_takes_s)
        return taken

    async def _work(self, item: float) -> None:
        self.begun.append(item)
        await asyncio.sleep(abs(item))
        if item < 0:
            raise ZeroDivisionError
        self.done.append(item)

    async def _fail(self, item: float, fault: Exception) -> None:
        self.failed.append((item, type(fault).__name__))
        if self.fail_fault:
            raise self.fail_fault

    async def _renew(self, item: float) -> bool:
        self.renewed.append(item)
        if self.renew_fault:
            raise self.renew_fault
        return True


def live(lanes: Lanes, for_s: float, *, patience_s: float = 1.0) -> float:
    """Runs the loop for so long, then stops it; how long the stop took."""

    async def run() -> float:
        loop = lanes.loop()
        running = asyncio.create_task(loop.run())
        await asyncio.sleep(for_s)
        began = asyncio.get_running_loop().time()
        await loop.stop(patience_s)
        await running
        return asyncio.get_running_loop().time() - began

    return run_in_virtual_time(run())


def in_virtual_time(main: Coroutine[Any, Any, None]) -> None:
    run_in_virtual_time(main)


def test_no_more_than_so_many_are_worked_side_by_side() -> None:
    lanes = Lanes(1.5, 1.5, 1.5, 1.5)
    live(lanes, 1)
    assert len(lanes.begun) == MOST


def test_a_place_that_comes_free_is_filled_at_once() -> None:
    lanes = Lanes(10, 10, 0.5, 0.25)
    live(lanes, 0.9)
    assert lanes.done == [0.5, 0.25]


def test_a_ring_is_followed_at_once_and_without_one_the_sweep_comes() -> None:
    async def ring() -> None:
        lanes = Lanes()
        loop = lanes.loop()
        running = asyncio.create_task(loop.run())
        await asyncio.sleep(0.5)
        lanes.bell.ring()
        await asyncio.sleep(2.25)
        await loop.stop(1)
        await running
        assert lanes.claimed_at == [0, 0.5, 0.5 + SWEEP_S, 0.5 + 2 * SWEEP_S]

    in_virtual_time(ring())


def test_a_long_item_keeps_its_lease() -> None:
    lanes = Lanes(20)
    live(lanes, 19)
    assert len(lanes.renewed) >= 19 / LEASE_S
    assert RENEW_EVERY_S * 2 < LEASE_S


@pytest.mark.parametrize("fault", [Unavailable("store"), Conflict("somebody else was first"), ZeroDivisionError()])
def test_a_lease_that_cannot_be_renewed_does_not_keep_others_from_it(fault: Exception) -> None:
    lanes = Lanes(20)
    lanes.renew_fault = fault
    live(lanes, 19)
    assert len(lanes.renewed) >= 19 / LEASE_S


def test_an_item_that_breaks_is_recorded_and_the_others_go_on() -> None:
    lanes = Lanes(-0.1, 0.2, -0.3, 0.4)
    live(lanes, 1)
    assert lanes.failed == [(-0.1, "ZeroDivisionError"), (-0.3, "ZeroDivisionError")]
    assert lanes.done == [0.2, 0.4]


@pytest.mark.parametrize("fault", [Unavailable("store"), Conflict("the lease went to somebody else")])
def test_a_failure_that_cannot_be_recorded_stops_nothing(fault: Exception) -> None:
    lanes = Lanes(-0.1, 0.2, 0.3, 0.4)
    lanes.fail_fault = fault
    live(lanes, 1)
    assert lanes.done == [0.2, 0.3, 0.4]


async def test_a_sweep_by_hand_bears_a_lost_lease_too() -> None:
    lanes = Lanes(-0.0001, 0)
    lanes.fail_fault = Conflict("the lease went to somebody else")
    assert await lanes.loop().work_off() == 2
    assert lanes.done == [0]


@pytest.mark.parametrize("fault", [Unavailable("store"), Conflict("somebody else was first"), ZeroDivisionError()])
def test_a_queue_that_cannot_be_read_is_asked_again(fault: Exception) -> None:
    lanes = Lanes(0.1)
    lanes.claim_faults = [fault, fault]
    live(lanes, 4)
    assert lanes.done == [0.1]


def test_stopping_lets_what_is_in_flight_land_and_takes_nothing_new() -> None:
    lanes = Lanes(2, 2, 2, 2)
    took_s = live(lanes, 1, patience_s=5)
    assert lanes.done == [2, 2, 2]
    assert lanes.waiting == [2]
    assert took_s == pytest.approx(1)


def test_stopping_does_not_wait_for_ever() -> None:
    lanes = Lanes(100)
    assert live(lanes, 1, patience_s=5) == pytest.approx(5)
    assert lanes.done == lanes.failed == []


def test_what_was_being_claimed_when_the_stop_came_lands_too() -> None:
    lanes = Lanes(1)
    lanes.claim_takes_s = 0.5
    live(lanes, 0.25, patience_s=5)
    assert lanes.done == [1]


@pytest.mark.parametrize("first_takes_s", [0, 1000])
def test_stopping_does_not_wait_for_a_claim_that_hangs(first_takes_s: float) -> None:
    async def stop() -> float:
        lanes = Lanes(100)
        lanes.claim_takes_s = first_takes_s
        loop = lanes.loop()
        running = asyncio.create_task(loop.run())
        await asyncio.sleep(0.5)
        lanes.claim_takes_s = 1000
        await asyncio.sleep(1)
        began = asyncio.get_running_loop().time()
        await loop.stop(5)
        await asyncio.wait([running])
        assert running.cancelled()
        return asyncio.get_running_loop().time() - began

    assert run_in_virtual_time(stop()) == pytest.approx(5)


def test_what_is_suspected_begins_after_the_others_and_nothing_is_claimed_beside_it() -> None:
    lanes = Lanes(0.5, 2)
    lanes.suspect = 3

    async def live_on() -> None:
        running = asyncio.create_task(lanes.loop().run())
        await asyncio.sleep(0.25)
        lanes.waiting += [3]
        lanes.bell.ring()
        await asyncio.sleep(0.5)
        lanes.waiting += [0.25]
        lanes.bell.ring()
        await asyncio.sleep(0.75)
        assert (lanes.begun, lanes.waiting) == ([0.5, 2], [0.25])
        await asyncio.sleep(3)
        assert (lanes.begun, lanes.waiting) == ([0.5, 2, 3], [0.25])
        await asyncio.sleep(1)
        assert lanes.done == [0.5, 2, 3, 0.25]
        running.cancel()

    in_virtual_time(live_on())


@pytest.mark.parametrize(
    ("first", "second", "landed"),
    [
        (3.5, 0.1, [[3.5], [0.1]]),
        (10, 0.5, [[], [0.5]]),
        (10, 10, [[], []]),
        (1, 4.5, [[1], [4.5]]),
    ],
)
def test_loops_that_are_stopped_in_turn_share_one_deadline(
    first: float, second: float, landed: list[list[float]]
) -> None:
    async def stop() -> float:
        both = Lanes(first), Lanes(second)
        loops = [lanes.loop() for lanes in both]
        running = [asyncio.create_task(loop.run()) for loop in loops]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        began = asyncio.get_running_loop().time()
        await stop_in_turn(loops, 5)
        await asyncio.wait(running)
        assert [lanes.done for lanes in both] == landed
        return asyncio.get_running_loop().time() - began

    assert run_in_virtual_time(stop()) <= 5


def test_a_sweep_by_hand_does_what_is_there() -> None:
    async def sweep() -> None:
        lanes = Lanes(0.1, 0.2, 0.3, 0.4)
        loop = lanes.loop()
        assert [await loop.work_off() for _ in range(3)] == [3, 1, 0]
        assert lanes.done == [0.1, 0.2, 0.3, 0.4]

    in_virtual_time(sweep())


def test_a_clock_that_leaps_ahead_makes_nothing_held_here_look_forsaken() -> None:
    async def leap() -> None:
        lanes = Lanes(1.0)
        loop = lanes.loop()
        running = asyncio.create_task(loop.run())
        await asyncio.sleep(0.5)
        assert lanes.renewed == []
        lanes.clock.move(hours=1)
        lanes.bell.ring()
        await asyncio.sleep(0.1)
        assert lanes.renewed == [1.0]
        await loop.stop(5)
        await running

    in_virtual_time(leap())
