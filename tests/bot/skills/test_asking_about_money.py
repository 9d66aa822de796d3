"""Somebody who wants to know where the money goes: questions, corrections in bulk, words of their own, a picture."""

from pathlib import Path

from bot.domain.chart import Slices
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

SPENT = ("coffee 4.50", "spent 40 at tesco #trip", "rent 900 on nov 1", "lunch 12", "spent 30 at lidl yesterday")


async def a_month(room: Room) -> None:
    for text in SPENT:
        await room.say(ANN_SMS, text)


async def test_questions_are_answered_with_their_days(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await a_month(room)
        assert await room.say(ANN_SMS, "how much on #trip") == ["$40.00 tagged #trip in all."]
        assert await room.say(ANN_SMS, "this month vs last month") == [
            "Spending this month: $986.50. Nothing from Oct 1 to Oct 18."
        ]
        assert await room.say(ANN_SMS, "average per day") == [
            "Spending this month: $54.81 a day on average. Over 18 days."
        ]
        assert await room.say(ANN_SMS, "top 3 merchants") == [
            "$986.50 spent this month.\nTesco: $40.00 (4 %)\nLidl: $30.00 (3 %)"
        ]


async def test_all_of_a_merchant_are_changed_and_taken_back_in_one_word(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await a_month(room)
        assert await room.say(ANN_SMS, "all tesco are household") == [
            "1 booking changed. Tesco means household from now on."
        ]
        assert (await room.say(ANN_SMS, "spent 5 at tesco"))[0].startswith("$5.00 household")
        await room.say(ANN_SMS, "undo")
        await room.say(ANN_SMS, "undo")
        assert (await room.say(ANN_SMS, "spent 5 at tesco"))[0].startswith("$5.00 groceries")


async def test_a_category_is_put_where_the_person_wants_it(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await a_month(room)
        assert await room.say(ANN_SMS, "put lunch under health") == [
            "Lunch is under health now. 1 booking moved with it."
        ]
        assert await room.say(ANN_SMS, "how much on health this month") == ["$12.00 on health this month."]


async def test_a_picture_is_one_tap_away(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for text in SPENT:
            await room.say(ANN_TELEGRAM, text)
        await room.say(ANN_TELEGRAM, "what did I spend this month?")
        letters = room.channels["telegram"].taken
        (button,) = letters[-1].answer.buttons
        assert (button.label, letters[-1].answer.chart) == ("Chart", None)
        await room.tap(ANN_TELEGRAM, button.token, f"telegram-{len(letters)}")
        chart = letters[-1].answer.chart
        assert chart
        assert isinstance(chart.figure, Slices)
        assert chart.figure.slices[0].label == "rent"


async def test_by_sms_the_words_carry_what_a_picture_would(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await a_month(room)
        (answer,) = await room.say(ANN_SMS, "pie chart of my spending")
        assert "rent: $900.00 (91 %)" in answer
        assert room.letters(ANN_SMS)[-1].answer.chart is None
