"""The terminal as a door: each line is a message, its answers are waited for."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TextIO

from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_text
from bot.kit.trace import new_trace_id

CONSOLE = Address("console", "here")
PROMPT = "> "


async def chat(
    lines: TextIO, *, accept: Callable[[IncomingMessage], Awaitable[bool]], answered: Callable[[], Awaitable[None]]
) -> None:
    """Reads until the input ends; ``answered`` returns when nothing is left to say."""
    session = new_trace_id()
    number = 0
    while True:
        if lines.isatty():
            sys.stdout.write(PROMPT)
            sys.stdout.flush()
        line = await asyncio.to_thread(lines.readline)
        if not line:
            return
        text, masked = mask_cards(plain_text(line).strip())
        if text:
            number += 1
            message = IncomingMessage(
                source="console", external_id=f"{session}-{number}", sender=CONSOLE, text=text, card_masked=masked
            )
            await accept(message)
            await answered()
