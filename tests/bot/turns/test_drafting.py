"""Drafts: the newest words, one try at a time, and none once the answer is there."""

import asyncio
from itertools import pairwise

from bot.turns.drafting import FIRST_PAUSE_S, PAUSE_S, Draft
from tests.virtual_time import run_in_virtual_time

FIRST = "the first words of an answer"


def test_one_is_shown_at_a_time_and_what_comes_meanwhile_waits_for_the_next_words() -> None:
    shown: list[tuple[float, str]] = []

    async def show(words: str) -> None:
        await asyncio.sleep(0.1)
        shown.append((round(asyncio.get_running_loop().time(), 2), words))

    async def story() -> None:
        draft = Draft(show)
        for number in range(30):
            if draft.is_ready:
                draft.say("word " * number)
            await asyncio.sleep(0.1)
        await draft.end()

    run_in_virtual_time(story())
    assert [at for at, _ in shown] == sorted(at for at, _ in shown)
    assert all(later - earlier >= PAUSE_S for (earlier, _), (later, _) in pairwise(shown[1:]))
    assert len(shown) == 3


def test_the_same_words_are_shown_once() -> None:
    shown: list[str] = []

    async def show(words: str) -> None:
        shown.append(words)

    async def story() -> None:
        draft = Draft(show)
        for _ in range(4):
            draft.say("the very same words again")
            await asyncio.sleep(2)
        await draft.end()

    run_in_virtual_time(story())
    assert shown == ["the very same words again"]


def test_the_first_word_is_shown_at_once_and_does_not_stand_alone_for_long() -> None:
    shown: list[tuple[float, str]] = []

    async def show(words: str) -> None:
        shown.append((round(asyncio.get_running_loop().time(), 2), words))

    async def story() -> None:
        draft = Draft(show)
        for number in range(1, 20):
            draft.say("word " * number)
            await asyncio.sleep(0.1)
        await draft.end()

    run_in_virtual_time(story())
    (first_at, first), (second_at, _), *_ = shown
    assert (first_at, first) == (0.0, "word ")
    assert FIRST_PAUSE_S <= second_at < PAUSE_S


def test_nothing_is_shown_after_the_end() -> None:
    shown: list[tuple[float, str]] = []

    async def show(words: str) -> None:
        await asyncio.sleep(0.1)
        shown.append((asyncio.get_running_loop().time(), words))

    async def story() -> float:
        draft = Draft(show)
        draft.say(FIRST)
        await asyncio.sleep(0.05)
        draft.say("second")
        await draft.end()
        ended = asyncio.get_running_loop().time()
        await asyncio.sleep(5)
        return ended

    ended = run_in_virtual_time(story())
    assert shown == [(0.1, FIRST)]
    assert ended >= 0.1


def test_a_draft_that_hangs_holds_the_answer_up_for_half_a_second_at_most() -> None:
    async def show(_words: str) -> None:
        await asyncio.sleep(60)

    async def story() -> float:
        draft = Draft(show)
        draft.say(FIRST)
        await asyncio.sleep(0)
        await draft.end()
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(story()) <= 0.5
