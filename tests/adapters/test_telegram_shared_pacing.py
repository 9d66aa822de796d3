"""A process waits for leave from all of them, and goes on alone, strictly, where nobody can give it."""

import asyncio
from collections import deque
from collections.abc import Coroutine

import pytest

from adapters.telegram_pacing import PATIENCE_S, PER_SECOND
from adapters.telegram_shared_pacing import SharedPacing
from bot.domain.errors import Unavailable
from bot.kit.limits import Rate
from tests.virtual_time import run_in_virtual_time


class Pace:
    """Answers as told, then gives leave; what it was asked and told."""

    def __init__(self, *answers: float | None) -> None:
        self.answers = deque(answers)
        self.asked: list[tuple[str, Rate, int]] = []
        self.halts: list[float] = []

    async def ask(self, line: str, rate: Rate, per_second: int) -> float | None:
        self.asked.append((line, rate, per_second))
        await asyncio.sleep(0)
        return self.answers.popleft() if self.answers else 0.0

    async def halt(self, seconds: float) -> None:
        self.halts.append(seconds)

    async def close(self) -> None: ...


async def passed_at(pacing: SharedPacing, chat: str = "1") -> float:
    await pacing.turn(chat)
    pacing.done(chat)
    return asyncio.get_running_loop().time()


def run(scene: Coroutine[None, None, None]) -> None:
    run_in_virtual_time(scene)


def test_it_goes_when_all_of_them_have_room() -> None:
    async def scene() -> None:
        pace = Pace(0.4, 0.2, 0.0)
        assert await passed_at(SharedPacing(pace), "-1") == pytest.approx(0.6)
        assert [(line, per_second) for line, _, per_second in pace.asked] == [("-1", PER_SECOND)] * 3
        assert pace.asked[0][1].interval_s > 3

    run(scene())


def test_alone_it_goes_on_with_a_quarter() -> None:
    async def scene() -> None:
        pacing = SharedPacing(Pace(*[None] * 1000))
        times = await asyncio.gather(*[passed_at(pacing, str(chat)) for chat in range(1, 41)])
        assert pacing.is_strict
        assert max(sum(at <= each < at + 1 for each in times) for at in times) == PER_SECOND // 4

    run(scene())


def test_those_let_through_by_the_full_numbers_are_called_back() -> None:
    async def scene() -> None:
        pacing = SharedPacing(Pace(*[0.5] * PER_SECOND, *[None] * 1000))
        times = await asyncio.gather(*[passed_at(pacing, str(chat)) for chat in range(1, PER_SECOND + 1)])
        assert max(sum(at <= each < at + 1 for each in times) for at in times) == PER_SECOND // 4

    run(scene())


def test_it_is_as_free_as_before_once_it_is_answered_again() -> None:
    async def scene() -> None:
        pacing = SharedPacing(Pace(None, None))
        await passed_at(pacing)
        assert pacing.is_strict
        await passed_at(pacing, "2")
        assert not pacing.is_strict

    run(scene())


def test_a_halt_is_told_to_everybody() -> None:
    async def scene() -> None:
        pace = Pace()
        pacing = SharedPacing(pace)
        pacing.halt(7, "1")
        assert await passed_at(pacing) == 7
        await pacing.close()
        assert pace.halts == [7]

    run(scene())


def test_beyond_patience_it_sends_away_untried_and_holds_up_nobody() -> None:
    async def scene() -> None:
        pacing = SharedPacing(Pace(PATIENCE_S + 60))
        with pytest.raises(Unavailable) as sent_away:
            await pacing.turn("1")
        assert (sent_away.value.retry_after_s, sent_away.value.tried) == (PATIENCE_S + 60, False)
        assert await passed_at(pacing) < 2

    run(scene())


@pytest.mark.parametrize("answer", [20.0, None])
def test_who_gives_up_waiting_for_leave_holds_up_nobody(answer: float | None) -> None:
    async def scene() -> None:
        pacing = SharedPacing(Pace(answer))
        for moment_s in (0, 1):
            waiting = asyncio.ensure_future(pacing.turn("1"))
            await asyncio.sleep(moment_s)
            waiting.cancel()
            await asyncio.wait([waiting])
        assert await passed_at(pacing) < 6

    run(scene())
