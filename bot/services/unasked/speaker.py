"""How one kind of alert is said, and what stands behind it."""

from typing import Protocol

import msgspec

from bot.domain.alert import KeptAlert
from bot.domain.answer import Answer, Line
from bot.domain.booking import Booking
from bot.domain.decision import Choice
from bot.domain.visit import Visit
from bot.ports.store import Tx


class Said(msgspec.Struct, frozen=True):
    """What is said, with the likely next steps: buttons where there are buttons."""

    answer: Answer
    offers: tuple[Choice, ...] = ()


class Reasons(msgspec.Struct, frozen=True):
    """Why an alert was raised: its rule in words, and the bookings it was raised on, the newest first."""

    lines: tuple[Line, ...]
    bookings: tuple[Booking, ...] = ()


class Speaker(Protocol):
    """Reads through ``tx`` and writes nothing."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        """As things stand now, naming the period it belongs to; None where it is of no use any more."""
        ...

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons: ...
