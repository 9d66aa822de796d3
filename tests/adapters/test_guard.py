"""One deadline over everything, a second try only for what surely was not sent, and rest for a sick vendor."""

import asyncio
from collections.abc import Iterator

import pytest
from loguru import logger

from adapters.guard import Guard, KeyRefused, NeverSent, part_way
from bot.domain.errors import Conflict, Refused, Rejected, Unavailable
from bot.kit.breaker import LEAST_CALLS
from tests.virtual_time import run_in_virtual_time


class Vendor:
    """Fails as told, then answers."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.calls = 0

    async def answer(self) -> str:
        self.calls += 1
        if self.failures:
            raise self.failures.pop(0)
        return "done"


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="ERROR", format="{message}")
    yield lines
    logger.remove(sink)


@pytest.fixture
def changes() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="INFO", format="{level} {message}")
    yield lines
    logger.remove(sink)


def test_what_was_never_sent_is_tried_again() -> None:
    vendor = Vendor(NeverSent("refused"), NeverSent("refused"))

    assert run_in_virtual_time(Guard("Acme", deadline_s=10, attempts=3).call(vendor.answer)) == "done"
    assert vendor.calls == 3


def test_after_the_last_attempt_the_caller_hears_of_it() -> None:
    vendor = Vendor(*[NeverSent("refused")] * 5)

    with pytest.raises(NeverSent):
        run_in_virtual_time(Guard("Acme", deadline_s=10, attempts=3).call(vendor.answer))
    assert vendor.calls == 3


@pytest.mark.parametrize("failure", [Unavailable("cut off"), Rejected("refused"), KeyRefused("no")])
def test_what_may_have_arrived_is_not_tried_again(failure: Exception) -> None:
    vendor = Vendor(failure)

    with pytest.raises(type(failure)):
        run_in_virtual_time(Guard("Acme", deadline_s=10).call(vendor.answer))
    assert vendor.calls == 1


def test_a_vendor_that_hangs_is_unavailable_at_the_deadline() -> None:
    async def given_up_at() -> float:
        with pytest.raises(Unavailable):
            await Guard("Acme", deadline_s=7).call(asyncio.Event().wait)
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(given_up_at()) == pytest.approx(7)


def test_the_deadline_is_over_all_tries_and_their_pauses() -> None:
    async def refused_late() -> None:
        await asyncio.sleep(4)
        raise NeverSent("refused")

    async def given_up_at() -> float:
        with pytest.raises(Unavailable):
            await Guard("Acme", deadline_s=7, attempts=100).call(refused_late)
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(given_up_at()) == pytest.approx(7)


def test_who_cancels_is_not_told_of_a_deadline() -> None:
    async def cancelled() -> None:
        call = asyncio.ensure_future(Guard("Acme", deadline_s=7).call(asyncio.Event().wait))
        await asyncio.sleep(1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    run_in_virtual_time(cancelled())


def test_a_refused_key_is_told_once_an_outage(log: list[str]) -> None:
    vendor = Vendor(KeyRefused("no"), KeyRefused("no"))
    guard = Guard("Acme", deadline_s=7)

    async def three_calls() -> None:
        for _ in range(2):
            with pytest.raises(KeyRefused):
                await guard.call(vendor.answer)
        assert len(log) == 1
        await guard.call(vendor.answer)
        vendor.failures.append(KeyRefused("no"))
        with pytest.raises(KeyRefused):
            await guard.call(vendor.answer)

    run_in_virtual_time(three_calls())
    assert len(log) == 2


async def fails_often(guard: Guard, fault: Exception, times: int = LEAST_CALLS) -> None:
    vendor = Vendor(*[fault] * times)
    for _ in range(times):
        with pytest.raises(type(fault)):
            await guard.call(vendor.answer)


def test_a_sick_vendor_is_left_alone_and_the_caller_told_at_once_when_to_come_back() -> None:
    async def scene() -> None:
        guard, vendor = Guard("Acme", deadline_s=7), Vendor()
        await fails_often(guard, Unavailable("cut off"))
        with pytest.raises(Unavailable) as left_alone:
            await guard.call(vendor.answer)
        assert vendor.calls == 0
        assert not left_alone.value.tried
        assert left_alone.value.retry_after_s
        await asyncio.sleep(left_alone.value.retry_after_s)
        assert await guard.call(vendor.answer) == "done"
        assert guard.snapshot.state == "closed"

    run_in_virtual_time(scene())


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Unavailable("cut off"), "open"),
        (NeverSent("refused"), "open"),
        (Unavailable("in a minute", retry_after_s=60), "closed"),
        (KeyRefused("no"), "closed"),
        (Rejected("refused"), "closed"),
        (Refused("not_yours"), "closed"),
        (Conflict("somebody else"), "closed"),
        (ZeroDivisionError("a bug of ours"), "closed"),
    ],
)
def test_only_who_does_not_answer_is_sick(fault: Exception, state: str) -> None:
    guard = Guard("Acme", deadline_s=7, attempts=1)
    run_in_virtual_time(fails_often(guard, fault))

    assert guard.snapshot.state == state


@pytest.mark.parametrize(("takes_s", "state"), [(3.4, "closed"), (3.6, "open"), (60, "open")])
def test_half_the_deadline_is_slow(takes_s: float, state: str) -> None:
    async def scene() -> None:
        guard = Guard("Acme", deadline_s=7)
        calls = [guard.call(lambda: asyncio.sleep(takes_s)) for _ in range(LEAST_CALLS)]
        await asyncio.gather(*calls, return_exceptions=True)
        assert guard.snapshot.state == state

    run_in_virtual_time(scene())


def test_of_a_crowd_that_comes_back_one_tries_the_vendor() -> None:
    async def scene() -> None:
        guard, asked = Guard("Acme", deadline_s=7), list[float]()

        async def answer() -> None:
            asked.append(asyncio.get_running_loop().time())
            await asyncio.sleep(1)

        await fails_often(guard, Unavailable("cut off"))
        await asyncio.sleep(60)
        told = await asyncio.gather(*[guard.call(answer) for _ in range(1000)], return_exceptions=True)
        assert asked == [60]
        assert sum(isinstance(each, Unavailable) and not each.tried for each in told) == 999

    run_in_virtual_time(scene())


def test_a_probe_that_is_cancelled_lets_the_next_one_in() -> None:
    async def scene() -> None:
        guard, vendor = Guard("Acme", deadline_s=7), Vendor()
        await fails_often(guard, Unavailable("cut off"))
        await asyncio.sleep(60)
        probe = asyncio.ensure_future(guard.call(asyncio.Event().wait))
        await asyncio.sleep(0)
        probe.cancel()
        await asyncio.wait([probe])
        assert await guard.call(vendor.answer) == "done"

    run_in_virtual_time(scene())


def test_an_outage_is_told_when_it_begins_and_when_it_ends(changes: list[str]) -> None:
    async def scene() -> None:
        guard = Guard("Acme", deadline_s=7)
        await fails_often(guard, Unavailable("cut off"))
        for _ in range(3):
            await asyncio.sleep(60)
            await fails_often(guard, Unavailable("cut off"), 1)
        await asyncio.sleep(60)
        await guard.call(Vendor().answer)

    run_in_virtual_time(scene())
    assert [line.split()[0] for line in changes] == ["WARNING", "INFO"]
    assert all("Acme" in line for line in changes)


@pytest.mark.parametrize(("begun", "tried"), [(False, False), (True, True)])
def test_a_letter_part_way_out_was_tried(begun: bool, tried: bool) -> None:  # noqa: FBT001
    with pytest.raises(Unavailable) as later, part_way(begun=begun):
        raise Unavailable("Acme is left alone", tried=False)
    assert later.value.tried == tried


def times_asked(faults: list[Exception], calls_at: list[float], rest_s: float = 60.0) -> list[float]:
    """When a vendor was really asked that fails so and then answers."""

    async def scene() -> list[float]:
        guard, left, asked = Guard("Acme", deadline_s=7, attempts=1, rest_s=rest_s), list(faults), list[float]()

        async def answer() -> None:
            asked.append(now())
            fault = left.pop(0) if left else None
            # Both calls are under way before the first ends.
            await asyncio.sleep(0)
            if fault:
                raise fault

        now = asyncio.get_running_loop().time
        for at in calls_at:
            await asyncio.sleep(at - now())
            await asyncio.gather(guard.call(answer), guard.call(answer), return_exceptions=True)
        return asked

    return run_in_virtual_time(scene())


@pytest.mark.parametrize(
    ("faults", "calls_at", "asked"),
    [
        # A crowd that comes back to a key that was refused sends one ahead, whatever that one comes to.
        ([KeyRefused("no")] * 3, [0, 30, 59, 61, 100, 122, 123], [0, 0, 61, 122, 123, 123]),
        ([KeyRefused("no")] * 2 + [Unavailable("cut off")], [0, 61, 100, 122, 123], [0, 0, 61, 122, 123, 123]),
        # A pause that was asked for is everybody's, and after it everybody comes.
        ([Unavailable("busy", retry_after_s=20)] * 2, [0, 19, 21], [0, 0, 21, 21]),
        ([Unavailable("busy", retry_after_s=3600)] * 2, [0, 59, 61], [0, 0, 61, 61]),
        ([Unavailable("cut off")] * 2, [0, 1], [0, 0, 1, 1]),
        ([Rejected("refused")] * 2, [0, 1], [0, 0, 1, 1]),
    ],
)
def test_a_vendor_that_asks_for_rest_gets_it(
    faults: list[Exception], calls_at: list[float], asked: list[float]
) -> None:
    assert times_asked(faults, calls_at) == asked


@pytest.mark.parametrize("fault", [KeyRefused("no"), Unavailable("busy", retry_after_s=20)])
def test_rest_is_the_callers_business_where_none_was_agreed(fault: Exception) -> None:
    assert times_asked([fault] * 2, [0, 1], rest_s=0) == [0, 0, 1, 1]


def test_who_is_turned_away_by_a_rest_hears_when_to_come_back() -> None:
    async def scene() -> None:
        guard, vendor = Guard("Acme", deadline_s=7, rest_s=60), Vendor(Unavailable("busy", retry_after_s=20))
        with pytest.raises(Unavailable):
            await guard.call(vendor.answer)
        await asyncio.sleep(5)
        with pytest.raises(Unavailable) as left_alone:
            await guard.call(vendor.answer)
        assert (left_alone.value.retry_after_s, left_alone.value.tried, vendor.calls) == (pytest.approx(15), False, 1)

    run_in_virtual_time(scene())


def test_one_answer_to_a_call_of_before_does_not_end_a_rest() -> None:
    async def scene() -> None:
        guard, vendor = Guard("Acme", deadline_s=7, rest_s=60), Vendor(Unavailable("busy", retry_after_s=20))
        before = asyncio.ensure_future(guard.call(lambda: asyncio.sleep(2)))
        await asyncio.sleep(1)
        with pytest.raises(Unavailable):
            await guard.call(vendor.answer)
        await before
        with pytest.raises(Unavailable, match="left alone"):
            await guard.call(vendor.answer)

    run_in_virtual_time(scene())
