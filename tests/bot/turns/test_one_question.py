"""Several questions in one message: asked one after the other, and every answer goes where it belongs."""

from pathlib import Path

import pytest

from tests.house import ANN_SMS, ANN_TELEGRAM, a_room

TWO_UNKNOWN = "spent 20 at joes and 30 at marks"
FIRST = "$20.00 other at Joes. Which category?\n$30.00 other at Marks."
SECOND = "$30.00 other at Marks. Which category?"


@pytest.mark.parametrize("answers", [("1", "haircut"), ("groceries", "haircut"), ("Groceries", "haircut.")])
async def test_two_categories_are_asked_for_one_after_the_other(tmp_path: Path, answers: tuple[str, str]) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, TWO_UNKNOWN) == [FIRST]
        told = [await room.say(ANN_SMS, answer) for answer in answers]
        assert told == [
            [f"Changed: $20.00 other is now $20.00 groceries.\n{SECOND}"],
            ["Changed: $30.00 other is now $30.00 haircut."],
        ]


async def test_a_word_that_is_no_choice_brings_the_next_question_too(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, TWO_UNKNOWN)
        assert await room.say(ANN_SMS, "pets") == [f"Changed: $20.00 other is now $20.00 pets.\n{SECOND}"]


async def test_three_are_answered_by_buttons_one_message_after_the_other(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        taken = room.channels["telegram"].taken
        await room.say(ANN_TELEGRAM, f"{TWO_UNKNOWN} and 40 at petes")
        answers = []
        while taken[-1].answer.buttons[0].label == "groceries":
            answers += await room.tap(ANN_TELEGRAM, taken[-1].answer.buttons[0].token, f"telegram-{len(taken)}")
        assert [answer.split("\n")[0] for answer in answers] == [
            f"Changed: ${amount}.00 other is now ${amount}.00 groceries." for amount in (20, 30, 40)
        ]


async def test_what_was_told_meanwhile_is_not_asked_for_again(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, TWO_UNKNOWN)
        await room.say(ANN_SMS, "no, that was lunch")
        assert await room.say(ANN_SMS, "groceries") == ["Changed: $20.00 other is now $20.00 groceries."]


async def test_an_unclear_amount_is_asked_for_before_a_category(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, "spent 10 and 1.234 on rent") == ["$10.00 other.\nHow much do you mean?"]
        assert await room.say(ANN_SMS, "1234") == ["$1,234.00 rent.\n$10.00 other. Which category?"]
        assert await room.say(ANN_SMS, "lunch") == ["Changed: $10.00 other is now $10.00 lunch."]
