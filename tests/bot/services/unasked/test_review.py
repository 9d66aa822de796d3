"""The weekly "did I miss anything?": how much there is, and which days have nothing."""

from pathlib import Path

from tests.bot.services.unasked.told import told_after
from tests.house import ANN_TELEGRAM, a_room

# The room opens on Wednesday, November 18, at 17:00; Sunday at 18:00 is so far ahead.
UNTIL_SUNDAY_AT_SIX = 4 * 24 + 1
A_WEEK = 7 * 24


async def test_once_a_week_the_days_without_a_booking_are_asked_about(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for text in ("ask me every sunday at 6pm if i missed anything", "coffee 4.50", "lunch 12 yesterday"):
            await room.say(ANN_TELEGRAM, text)
        (asked,) = await told_after(room, ANN_TELEGRAM, hours=UNTIL_SUNDAY_AT_SIX)
        assert asked.partition("Nothing")[0] == (
            "Did I miss anything from Nov 16 to Nov 22? I have 2 bookings, $16.50 spent. "
        )
        assert asked.endswith("Nothing on Nov 16, Nov 19, Nov 20, yesterday, today.")
        assert await room.say(ANN_TELEGRAM, "why") == ["You asked me to ask."]
        assert await told_after(room, ANN_TELEGRAM, hours=A_WEEK) == [
            "Did I miss anything from Nov 23 to Nov 29? I have no booking."
        ]


async def test_a_week_of_money_moved_alone_is_asked_about_as_well(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for text in ("ask me every sunday at 6pm if i missed anything", "moved 50 to savings"):
            await room.say(ANN_TELEGRAM, text)
        (asked,) = await told_after(room, ANN_TELEGRAM, hours=UNTIL_SUNDAY_AT_SIX)
        assert asked.startswith("Did I miss anything from Nov 16 to Nov 22? I have 1 booking, nothing spent. ")


async def test_turned_off_nothing_is_asked(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for text in ("ask me every sunday at 6pm if i missed anything", "stop asking me if i missed anything"):
            await room.say(ANN_TELEGRAM, text)
        assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_SUNDAY_AT_SIX) == []
