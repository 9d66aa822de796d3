"""The jumping clock keeps an event loop's promises."""

import asyncio

import pytest

from tests.virtual_time import run_in_virtual_time


def test_hours_pass_at_once_and_are_told() -> None:
    async def sleep_a_day() -> float:
        await asyncio.sleep(86_400)
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(sleep_a_day()) == pytest.approx(86_400)


def test_timers_fire_in_order_whoever_set_them_first() -> None:
    fired: list[str] = []

    async def note_after(delay_s: float, name: str) -> None:
        await asyncio.sleep(delay_s)
        fired.append(name)

    async def main() -> None:
        await asyncio.gather(note_after(3, "third"), note_after(1, "first"), note_after(2, "second"))

    run_in_virtual_time(main())
    assert fired == ["first", "second", "third"]


def test_ready_work_goes_before_the_clock_moves() -> None:
    async def main() -> list[float]:
        times: list[float] = []
        asyncio.get_running_loop().call_later(5, lambda: None)
        for _ in range(100):
            await asyncio.sleep(0)
            times.append(asyncio.get_running_loop().time())
        return times

    assert set(run_in_virtual_time(main())) == {0.0}


def test_a_deadline_cuts_off_what_never_answers() -> None:
    async def main() -> float:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(30):
                await asyncio.Event().wait()
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(main()) == pytest.approx(30)


def test_a_thread_is_waited_for() -> None:
    async def main() -> str:
        return await asyncio.to_thread(lambda: "from a thread")

    assert run_in_virtual_time(main()) == "from a thread"
