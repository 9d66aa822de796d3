"""The need to keep what happened until everybody who minds it has done so."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.event import Event
from bot.domain.ids import EventId


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """What a handler has not done yet; ``attempts`` is how often it was taken up in vain.

    ``fault`` is what it failed by the last time; None where that left no word.
    """

    event: Event
    handler: str
    attempts: int = 0
    fault: str | None = None

    @property
    def attempt(self) -> int:
        return self.attempts


class DeadDelivery(msgspec.Struct, frozen=True, kw_only=True):
    """What was given up on."""

    event_id: EventId
    name: str
    handler: str
    at: datetime
    attempts: int
    fault: str
    trace_id: str

    @property
    def named(self) -> str:
        return f"{self.name} for {self.handler}"


class Events(Protocol):
    """Events, and for each handler that minds one a delivery until it has done so, in its own transaction."""

    async def post(self, event: Event, handlers: Sequence[str], *, sweep_at: datetime) -> Event:
        """Under its id; whoever hears of it first takes it up, and a sweep from ``sweep_at`` on."""
        ...

    async def open(self, event_id: EventId) -> list[Delivery]:
        """Who has not done it yet."""
        ...

    async def finish(self, event_id: EventId, handler: str) -> bool:
        """Done, by this transaction; False when it was done before, or given up on."""
        ...

    async def overdue(self, handlers: Sequence[str], *, now: datetime, again_at: datetime, most: int) -> list[Delivery]:
        """What none of these did in time, taken up now; ``attempts`` counts this.

        What only another version's code minds is left to it.
        """
        ...

    async def hand_back(self, event_id: EventId, handler: str, now: datetime) -> None:
        """As if it had not been taken up."""
        ...

    async def hurry(self, event_ids: Sequence[EventId], now: datetime) -> None:
        """The bus did not take them: a sweep may, from now on."""
        ...

    async def count(self, event_id: EventId, handler: str) -> int:
        """It was taken up in vain once more; returns how often by now."""
        ...

    async def put_back(self, event_id: EventId, handler: str, *, due_at: datetime, fault: str) -> None: ...

    async def bury(self, event_id: EventId, handler: str, *, fault: str) -> None: ...

    async def unfinished(self) -> int: ...

    async def dead(self) -> list[DeadDelivery]: ...

    async def revive(self, event_id: EventId, now: datetime) -> bool:
        """All of an event's deliveries that were given up on."""
        ...

    async def drop(self, event_id: EventId) -> bool: ...

    async def forget(self, before: datetime, most: int) -> int:
        """Drops events that everybody has done with; returns how many."""
        ...
