"""The need to remember which next steps were offered under a message, until one is taken."""

from datetime import datetime
from typing import Protocol

from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import AddressId, LetterId
from bot.domain.messages import Tap


class Offers(Protocol):
    """Offers are no questions: they close none, no word or number takes them, and they stand side by side for a day."""

    async def make(self, letter_id: LetterId, choice: Choice, token: str, *, at: datetime) -> None:
        """Binds an offer to the letter that shows it; only a keyed fingerprint of the token is kept."""
        ...

    async def take(self, tap: Tap, address_id: AddressId, at: datetime) -> tuple[SkillCall, ...] | None:
        """What was offered, once; None when no such offer stands under this message at this address."""
        ...

    async def forget(self, now: datetime, most: int) -> int:
        """Drops those that nobody can take any more; returns how many."""
        ...
