"""One deadline over everything, and a second try only for what surely was not sent."""

import asyncio
from collections.abc import Iterator

import pytest
from loguru import logger

from adapters.guard import Guard, KeyRefused, NeverSent
from bot.domain.errors import Rejected, Unavailable
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
