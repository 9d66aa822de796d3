"""Drafts: the newest words, one try at a time, and none once the answer is there."""

import asyncio

from bot.turns.drafting import Draft
from tests.virtual_time import run_in_virtual_time


def test_what_comes_while_one_is_shown_is_shown_next_and_only_the_newest() -> None:
    shown: list[str] = []

    async def show(words: str) -> None:
        await asyncio.sleep(0.1)
        shown.append(words)

    async def story() -> None:
        draft = Draft(show)
        for words in ("a", "a b", "a b c"):
            draft.say(words)
            await asyncio.sleep(0.01)
        await asyncio.sleep(2)
        draft.say("a b c")
        await asyncio.sleep(2)
        await draft.end()

    run_in_virtual_time(story())
    assert shown == ["a", "a b c"]


def test_nothing_is_shown_after_the_end() -> None:
    shown: list[tuple[float, str]] = []

    async def show(words: str) -> None:
        await asyncio.sleep(0.1)
        shown.append((asyncio.get_running_loop().time(), words))

    async def story() -> float:
        draft = Draft(show)
        draft.say("first")
        await asyncio.sleep(0.05)
        draft.say("second")
        await draft.end()
        ended = asyncio.get_running_loop().time()
        await asyncio.sleep(5)
        return ended

    ended = run_in_virtual_time(story())
    assert shown == [(0.1, "first")]
    assert ended >= 0.1


def test_a_draft_that_hangs_holds_the_answer_up_for_half_a_second_at_most() -> None:
    async def show(_words: str) -> None:
        await asyncio.sleep(60)

    async def story() -> float:
        draft = Draft(show)
        draft.say("first")
        await asyncio.sleep(0)
        await draft.end()
        return asyncio.get_running_loop().time()

    assert run_in_virtual_time(story()) <= 0.5
