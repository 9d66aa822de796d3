"""The need to keep every message once and to hand each to one worker at a time."""

from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.ids import AddressId, MessageId
from bot.domain.messages import IncomingMessage


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A message held under a lease; ``attempt`` is the fencing number: an older holder's writes are refused.

    ``fault`` is what the try before failed by; None where that try left no word.
    """

    id: MessageId
    attempt: int
    address_id: AddressId
    message: IncomingMessage
    trace_id: str
    fault: str | None = None


class DeadMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was given up on, without its words."""

    id: MessageId
    source: str
    received_at: datetime
    attempts: int
    fault: str
    trace_id: str


class Inbox(Protocol):
    """Messages in lanes, a lane per person; only the head of a lane may be claimed.

    ``finish``, ``put_back``, ``hand_back`` and ``bury`` raise Conflict when the lease went to somebody else. What
    cannot be read any more (a torn row, a lost key) is not claimed but dead.
    """

    async def keep(
        self, message: IncomingMessage, *, address_id: AddressId, lane: int, at: datetime, trace_id: str
    ) -> bool:
        """False when its id or its proof was kept before: then nothing is written."""
        ...

    async def keep_done(
        self, message: IncomingMessage, *, address_id: AddressId, lane: int, at: datetime, trace_id: str
    ) -> MessageId | None:
        """Keeps a message that this very transaction acts on, without its words.

        None when it was kept before, or when another message of its lane comes first: then nothing is written.
        """
        ...

    async def keep_raw(self, source: str, external_id: str, raw: bytes, *, at: datetime, fault: str) -> None:
        """Keeps what could not be understood, as dead, so that it is never asked for again."""
        ...

    async def claim(self, *, now: datetime, until: datetime, most: int) -> list[Claim]: ...

    async def hand_back(self, claim: Claim) -> None:
        """As if it had not been claimed: this was no try."""
        ...

    async def renew(self, claim: Claim, until: datetime) -> bool: ...

    async def finish(self, claim: Claim) -> None:
        """Done; the words are wiped and the next in the lane becomes its head."""
        ...

    async def put_back(self, claim: Claim, *, not_before: datetime, fault: str) -> None: ...

    async def bury(self, claim: Claim, fault: str) -> None: ...

    async def dead(self) -> list[DeadMessage]: ...

    async def revive(self, message_id: MessageId) -> bool: ...

    async def drop(self, message_id: MessageId) -> bool: ...

    async def unfinished(self) -> int: ...
