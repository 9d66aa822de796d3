"""What comes by itself while time passes."""

from bot.domain.letter import Address, Letter
from tests.house import Room


async def letters_after(room: Room, address: Address, **by: float) -> list[Letter]:
    """What arrives there once the clock moved on, in one step."""
    before = len(room.letters(address))
    await room.pass_time(**by)
    return room.letters(address)[before:]


async def told_after(room: Room, address: Address, **by: float) -> list[str]:
    return [letter.answer.plain for letter in await letters_after(room, address, **by)]
