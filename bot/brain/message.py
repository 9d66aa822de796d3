"""What a model is to think about: the words, for whom, what the offline brain makes of them, and what is known."""

import msgspec

from bot.domain.decision import Decision, Reader
from bot.domain.memory import Memory
from bot.ports.conversations import Exchange


class Message(msgspec.Struct, frozen=True):
    """One message of one person."""

    text: str
    reader: Reader
    offline: Decision
    exchanges: tuple[Exchange, ...] = ()
    known: tuple[Memory, ...] = ()
