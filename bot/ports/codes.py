"""The need for one-time codes that nobody can read back, guess at leisure, or use twice."""

from datetime import datetime
from typing import Literal, Protocol

import msgspec

from bot.domain.ids import AddressId, PersonId

Purpose = Literal["invite", "link"]


class NewCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code to be kept before it is told.

    person_id  who asked for it; None for an invitation
    typed_at   the only address it may be typed at; None when any may
    links      the address that becomes the person's when it is typed; None when the typing one does
    """

    purpose: Purpose
    code: str
    expires_at: datetime
    person_id: PersonId | None = None
    typed_at: AddressId | None = None
    links: AddressId | None = None


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """What a right code gives."""

    person_id: PersonId | None
    links: AddressId | None


class Codes(Protocol):
    """Codes kept as keyed fingerprints: single use, five tries, and a newer one voids the older of its person."""

    async def issue(self, new: NewCode, at: datetime) -> None: ...

    async def redeem(self, purpose: Purpose, code: str, address_id: AddressId, at: datetime) -> Grant | None:
        """The grant of a right code, used up by this; None for every failure alike, counted against who guessed."""
        ...

    async def awaited_at(self, address_id: AddressId, at: datetime) -> bool:
        """Whether a code is expected to be typed at this address right now."""
        ...

    async def issued_since(self, person_id: PersonId, since: datetime) -> int: ...

    async def sent_to_since(self, address_id: AddressId, since: datetime) -> int:
        """How many codes went to an address, whoever asked for them."""
        ...
