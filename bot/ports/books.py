"""The need for books that add up by construction."""

from datetime import date
from typing import Literal, Protocol

import msgspec

from bot.domain.booking import AccountKind, Booking, BookingKind, Entry
from bot.domain.ids import BookingId, LedgerId, PersonId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Place, Scope

Flow = Literal["expense", "income"]
"""What is summed: what was spent, or what came in. Transfers and balances are neither."""

Grouping = Literal["merchant", "tag", "account"]
Grain = Literal["day", "month"]
Order = Literal["newest", "largest", "smallest"]
Holding = Literal["asset", "person"]


class Sum(msgspec.Struct, frozen=True):
    """So much in so many bookings; one sum a currency."""

    amount: Money
    bookings: int


class Slice(msgspec.Struct, frozen=True):
    """One category's part of a period."""

    place: Place
    amount: Money
    bookings: int


class Group(msgspec.Struct, frozen=True):
    """What went to one merchant, under one tag, or through one account."""

    name: str
    amount: Money
    bookings: int


class Point(msgspec.Struct, frozen=True):
    """What one day or one month came to."""

    starts_on: date
    amount: Money
    bookings: int


class Balance(msgspec.Struct, frozen=True):
    """What is in an account of the person's own, or open between them and somebody (positive: they owe the person)."""

    place: Place
    amount: Money


class Total(msgspec.Struct, frozen=True):
    """One running total: of an account (``folded`` as the books compare words) in a span that starts on a day."""

    kind: AccountKind
    folded: str
    span: Literal["day", "month", "ever"]
    starts_on: date
    currency: str


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """Which bookings are meant: all that is said must hold, "" is anything."""

    period: Period
    scope: Scope
    merchant: str = ""
    tag: str = ""
    account: str = ""
    person: str = ""


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """Which bookings to list, and in which order: by the day, or by the person's own part, this currency's first."""

    which: Which
    kind: BookingKind | None = None
    order: Order = "newest"
    currency: str = ""
    most: int = 10


class Books(Protocol):
    """Double entry: each write keeps lines and running totals in step with the booking.

    ``change``, ``remove`` and ``restore`` raise Conflict when the booking is not there to be changed: another
    ledger's, removed before, or already back. A word lies in one place in a ledger: where it was first booked, or
    laid since. Amounts are the person's own part: what others owe of an expense is no expense.
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

    async def sums(self, ledger_id: LedgerId, flow: Flow, scope: Scope, period: Period) -> list[Sum]:
        """Read from running totals: the cost does not grow with the number of bookings."""
        ...

    async def series(self, ledger_id: LedgerId, flow: Flow, scope: Scope, period: Period, grain: Grain) -> list[Point]:
        """Days or whole months that have anything, in order, from running totals; one point a currency."""
        ...

    async def sums_of(self, ledger_id: LedgerId, flow: Flow, which: Which) -> list[Sum]:
        """Whatever is asked for, read from the bookings of the period (of a merchant's alone where one is named)."""
        ...

    async def groups(self, ledger_id: LedgerId, flow: Flow, by: Grouping, scope: Scope, period: Period) -> list[Group]:
        """Largest first within a currency; bookings without a merchant or tag belong to none."""
        ...

    async def slices(self, ledger_id: LedgerId, flow: Flow, period: Period) -> list[Slice]:
        """Every category with anything in the period, the largest first within a currency."""
        ...

    async def balances(self, ledger_id: LedgerId, holding: Holding) -> list[Balance]:
        """Every account that was ever used, in the order they were opened, one balance a currency; zero too."""
        ...

    async def moved(self, ledger_id: LedgerId, period: Period) -> list[Balance]:
        """What a period put into each account of the person's own, or took out, read from its bookings."""
        ...

    async def stated(self, ledger_id: LedgerId) -> list[tuple[Place, str]]:
        """The accounts whose balance was ever said, and not taken back, each with the currency it was said in."""
        ...

    async def lay(self, ledger_id: LedgerId, flow: Flow, place: Place) -> Place | None:
        """Lays a word at a place, with all that is booked under it; returns where it lay, None when it is new."""
        ...

    async def words(self, ledger_id: LedgerId, flow: Flow) -> list[Place]:
        """Every category there ever was, where it lies now, in the order they were opened."""
        ...

    async def usual_words(self, ledger_id: LedgerId, since: date, most: int) -> list[str]:
        """The person's own expense categories, the most used first."""
        ...

    async def everything(self, ledger_id: LedgerId) -> list[Booking]:
        """All that stand, in the order they were booked: for an auditor, not for an answer."""
        ...

    async def totals(self, ledger_id: LedgerId) -> dict[Total, tuple[int, int]]:
        """Every running total that counts a booking: minor units as they are posted, and how many bookings."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> int:
        """Brings every booking of one ledger into another; returns how many."""
        ...
