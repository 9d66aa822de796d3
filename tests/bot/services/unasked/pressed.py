"""Buttons under what came by itself."""

from tests.house import ANN_TELEGRAM, Room


async def press(room: Room, label: str) -> list[str]:
    """The button of that name under the last message that has it; what it says, without the short notice."""
    taken = room.channels[ANN_TELEGRAM.channel].taken
    number, button = next(
        (number, button)
        for number in range(len(taken), 0, -1)
        for button in taken[number - 1].answer.buttons
        if button.label == label
    )
    return await room.tap(ANN_TELEGRAM, button.token, f"telegram-{number}")
