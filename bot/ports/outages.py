"""The need to know whether a vendor's failing is a new outage or the one that goes on, over all processes."""

from datetime import datetime
from typing import Protocol

from bot.domain.ids import PersonId


class Outages(Protocol):
    """An outage ends with a good while without a failure, or with an answer; the next failure begins another."""

    async def failed(self, service: str, *, at: datetime) -> datetime:
        """Notes a failure; when the outage began that it belongs to."""
        ...

    async def answered(self, service: str, *, at: datetime) -> None:
        """Notes an answer; one close to the last failure ends nothing, for who fails now and then is still failing."""
        ...

    async def tell(self, service: str, began_at: datetime, person_id: PersonId) -> bool:
        """False where this person was told of this outage before."""
        ...
