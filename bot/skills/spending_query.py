"""spending_query: how much went where, in which days."""

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import BookingKind
from bot.domain.decision import Slots
from bot.domain.period import Period, month_of
from bot.domain.taxonomy import Scope, scope_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.books import Sum
from bot.ports.store import Tx
from bot.skills.skill import Outcome, read_slots

MOST_SLICES = 5


class QuerySlots(msgspec.Struct, frozen=True):
    """Without a period it is this month; ``kind`` is expense unless income is asked for."""

    category: str | None = None
    merchant: str | None = None
    period: Period | None = None
    kind: BookingKind = "expense"


class SpendingQuery:
    """The total of a period, of a category or at a merchant; the largest categories when everything is asked."""

    name = "spending_query"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, QuerySlots)
        period = wanted.period or month_of(visit.today)
        scope = scope_of(wanted.category)
        sums: list[Sum] = []
        merchant = wanted.merchant
        if merchant:
            sums = await tx.books.sums_at_merchant(visit.ledger_id, wanted.kind, merchant, period)
            if not sums and wanted.category:
                merchant = None
        if not merchant:
            sums = await tx.books.sums(visit.ledger_id, wanted.kind, scope, period)
        sums.sort(key=lambda each: each.amount.currency != visit.person.currency)
        about = {"merchant": merchant or "", "category": wanted.category or "", "kind": wanted.kind}
        line = _total(visit, about, scope, period, sums)
        if sums and scope.kind == "all" and not merchant and wanted.kind == "expense":
            return Outcome((line, *await _slices(tx, visit, period)))
        return Outcome((line,))


def _total(visit: Visit, about: dict[str, str], scope: Scope, period: Period, sums: list[Sum]) -> Line:
    voice = visit.voice
    facts: dict[str, Fact] = {"period": period}
    if about["merchant"]:
        key, nothing, facts["merchant"] = "spending.total_at", "spending.nothing_at", about["merchant"]
    elif about["kind"] == "income":
        key, nothing = "spending.income", "spending.nothing_income"
    elif scope.kind == "all":
        key, nothing = "spending.total_all", "spending.nothing_all"
    else:
        key, nothing, facts["category"] = "spending.total", "spending.nothing", about["category"]
    if not sums:
        return voice.line(nothing, **facts)
    also = [voice.line("spending.also", amount=other.amount) for other in sums[1:]]
    return joined(voice.line(key, amount=sums[0].amount, **facts), *also)


async def _slices(tx: Tx, visit: Visit, period: Period) -> list[Line]:
    slices = await tx.books.slices(visit.ledger_id, "expense", period)
    slices.sort(key=lambda each: each.amount.currency != visit.person.currency)
    shown = [
        visit.voice.line("spending.top", category=each.place.word, amount=each.amount) for each in slices[:MOST_SLICES]
    ]
    if len(slices) > MOST_SLICES:
        shown.append(visit.voice.line("spending.more", count=len(slices) - MOST_SLICES))
    return shown
