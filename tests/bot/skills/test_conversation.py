"""Skills as a person meets them: every line here is what somebody reads on their phone."""

from pathlib import Path

import msgspec
import pytest

from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

BUDGET = "set a $400 grocery budget"


async def told(room: Room, *texts: str) -> list[str]:
    """What is answered to the last of these."""
    answers: list[str] = []
    for text in texts:
        answers = await room.say(ANN_SMS, text)
    return answers


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        (["coffee 4.50"], ["$4.50 coffee."]),
        (["spent 45.30 on groceries yesterday"], ["$45.30 groceries, yesterday."]),
        (["got paid 2400"], ["$2,400.00 salary came in."]),
        (["spent 15 euros on a museum ticket"], None),
        ([BUDGET], ["Budget set: $400.00 groceries a month."]),
        (["spent 100 on groceries", BUDGET], ["Budget set: $400.00 groceries a month. $100.00 spent this month, 25 %."]),
        ([BUDGET, "set my grocery budget to 500"], ["Budget changed: $500.00 groceries a month, before $400.00."]),
        ([BUDGET, "spent 400 on groceries"], ["$400.00 groceries. Nothing left of $400.00 this month.",
                                              "Groceries budget: 100 % spent, $400.00 of $400.00 this month."]),
        ([BUDGET, "spent 199.99 on groceries"], ["$199.99 groceries. $200.01 of $400.00 left this month."]),
        ([BUDGET, "spent 200 on groceries"], ["$200.00 groceries. $200.00 of $400.00 left this month.",
                                              "Groceries budget: 50 % spent, $200.00 of $400.00 this month. $200.00 left."]),
        ([BUDGET, "spent 450 on groceries"], ["$450.00 groceries. $50.00 over $400.00 this month.",
                                              "Groceries budget: $50.00 over, $450.00 of $400.00 spent this month (112 %)."]),
        ([BUDGET, "spent 450 on groceries", "undo", "spent 450 on groceries"], ["$450.00 groceries. $50.00 over $400.00 this month."]),
        ([BUDGET, "spent 100 on groceries", "how is my grocery budget doing"],
         ["Groceries: $300.00 of $400.00 left this month (25 % spent)."]),
        (["set a food budget of 200", "lunch 20"], ["$20.00 lunch. Food: $180.00 of $200.00 left this month."]),
        (["set my total budget to 1000", "taxi 20"], ["$20.00 taxi. In all: $980.00 of $1,000.00 left this month."]),
        (["coffee 4.50", "no, 14 not 4.50"], ["Changed: $4.50 coffee is now $14.00 coffee."]),
        (["coffee 4.50", "delete the last transaction"], ["Removed: $4.50 coffee."]),
        (["coffee 4.50", "undo"], ["Undone: $4.50 coffee."]),
        (["coffee 4, bagel 3.50", "undo"], ["Undone: $4.00 coffee.\nUndone: $3.50 bagel."]),
        (["coffee 4.50", "delete the last transaction", "undo"], ["Undone: $4.50 coffee is back."]),
        ([BUDGET, "undo"], ["Undone: the groceries budget is gone."]),
        (["undo"], ["There is nothing to undo from the last 24 hours."]),
        (["coffee 4", "taxi 10", "what did I spend this month?"], ["$14.00 spent this month.\ntaxi $10.00\ncoffee $4.00"]),
        (["coffee 4", "how much did I spend on coffee this week"], ["$4.00 on coffee this week."]),
        (["how much did I spend on coffee this week"], ["Nothing on coffee this week."]),
        (["spent 20 euros on lunch", "taxi 10", "what did I spend this month?"],
         ["$10.00 spent this month. Also €20.00.\ntaxi $10.00\nlunch €20.00"]),
        (["my currency is EUR", "coffee 4.50"], ["€4.50 coffee."]),
        (["set my timezone to Pacific"], ["Your time zone is now America/Los_Angeles."]),
        (["set my timezone to Pacific", "undo"], ["Undone: the time zone is UTC again."]),
        (["thanks"], ["You are welcome."]),
        (["spent on groceries"], ["How much was it?"]),
        (["spent on groceries", "45.30"], ["$45.30 groceries."]),
        (["spent 0 on lunch"], None),
    ],
)  # fmt: skip
async def test_what_is_answered(tmp_path: Path, said: list[str], answers: list[str] | None) -> None:
    async with a_room(tmp_path) as room:
        got = await told(room, *said)
        assert got if answers is None else got == answers


async def test_an_amount_alone_is_booked_as_other_and_categories_are_offered(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, "spent 20") == ["$20.00 other. Which category?"]
        (letter,) = room.letters(ANN_SMS)
        assert [button.label for button in letter.answer.buttons] == ["groceries", "eating out", "transport"]
        assert await room.say(ANN_SMS, "2") == ["Changed: $20.00 other is now $20.00 eating out."]


async def test_a_choice_can_be_said_in_words(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "spent 20")
        assert await room.say(ANN_SMS, "Groceries") == ["Changed: $20.00 other is now $20.00 groceries."]


async def test_another_category_than_the_offered_ones_can_be_said(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "spent 20")
        assert await room.say(ANN_SMS, "haircut") == ["Changed: $20.00 other is now $20.00 haircut."]


async def test_a_new_message_closes_the_old_question(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "spent 20")
        await room.say(ANN_SMS, "coffee 4.50")
        assert "Changed" not in (await room.say(ANN_SMS, "1"))[0]


async def test_a_tap_turns_its_message_into_the_answer(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "spent 20")
        (question,) = room.letters(ANN_TELEGRAM)
        token = question.answer.buttons[0].token
        assert await room.tap(ANN_TELEGRAM, token, "telegram-1") == ["Changed: $20.00 other is now $20.00 groceries."]
        assert [letter.kind for letter in room.letters(ANN_TELEGRAM)] == ["message", "tap_answer", "edit"]
        assert room.letters(ANN_TELEGRAM)[2].ref == "telegram-1"


async def test_a_token_works_once_only_for_its_person_and_under_its_message(tmp_path: Path) -> None:
    bob = msgspec.structs.replace(ANN_TELEGRAM, value="2002")
    async with a_room(tmp_path) as room:
        await room.say(bob, "hello")
        await room.say(ANN_TELEGRAM, "spent 20")
        (question,) = room.letters(ANN_TELEGRAM)
        token = question.answer.buttons[0].token
        taken_id = f"telegram-{room.channels['telegram'].taken.index(question) + 1}"
        assert await room.tap(bob, token, taken_id) == []
        assert await room.tap(ANN_TELEGRAM, token, "telegram-99") == []
        assert await room.tap(ANN_TELEGRAM, token + "x", taken_id) == []
        assert len(await room.tap(ANN_TELEGRAM, token, taken_id)) == 1
        assert await room.tap(ANN_TELEGRAM, token, taken_id) == []
        assert "other" not in (await room.say(ANN_TELEGRAM, "what did I spend today?"))[0]


async def test_an_ambiguous_amount_is_asked_and_the_choice_books_it(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, "spent 1.234 on rent") == ["How much do you mean?"]
        labels = [button.label for button in room.letters(ANN_SMS)[0].answer.buttons]
        assert sorted(labels) == ["$1,234.00", "$1.23"]
        (answer,) = await room.say(ANN_SMS, str(labels.index("$1,234.00") + 1))
        assert answer == "$1,234.00 rent."


async def test_an_open_question_survives_a_restart(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "spent 20")
    async with a_room(tmp_path) as room:
        room.clock.move(minutes=1)
        assert await room.deliver_as("second life", ANN_SMS, "1") == ["Changed: $20.00 other is now $20.00 groceries."]


async def test_undo_reaches_across_phones_and_ends_after_a_day(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
        await room.say(ANN_SMS, "coffee 4.50")
        assert await room.say(ANN_TELEGRAM, "undo") == ["Undone: $4.50 coffee."]
        await room.say(ANN_SMS, "coffee 3.20")
        room.clock.move(hours=24, seconds=1)
        assert await room.say(ANN_TELEGRAM, "undo") == ["There is nothing to undo from the last 24 hours."]
