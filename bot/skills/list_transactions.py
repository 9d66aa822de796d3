"""list_transactions: the bookings themselves, the newest day first."""

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import Entry
from bot.domain.decision import Slots
from bot.domain.period import Period
from bot.domain.taxonomy import scope_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.books import Search
from bot.ports.store import Tx
from bot.services.bookkeeping import DAYS_AHEAD, DAYS_BACK
from bot.skills.skill import Outcome, read_slots

USUAL_LIMIT = 5
LARGEST_LIMIT = 50


class ListSlots(msgspec.Struct, frozen=True):
    """At most ``limit`` bookings, 5 unless said, 50 at the most."""

    limit: int | None = None
    period: Period | None = None
    category: str | None = None
    merchant: str | None = None


class ListTransactions:
    """Day, amount, category and merchant of each."""

    name = "list_transactions"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, ListSlots)
        usual = LARGEST_LIMIT if wanted.period else USUAL_LIMIT
        search = Search(
            period=wanted.period or _ever(visit),
            scope=scope_of(wanted.category),
            merchant=wanted.merchant or "",
            most=max(1, min(wanted.limit or usual, LARGEST_LIMIT)),
        )
        found = await tx.books.search(visit.ledger_id, search)
        if not found:
            return Outcome((_nothing(visit, wanted),))
        title = (
            visit.voice.line("list.title_period", period=wanted.period)
            if wanted.period
            else visit.voice.line("list.title")
        )
        return Outcome((title, *(_row(visit, booking.entry) for booking in found)))


def _row(visit: Visit, entry: Entry) -> Line:
    facts: dict[str, Fact] = {"day": entry.booked_on, "amount": entry.amount, "category": entry.category}
    if entry.kind == "income":
        return visit.voice.line("list.income", **facts)
    if entry.merchant and entry.merchant != entry.category:
        return visit.voice.line("list.expense_at", **facts, merchant=entry.merchant)
    return visit.voice.line("list.expense", **facts)


def _nothing(visit: Visit, wanted: ListSlots) -> Line:
    if wanted.category or wanted.merchant:
        return visit.voice.line("list.none_found")
    if wanted.period:
        return visit.voice.line("list.none_period", period=wanted.period)
    return visit.voice.line("list.none")


def _ever(visit: Visit) -> Period:
    """Every day a booking may be on."""
    ordinal = visit.today.toordinal()
    day = type(visit.today)
    return Period(day.fromordinal(ordinal - DAYS_BACK), day.fromordinal(ordinal + DAYS_AHEAD))
