"""The need to let nothing leave the house that did not happen, and to let everything leave that did."""

from datetime import datetime
from typing import Literal, Protocol

import msgspec

from bot.domain.answer import Answer
from bot.domain.ids import AddressId, AlertId, LetterId, MessageId
from bot.domain.letter import Letter, LetterKind


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A letter before it is posted."""

    address_id: AddressId
    channel: str
    answer: Answer
    kind: LetterKind = "message"
    ref: str | None = None
    message_id: MessageId | None = None
    alert_id: AlertId | None = None
    trace_id: str = ""


class HeldLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter under a lease; its attempt is the fencing number. ``joined`` are those that go out as part of it.

    ``fault`` is what the try before failed by; None where that try left no word.
    """

    address_id: AddressId
    letter: Letter
    posted_at: datetime
    alert_id: AlertId | None = None
    joined: tuple[LetterId, ...] = ()
    fault: str | None = None

    @property
    def attempt(self) -> int:
        return self.letter.attempt


class DeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was given up on, without its words."""

    id: LetterId
    channel: str
    created_at: datetime
    attempts: int
    fault: str
    trace_id: str


class Outbox(Protocol):
    """Letters in lanes, a lane per address, so that answers keep their order.

    ``sent``, ``put_back``, ``hand_back`` and ``bury`` raise Conflict when the lease went to somebody else. What
    cannot be read any more (a torn row, a lost key) is not claimed but dead.
    """

    async def post(self, draft: Draft, *, at: datetime) -> LetterId: ...

    async def claim(self, *, now: datetime, until: datetime, most: int) -> list[HeldLetter]: ...

    async def following(self, held: HeldLetter, most: int, *, tied: bool = False) -> list[tuple[LetterId, Answer]]:
        """The messages that wait right behind a held one, in order, up to the first of another kind or that was
        revived.

        ``tied``: only those that were tied to it.
        """
        ...

    async def tie(self, held: HeldLetter) -> None:
        """Notes that what is joined to it is tried with it: a later try says the very same words."""
        ...

    async def noted(self, *, channel: str, external_ids: list[str]) -> set[str]:
        """Those of the channel's ids that some letter has for its own."""
        ...

    async def hand_back(self, held: HeldLetter, *, due_at: datetime) -> None:
        """As if it had not been claimed: this was no try."""
        ...

    async def renew(self, held: HeldLetter, until: datetime) -> bool: ...

    async def sent(self, held: HeldLetter, *, external_id: str | None, at: datetime) -> None:
        """Sent, with all that was joined to it; the words are wiped, the next to this address becomes the head."""
        ...

    async def put_back(self, held: HeldLetter, *, due_at: datetime, fault: str) -> None: ...

    async def bury(self, held: HeldLetter, *, fault: str, as_state: Literal["dead", "dropped"] = "dead") -> None: ...

    async def alerts_waiting(self, address_id: AddressId) -> list[HeldLetter]:
        """The alerts that wait behind the head of an address, in order; nobody holds them."""
        ...

    async def drop_waiting(self, address_id: AddressId, *, fault: str) -> int:
        """Drops what still waits for an address that must not be written to any more."""
        ...

    async def report(self, *, channel: str, external_id: str, status: str, fault: str | None) -> AddressId | None:
        """Notes what the channel said later; a final status is never overwritten. None when unknown."""
        ...

    async def dead(self) -> list[DeadLetter]: ...

    async def revive(self, letter_id: LetterId, now: datetime) -> bool: ...

    async def drop(self, letter_id: LetterId) -> bool: ...

    async def unsent(self) -> int: ...
