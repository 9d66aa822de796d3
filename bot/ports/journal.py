"""The need to know what was done, for ever: to undo it, and to build the ledger again."""

from datetime import datetime
from typing import Protocol

from bot.domain.act import Act, Deed
from bot.domain.ids import ActId, LedgerId, MessageId, PersonId


class Journal(Protocol):
    """Append-only. An act is undone by another act, at most once."""

    async def write(
        self, ledger_id: LedgerId, person_id: PersonId, deed: Deed, *, at: datetime, message_id: MessageId | None
    ) -> ActId: ...

    async def undoable(self, person_id: PersonId, since: datetime) -> list[Act]:
        """What this person did and did not undo, newest first: the last 50 acts, and all else their messages did."""
        ...

    async def undoable_of(self, person_id: PersonId, message_id: MessageId, since: datetime) -> list[Act]:
        """What one message did and nobody undid, newest first."""
        ...

    async def all(self, ledger_id: LedgerId) -> list[Act]: ...

    async def of_trace(self, trace_id: str) -> list[Act]:
        """What the message with this trace id did, in order."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None:
        """After two people turned out to be one: their acts are read as one history."""
        ...
