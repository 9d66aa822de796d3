"""Questions: answered by number, by words, by an amount; what leaves them open and what closes them."""

from pathlib import Path

import pytest

from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

BUDGETS = ("set a $400 grocery budget", "set a $900 rent budget")


async def told(room: Room, *texts: str) -> str:
    """What is answered to the last of these by SMS, all of it."""
    answers: list[str] = []
    for text in texts:
        answers = await room.say(ANN_SMS, text)
    return "\n".join(answers)


def changed(word: str, amount: str = "$20.00") -> str:
    return f"Changed: {amount} other is now {amount} {word}."


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["spent 20", "2"], changed("eating out")),
        (["spent 20", "#2."], changed("eating out")),
        (["spent 20", "Eating Out!"], changed("eating out")),
        (["spent 20", "haircut"], changed("haircut")),
        (["spent 1.234 on rent", "1,234.00"], "$1,234.00 rent."),
        (["spent 1.234 on rent", "1234"], "$1,234.00 rent."),
        (["spent 1.234 on rent", "$1.23"], "$1.23 rent."),
        (["spent on groceries", "45.30"], "$45.30 groceries."),
        (["dinner 90 split three ways", "Ann and Bob"],
         "$90.00 dinner. Your part: $30.00. Ann, Bob: each owes you $30.00."),
        (["dinner 90 split three ways", "1"], "$30.00 dinner."),
        (["dinner 90 split three ways", "Ann"], "Who shares it with you? Say the 2 names, for example: Ann, Bob"),
        ([*BUDGETS, "remove budget", "2"], "Budget removed: rent."),
        ([*BUDGETS, "remove budget", "groceries"], "Budget removed: groceries."),
    ],
)  # fmt: skip
async def test_an_answer(tmp_path: Path, texts: list[str], answer: str) -> None:
    async with a_room(tmp_path) as room:
        assert await told(room, *texts) == answer


@pytest.mark.parametrize(
    "aside", ["what did I spend today?", "thanks", "help", "qwertz uiop", "show my budgets", "who owes me?"]
)
async def test_what_is_asked_or_said_in_between_leaves_a_question_open(tmp_path: Path, aside: str) -> None:
    async with a_room(tmp_path) as room:
        assert await told(room, "spent 20", aside, "2") == changed("eating out")


async def test_a_correction_of_what_was_asked_about_leaves_the_question_open(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await told(room, "spent 20", "no, 25", "2") == changed("eating out", "$25.00")


@pytest.mark.parametrize("new", ["coffee 4.50", "undo", "delete the last transaction", "set a $400 grocery budget"])
async def test_what_does_something_new_closes_a_question(tmp_path: Path, new: str) -> None:
    async with a_room(tmp_path) as room:
        assert "not understand" in await told(room, "spent 20", new, "2")


async def test_a_newer_question_closes_the_older_one(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await told(room, "spent 20", "spent 30", "2") == changed("eating out", "$30.00")


async def test_a_number_that_is_no_choice_is_a_new_message(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert "not understand" in await told(room, "spent 20", "4")
        assert await told(room, "2") == changed("eating out")


async def test_names_are_waited_for_across_a_restart(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await told(room, "dinner 90 split three ways")
    async with a_room(tmp_path) as room:
        assert await room.deliver_as("second life", ANN_SMS, "Ann and Bob") == [
            "$90.00 dinner. Your part: $30.00. Ann, Bob: each owes you $30.00."
        ]


async def test_several_requests_are_answered_in_one_message_in_the_order_they_were_made(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        answers = await room.say(ANN_SMS, "coffee 4, pay 30 to mike and taxi 10")
        assert [line.partition(".")[0] for line in answers[0].split("\n")] == ["$4", "I cannot move money yet", "$10"]
        assert len(answers) == 1


async def test_what_is_clear_is_booked_while_the_rest_is_asked(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, "spent 1.234 on rent and coffee 4") == ["$4.00 coffee.\nHow much do you mean?"]
        assert "$4.00 spent" in await told(room, "what did I spend today?")
        assert await told(room, "1") == "$1,234.00 rent."
        assert "$1,238.00 spent" in await told(room, "what did I spend today?")


async def test_an_alert_that_a_message_caused_follows_its_answer(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await told(room, BUDGETS[0])
        first, alert = await room.say(ANN_SMS, "coffee 4, spent 390 on groceries")
        assert first == "$4.00 coffee.\n$390.00 groceries. $10.00 of $400.00 left this month."
        assert alert.startswith("Groceries budget: 97 % spent")


async def test_a_question_in_telegram_is_answered_by_a_word_as_well(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "spent 20")
        assert await room.say(ANN_TELEGRAM, "transport") == [changed("transport")]
