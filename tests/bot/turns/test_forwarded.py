"""What somebody else wrote and the person only passed on: what it would change is asked about first."""

from pathlib import Path

from bot.domain.messages import IncomingMessage
from tests.house import ANN_TELEGRAM, Room, a_room


async def pass_on(room: Room, number: int, text: str) -> list[str]:
    message = IncomingMessage(
        source="telegram", external_id=f"f{number}", sender=ANN_TELEGRAM, text=text, is_forwarded=True
    )
    return await room.deliver(message)


async def test_a_forwarded_booking_is_booked_after_a_yes_of_their_own(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "hi")
        assert await pass_on(room, 1, "spent 45.30 on groceries") == [
            "This says: spent 45.30 on groceries. Shall I book it?"
        ]
        # A yes that somebody else wrote is none.
        await pass_on(room, 2, "yes")
        assert "$45.30" not in (await room.say(ANN_TELEGRAM, "how much did I spend this month?"))[0]
        await pass_on(room, 3, "spent 45.30 on groceries")
        assert await room.say(ANN_TELEGRAM, "yes") == ["$45.30 groceries."]


async def test_a_forwarded_question_is_answered_at_once(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "coffee 4.50")
        assert "$4.50" in (await pass_on(room, 1, "how much did I spend today?"))[0]
