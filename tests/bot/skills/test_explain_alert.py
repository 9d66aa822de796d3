"""explain_alert: why the last thing was said unasked, or the one about a word, with its bookings."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.services.unasked.told import letters_after
from tests.house import ANN_TELEGRAM, Room, a_room

A_WEEK = 7 * 24


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


async def say(room: Room, *texts: str) -> list[str]:
    """The lines of the last answer."""
    answers: list[str] = []
    for text in texts:
        answers = await room.say(ANN_TELEGRAM, text)
    return [line for answer in answers for line in answer.splitlines()]


async def test_a_mark_is_explained_by_what_was_spent_then_and_the_bookings_that_count(room: Room) -> None:
    await say(room, "set a 100 grocery budget", "spent 30 on groceries", "taxi 20", "spent 55 on groceries at tesco")
    assert await say(room, "spent 10 on groceries", "why") == [
        "I tell you when the budget (groceries) reaches 80 %. When I told you, $85.00 of $100.00 were spent this month.",
        "today: $10.00 groceries",
        "today: $55.00 groceries, Tesco",
        "today: $30.00 groceries",
    ]


async def test_the_one_about_a_word_is_explained_whatever_came_since(room: Room) -> None:
    await say(room, "set a 100 grocery budget", "set a 10 coffee budget", "spent 60 on groceries", "coffee 6")
    assert (await say(room, "why"))[0].startswith("I tell you when the budget (coffee) reaches 50 %.")
    assert (await say(room, "why did you warn me about groceries"))[0].startswith(
        "I tell you when the budget (groceries) reaches 50 %."
    )
    assert await say(room, "why did you warn me about taxis") == [
        "I told you nothing about taxis unasked in the last 7 days."
    ]


async def test_more_than_ten_bookings_are_ten_and_so_many_more(room: Room) -> None:
    await say(room, "set a 100 grocery budget", *(f"spent {number} on groceries" for number in range(1, 13)))
    lines = await say(room, "why")
    assert (len(lines), lines[-1]) == (12, "And 2 more.")


async def test_where_nothing_was_told_lately_that_is_said(room: Room) -> None:
    assert await say(room, "coffee 4", "why") == ["I told you nothing unasked in the last 7 days."]
    await say(room, "set a 100 grocery budget", "spent 60 on groceries")
    await letters_after(room, ANN_TELEGRAM, hours=A_WEEK + 1)
    assert await say(room, "why") == ["I told you nothing unasked in the last 7 days."]


async def test_a_budget_that_is_gone_is_said_to_be(room: Room) -> None:
    await say(room, "set a 100 grocery budget", "spent 60 on groceries", "remove the grocery budget")
    assert await say(room, "why") == ["That budget is gone."]


async def test_the_button_explains_its_own_alert(room: Room) -> None:
    await say(room, "set a 400 grocery budget", "spent 300 on groceries", "set a 10 coffee budget")
    (pace,) = await letters_after(room, ANN_TELEGRAM, hours=17)
    await say(room, "coffee 6")
    (why,) = [button for button in pace.answer.buttons if button.label == "Why?"]
    ref = f"telegram-{room.channels['telegram'].taken.index(pace) + 1}"
    (explained,) = [text for text in await room.tap(ANN_TELEGRAM, why.token, ref) if "On day" in text]
    assert "budget (groceries)" in explained
