"""The need to know who is writing, and where they can be reached."""

from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.ids import AddressId, LedgerId, PersonId
from bot.domain.letter import Address
from bot.domain.person import KnownAddress, Person


class Newcomer(msgspec.Struct, frozen=True, kw_only=True):
    """What is assumed of somebody until they say otherwise."""

    timezone: str
    locale: str
    currency: str
    name: str = ""
    language: str = "en"


def lane_of(known: KnownAddress) -> int:
    """Whose turn it is by: a person's id, or for a stranger the address's; one number space, so theirs is negative."""
    return -known.id if known.person_id is None else int(known.person_id)


class Caller(msgspec.Struct, frozen=True):
    """An address, whose it is, and whether they were asked something that is still open."""

    known: KnownAddress
    person: Person | None
    is_asked: bool

    @property
    def lane(self) -> int:
        return lane_of(self.known)


class People(Protocol):
    """People and their addresses. Addresses are sealed at rest and found by a keyed fingerprint."""

    async def meet(self, address: Address, at: datetime) -> KnownAddress:
        """The address as it is known; a first meeting is written down."""
        ...

    async def caller(self, address: Address, at: datetime) -> Caller:
        """Who writes from an address, all in one look; a first meeting is written down.

        Their lane is held from here on: nobody else acts for them until this transaction ends.
        """
        ...

    async def hold(self, lane: int) -> None:
        """Holds one more lane; Conflict when its holder waits for one that is held here."""
        ...

    async def who(self, address_id: AddressId) -> tuple[KnownAddress, Person | None]: ...

    async def person(self, person_id: PersonId) -> Person: ...

    async def everyone(self) -> list[Person]: ...

    async def of_ledger(self, ledger_id: LedgerId) -> list[Person]: ...

    async def addresses_of(self, person_id: PersonId) -> list[KnownAddress]: ...

    async def add(self, newcomer: Newcomer, at: datetime) -> Person:
        """A new person with a ledger of their own."""
        ...

    async def change(self, person: Person) -> None: ...

    async def give_address(self, address_id: AddressId, person_id: PersonId) -> None:
        """A stranger's address becomes somebody's; what waits from there waits in their lane, behind what does."""
        ...

    async def rehome(self, from_person: PersonId, to_person: PersonId) -> None:
        """All addresses of one person become another's, with what waits in their lane and the codes they asked for."""
        ...

    async def set_state(self, address_id: AddressId, state: str) -> None: ...

    async def welcomed(self, address_id: AddressId, at: datetime) -> None: ...
