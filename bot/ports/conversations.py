"""The need to know what was said a moment ago, on whichever phone."""

from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.ids import PersonId


class Exchange(msgspec.Struct, frozen=True):
    """The person's own words, and what PAM did about them: names of skills, none of her words."""

    words: str
    did: tuple[str, ...]


class Conversations(Protocol):
    """Sealed at rest; at most a few a person, and none that is old."""

    async def note(self, person_id: PersonId, exchange: Exchange, *, at: datetime) -> None: ...

    async def lately(self, person_id: PersonId, since: datetime) -> list[Exchange]:
        """In the order they were said."""
        ...

    async def forget(self, before: datetime, most: int) -> int:
        """Of everybody; returns how many."""
        ...

    async def forget_of(self, person_id: PersonId) -> None: ...
