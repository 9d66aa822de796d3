"""list_transactions: the bookings, the newest day or the largest amount first; or the words they lie under."""

from typing import Literal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import Booking, BookingKind
from bot.domain.decision import Slots
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.books import Search
from bot.ports.store import Tx
from bot.skills.asked_days import ever
from bot.skills.booking_lines import row
from bot.skills.own_categories import category_lines
from bot.skills.skill import Outcome, read_slots
from bot.skills.subject import Subject, readings_of

USUAL_LIMIT = 5
LARGEST_LIMIT = 50
# How far what is not shown is counted.
COUNTED = 1_000


class ListSlots(msgspec.Struct, frozen=True):
    """At most ``limit`` bookings, 5 unless said, 50 of a period or at most; the largest are expenses unless said.

    ``of`` categories: the person's own words instead, whatever else is said.
    """

    limit: int | None = None
    period: Period | None = None
    category: str | None = None
    merchant: str | None = None
    tag: str | None = None
    account: str | None = None
    person: str | None = None
    kind: BookingKind | None = None
    order: Literal["newest", "largest"] = "newest"
    of: Literal["bookings", "categories"] = "bookings"

    @property
    def most(self) -> int:
        usual = LARGEST_LIMIT if self.period else USUAL_LIMIT
        return max(1, min(self.limit or usual, LARGEST_LIMIT))

    @property
    def tells_rest(self) -> bool:
        """Whether all of a period were asked for."""
        return self.period is not None and (self.limit or LARGEST_LIMIT) >= LARGEST_LIMIT

    @property
    def is_narrowed(self) -> bool:
        return any((self.category, self.merchant, self.tag, self.account, self.person, self.kind))


class ListTransactions:
    """Day, amount, category and merchant of each, and how many more there are where all were asked for."""

    name = "list_transactions"
    takes = ListSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, ListSlots)
        if wanted.of == "categories":
            return Outcome(await category_lines(tx, visit))
        found = await _find(tx, visit, wanted)
        if not found:
            return Outcome((_nothing(visit, wanted),))
        shown, rest = found[: wanted.most], len(found) - wanted.most
        lines = [_title(visit, wanted), *(row(visit, booking.entry) for booking in shown)]
        if rest > 0 and wanted.tells_rest:
            lines.append(visit.voice.line("list.more" if rest < COUNTED else "list.many_more", count=rest))
        return Outcome(tuple(lines))


async def _find(tx: Tx, visit: Visit, wanted: ListSlots) -> list[Booking]:
    """By the first reading of the words that anything is booked for."""
    said = Subject(
        category=wanted.category or "",
        merchant=wanted.merchant or "",
        tag=wanted.tag or "",
        account=wanted.account or "",
        person=wanted.person or "",
    )
    is_largest = wanted.order == "largest"
    for reading in await readings_of(tx, visit, said):
        search = Search(
            which=reading.which(wanted.period or ever(visit)),
            kind=wanted.kind or ("expense" if is_largest else None),
            order="largest" if is_largest else "newest",
            currency=visit.person.currency,
            most=wanted.most + (COUNTED if wanted.tells_rest else 0),
        )
        found = await tx.books.search(visit.ledger_id, search)
        if found:
            return found
    return []


def _title(visit: Visit, wanted: ListSlots) -> Line:
    key = "list.largest" if wanted.order == "largest" else "list.title"
    if wanted.period:
        return visit.voice.line(f"{key}_period", period=wanted.period)
    return visit.voice.line(key)


def _nothing(visit: Visit, wanted: ListSlots) -> Line:
    if wanted.is_narrowed:
        return visit.voice.line("list.none_found")
    if wanted.period:
        return visit.voice.line("list.none_period", period=wanted.period)
    return visit.voice.line("list.none")
