"""The door out to a terminal: an Answer as lines, its choices numbered."""

import re
from typing import TextIO

from bot.domain.answer import Answer
from bot.domain.letter import Address, Letter, Receipt

# What could move the cursor, colour the screen or turn the direction of writing; newlines and tabs may stay.
_UNRULY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class ConsoleChannel:
    """Fulfils ``bot.ports.channel.Channel`` by writing to a stream; an edit is said anew, a tap's notice if any."""

    name = "console"

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def send(self, letter: Letter) -> Receipt:
        if letter.kind != "delete" and (letter.kind != "tap_answer" or letter.answer.plain):
            self._stream.write(f"{console_text(letter.answer)}\n")
            self._stream.flush()
        return Receipt()

    async def show_typing(self, address: Address) -> None:
        """A terminal answers before a sign of typing could be read."""

    async def close(self) -> None:
        """The stream is the caller's."""


def console_text(answer: Answer) -> str:
    """Words and numbered choices; control characters become the replacement character."""
    choices = [f"  {number}  {button.label}" for number, button in enumerate(answer.buttons, 1)]
    return _UNRULY.sub("\N{REPLACEMENT CHARACTER}", "\n".join((answer.plain, *choices)))
