"""The need for books that add up by construction."""

from datetime import date
from typing import Protocol

import msgspec

from bot.domain.booking import Booking, BookingKind, Entry
from bot.domain.ids import BookingId, LedgerId, PersonId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Place, Scope


class Sum(msgspec.Struct, frozen=True):
    """So much in so many bookings; one sum a currency."""

    amount: Money
    bookings: int


class Slice(msgspec.Struct, frozen=True):
    """One category's part of a period."""

    place: Place
    amount: Money
    bookings: int


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """Which bookings to list; newest day first."""

    period: Period
    scope: Scope
    kind: BookingKind | None = None
    merchant: str = ""
    most: int = 10


class Books(Protocol):
    """Double entry: each write keeps lines and running totals in step with the booking.

    ``change``, ``remove`` and ``restore`` raise Conflict when the booking is not there to be changed: another
    ledger's, removed before, or already back. A word lies in one place in a ledger: where it was first booked.
    """

    async def add(self, ledger_id: LedgerId, person_id: PersonId, entry: Entry) -> Booking: ...

    async def change(self, ledger_id: LedgerId, booking: Booking, after: Entry) -> Booking: ...

    async def remove(self, ledger_id: LedgerId, booking: Booking) -> None: ...

    async def restore(self, ledger_id: LedgerId, booking: Booking) -> None:
        """Puts a removed booking back under its old id."""
        ...

    async def booking(self, ledger_id: LedgerId, booking_id: BookingId) -> Booking | None: ...

    async def latest(self, ledger_id: LedgerId, most: int) -> list[Booking]:
        """By when they were booked, the newest first."""
        ...

    async def search(self, ledger_id: LedgerId, search: Search) -> list[Booking]: ...

    async def sums(self, ledger_id: LedgerId, kind: BookingKind, scope: Scope, period: Period) -> list[Sum]:
        """Read from running totals: the cost does not grow with the number of bookings."""
        ...

    async def sums_at_merchant(
        self, ledger_id: LedgerId, kind: BookingKind, merchant: str, period: Period
    ) -> list[Sum]: ...

    async def slices(self, ledger_id: LedgerId, kind: BookingKind, period: Period) -> list[Slice]:
        """Every category with anything in the period, the largest first within a currency."""
        ...

    async def usual_words(self, ledger_id: LedgerId, since: date, most: int) -> list[str]:
        """The person's own expense categories, the most used first."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> int:
        """Brings every booking of one ledger into another; returns how many."""
        ...
