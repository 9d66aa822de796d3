"""At the day's SMS cap: what is booked after it is told the next morning, in one message."""

from pathlib import Path

import msgspec

from tests.bot.services.unasked.told import told_after
from tests.house import ANN_SMS, OPEN_HOUSE, a_room

# Two answers, then the notice.
TWO_A_DAY = msgspec.structs.replace(OPEN_HOUSE, daily_sms=3)
# The room opens at 17:00.
UNTIL_NINE = 16


async def test_what_was_booked_after_the_last_sms_is_told_the_next_morning(tmp_path: Path) -> None:
    async with a_room(tmp_path, TWO_A_DAY) as room:
        for text in ("coffee 1", "coffee 2", "coffee 3", "taxi 12", "lunch 9", "undo"):
            room.clock.move(seconds=1)
            await room.say(ANN_SMS, text)
        assert await told_after(room, ANN_SMS, hours=UNTIL_NINE - 1) == []
        await room.say(ANN_SMS, "movies 30 today")
        assert await told_after(room, ANN_SMS, hours=1) == [
            "Booked yesterday after my last SMS: $3.00 coffee, $12.00 taxi."
        ]


async def test_where_nothing_was_booked_any_more_nothing_is_told(tmp_path: Path) -> None:
    async with a_room(tmp_path, TWO_A_DAY) as room:
        for text in ("coffee 1", "coffee 2", "hello"):
            room.clock.move(seconds=1)
            await room.say(ANN_SMS, text)
        assert await told_after(room, ANN_SMS, hours=UNTIL_NINE) == []


async def test_many_are_told_as_some_and_so_many_more(tmp_path: Path) -> None:
    async with a_room(tmp_path, TWO_A_DAY) as room:
        for number in range(1, 14):
            room.clock.move(seconds=1)
            await room.say(ANN_SMS, f"coffee {number}")
        (told,) = await told_after(room, ANN_SMS, hours=UNTIL_NINE)
        assert told.startswith("Booked yesterday after my last SMS: $3.00 coffee, $4.00 coffee")
        assert told.endswith("$10.00 coffee. And 3 more.")
