"""Calls to Telegram keep its limits and their order, and nobody passes during a halt."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine, Iterable

import pytest
import uvloop
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.telegram_pacing import FEW_CHATS, PATIENCE_S, STRICT_PARTS, Pacing
from bot.domain.errors import Unavailable
from tests.virtual_time import run_in_virtual_time

UNLIMITED = 10**9


class Street:
    """Notes when each call passed; a call takes ``takes_s``."""

    def __init__(self, pacing: Pacing, takes_s: float = 0.0) -> None:
        self.pacing = pacing
        self.takes_s = takes_s
        self.passed: list[tuple[float, str, int]] = []
        self.under_way: defaultdict[str, int] = defaultdict(int)

    async def call(self, chat: str, number: int) -> None:
        await self.pacing.turn(chat)
        try:
            self.passed.append((asyncio.get_running_loop().time(), chat, number))
            self.under_way[chat] += 1
            assert self.under_way[chat] == 1
            await asyncio.sleep(self.takes_s)
            self.under_way[chat] -= 1
        finally:
            self.pacing.done(chat)

    async def calls(self, chats: Iterable[str], count: int) -> None:
        chats = tuple(chats)
        await asyncio.gather(*[self.call(chat, number) for number in range(count) for chat in chats])

    @property
    def times(self) -> list[float]:
        return [at for at, _, _ in self.passed]

    def numbers(self, chat: str) -> list[int]:
        return [number for _, passed, number in self.passed if passed == chat]


def run(scene: Coroutine[None, None, None]) -> None:
    run_in_virtual_time(scene)


def most_within(times: list[float], window_s: float) -> int:
    return max(sum(start <= at < start + window_s for at in times) for start in times)


def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    async def scene() -> None:
        street = Street(Pacing(UNLIMITED))
        await street.calls(["42"], 6)
        assert street.times[:3] == [0.0, 0.0, 0.0]
        assert all(later - at >= 1.0 for at, later in zip(street.times[2:], street.times[3:], strict=False))
        assert street.times[-1] < 5

    run(scene())


def test_a_group_gets_no_more_than_twenty_in_any_minute() -> None:
    async def scene() -> None:
        street = Street(Pacing(UNLIMITED))
        await street.calls(["-100123"], 60)
        assert 15 < most_within(street.times, 60.0) <= 20

    run(scene())


def test_all_chats_together_get_no_more_than_thirty_in_any_second() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        await street.calls(map(str, range(1, 301)), 1)
        assert 20 < most_within(street.times, 1.0) <= 30

    run(scene())


def test_the_order_within_a_chat_is_kept_one_call_at_a_time() -> None:
    async def scene() -> None:
        street = Street(Pacing(), takes_s=0.3)
        await street.calls(["1", "2", "3"], 9)
        assert all(street.numbers(chat) == list(range(9)) for chat in ("1", "2", "3"))

    run(scene())


def test_a_busy_chat_does_not_hold_up_another() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        busy = asyncio.ensure_future(street.calls(["1"], 50))
        await asyncio.sleep(5)
        await street.call("2", 0)
        assert asyncio.get_running_loop().time() < 5.1
        busy.cancel()

    run(scene())


def test_nobody_passes_during_a_halt_and_then_all_do_in_order() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        street.pacing.halt(20, "refused")
        waiting = []
        for number in range(10):
            waiting.append(asyncio.ensure_future(street.call(str(number), number)))
            await asyncio.sleep(1)
        assert street.passed == []
        await asyncio.gather(*waiting)
        assert min(street.times) >= 20
        assert max(street.times) <= 21
        assert [number for _, _, number in street.passed] == list(range(10))

    run(scene())


def test_a_call_just_released_is_caught_by_a_halt_in_the_same_moment() -> None:
    async def scene() -> None:
        street = Street(Pacing(per_second=1))
        await street.call("1", 0)
        loop = asyncio.get_running_loop()
        waiting = asyncio.ensure_future(street.calls(["2"], 2))
        await asyncio.sleep(0)
        # Within the clock's resolution: the loop calls the release and this, and only then wakes the released task.
        loop.call_at(1.0 + 1e-10, street.pacing.halt, 5, "1")
        await waiting
        assert street.times[1:] == [pytest.approx(6.0), pytest.approx(7.0)]
        assert street.numbers("2") == [0, 1]

    run(scene())


def test_a_shorter_halt_does_not_end_a_longer_one() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        street.pacing.halt(20, "1")
        street.pacing.halt(2, "1")
        await street.call("2", 0)
        assert street.times[0] >= 20

    run(scene())


def test_those_behind_the_refused_call_go_back_with_it() -> None:
    async def scene() -> None:
        street = Street(Pacing(), takes_s=1)
        first = asyncio.ensure_future(street.call("1", 0))
        await asyncio.sleep(0.5)
        behind = asyncio.ensure_future(street.call("1", 1))
        await asyncio.sleep(0.1)
        street.pacing.halt(4, "1")
        with pytest.raises(Unavailable) as sent_away:
            await behind
        assert sent_away.value.retry_after_s == 4
        await first
        await street.call("1", 2)
        assert street.times[-1] >= 4.6

    run(scene())


def test_a_halt_beyond_patience_sends_everybody_away_with_the_time_to_come_back() -> None:
    async def scene() -> None:
        pacing = Pacing()
        pacing.halt(10, "1")
        waiting = asyncio.ensure_future(pacing.turn("2"))
        await asyncio.sleep(1)
        pacing.halt(PATIENCE_S + 60, "1")
        with pytest.raises(Unavailable):
            await waiting
        await asyncio.sleep(30)
        with pytest.raises(Unavailable) as sent_away:
            await pacing.turn("3")
        assert sent_away.value.retry_after_s == pytest.approx(60)
        await asyncio.sleep(60)
        await pacing.turn("3")

    run(scene())


def test_who_gives_up_waiting_holds_up_nobody() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        waiting = [asyncio.ensure_future(street.call("1", number)) for number in range(6)]
        await asyncio.sleep(0)
        waiting[3].cancel()
        waiting[4].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert street.numbers("1") == [0, 1, 2, 5]
        assert street.times[-1] < 2

    run(scene())


def test_a_call_cancelled_as_it_is_released_frees_its_chat() -> None:
    async def scene() -> None:
        street = Street(Pacing(per_second=1))
        await street.call("1", 0)
        waiting = asyncio.ensure_future(street.call("2", 0))
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_at(1.0, waiting.cancel)
        behind = asyncio.ensure_future(street.call("2", 1))
        await asyncio.gather(waiting, behind, return_exceptions=True)
        assert street.numbers("2") == [1]

    run(scene())


def test_all_is_free_only_while_no_call_would_have_to_wait() -> None:
    async def scene() -> None:
        pacing = Pacing(per_second=2)
        assert pacing.is_free()
        pacing.halt(5, "1")
        assert not pacing.is_free()
        await asyncio.sleep(5)
        await pacing.turn("1")
        assert pacing.is_free()
        await pacing.turn("2")
        assert not pacing.is_free()

    run(scene())


def test_who_waits_is_not_overtaken_in_the_moment_before_the_release() -> None:
    async def scene() -> None:
        street, overtook = Street(Pacing(per_second=1)), list[bool]()
        await street.call("1", 0)
        asyncio.get_running_loop().call_at(1.0, lambda: overtook.append(street.pacing.is_free()))
        await street.call("2", 0)
        assert overtook == [False]
        assert street.times == [0.0, 1.0]

    run(scene())


class Telegram:
    """Counts a call at some moment of its duration, as the sandbox does: 30 a second over all, tokens per chat."""

    def __init__(self) -> None:
        self.overall: list[float] = []
        self.chats: defaultdict[str, list[float]] = defaultdict(list)

    async def call(self, pacing: Pacing, chat: str, delays: tuple[float, float]) -> None:
        await pacing.turn(chat)
        await asyncio.sleep(delays[0])
        now = asyncio.get_running_loop().time()
        self.overall.append(now)
        self.chats[chat].append(now)
        await asyncio.sleep(delays[1])
        pacing.done(chat)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["1", "2", "3", "-4"]), st.tuples(st.floats(0, 3), st.floats(0, 1))),
        min_size=30,
        max_size=80,
    )
)
def test_no_delay_on_the_way_breaks_a_limit(calls: list[tuple[str, tuple[float, float]]]) -> None:
    async def scene() -> None:
        telegram, pacing = Telegram(), Pacing(per_second=5)
        await asyncio.gather(*[telegram.call(pacing, chat, delays) for chat, delays in calls])
        assert most_within(telegram.overall, 1.0) <= 5
        for chat, times in telegram.chats.items():
            assert all(later - at > 1.0 for at, later in zip(times, times[3:], strict=False))
            assert not chat.startswith("-") or most_within(times, 60.0) <= 20

    run(scene())


def test_idle_chats_are_forgotten() -> None:
    async def scene() -> None:
        street = Street(Pacing(UNLIMITED))
        for chat in range(20 * FEW_CHATS):
            await street.call(str(chat), 0)
            await asyncio.sleep(0.1)
        assert street.pacing.chats_known <= FEW_CHATS

    run(scene())


def test_on_the_loop_pam_runs_on_a_moment_that_has_all_but_come_is_waited_for_too() -> None:
    async def many() -> None:
        street = Street(Pacing(per_second=20_000))
        await street.calls([f"chat {number}" for number in range(200)], 3)
        assert len(street.passed) == 600

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(many())


def test_a_strict_pacing_takes_a_quarter_of_everything_until_it_need_not() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        street.pacing.keep_to_one_in(STRICT_PARTS)
        await street.calls(map(str, range(1, 61)), 1)
        assert most_within(street.times, 1.0) == 7
        street.passed.clear()
        await street.calls(["70", "-70"], 3)
        assert [round(at - street.times[0]) for at, chat, _ in street.passed if chat == "70"] == [0, 4, 8]
        assert [round(at - street.times[0]) for at, chat, _ in street.passed if chat == "-70"] == [0, 14, 29]
        street.pacing.keep_to_one_in(1)
        street.passed.clear()
        await street.calls(map(str, range(101, 161)), 1)
        assert most_within(street.times, 1.0) == 30

    run(scene())


def test_who_waits_when_it_becomes_strict_waits_by_the_strict_numbers() -> None:
    async def scene() -> None:
        street = Street(Pacing())
        waiting = asyncio.ensure_future(street.calls(["1"], 5))
        await asyncio.sleep(0.5)
        street.pacing.keep_to_one_in(STRICT_PARTS)
        await asyncio.sleep(2)
        assert len(street.passed) == 3
        street.pacing.keep_to_one_in(1)
        await waiting
        assert street.times[-1] < 4

    run(scene())


def test_whose_turn_is_given_back_goes_before_those_behind_and_counts_once() -> None:
    async def scene() -> None:
        pacing, passed = Pacing(), list[str]()

        async def call(name: str, *, twice: bool) -> None:
            await pacing.turn("1")
            if twice:
                await pacing.again("1")
            passed.append(name)
            pacing.done("1")

        await asyncio.gather(call("first", twice=True), call("second", twice=False), call("third", twice=False))
        assert passed == ["first", "second", "third"]
        assert asyncio.get_running_loop().time() == 0

    run(scene())
