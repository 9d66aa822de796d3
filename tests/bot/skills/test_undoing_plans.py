"""undo after a reminder, a bill or a goal: that very thing is taken back, and told."""

from pathlib import Path

from tests.house import ANN_SMS, a_room


async def test_each_thing_said_is_taken_back_by_itself(tmp_path: Path) -> None:
    said = (
        "coffee 4.50",
        "rent is 900 every month on the 1st",
        "rent is 950 now",
        "rent is paid",
        "cancel my rent bill",
        "remind me to run every day at 7am",
        "stop reminding me to run",
        "I want to save 5000 for a vacation",
        "forget my vacation goal",
    )
    async with a_room(tmp_path) as room:
        for text in said:
            await room.say(ANN_SMS, text)
        answers = [(await room.say(ANN_SMS, "undo"))[0] for _ in said]
    assert answers == [
        "Undone: the goal vacation is $5,000.00 again.",
        "Undone: the goal vacation is gone.",
        "Undone: the reminder is back: run",
        "Undone: no reminder about run.",
        "Undone: the bill Rent is $950.00 again.",
        "Undone: the bill Rent is as it was.",
        "Undone: the bill Rent is $900.00 again.",
        "Undone: the bill Rent is gone.",
        "Undone: $4.50 coffee.",
    ]
