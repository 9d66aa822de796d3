"""What booking an expense and booking an income have in common: the entry, the echo, what is left, the alert."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.answer import Answer, Line
from bot.domain.booking import Booking, BookingKind, Entry
from bot.domain.budget import Standing
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.money import Money
from bot.domain.taxonomy import OTHER, place_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined, titled
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.alerts import warn_budget_reached
from bot.services.bookkeeping import record_entry
from bot.services.budgeting import standings_touched
from bot.skills.skill import Outcome, read_slots

# What most people spend most on; offered until a person has categories of their own.
USUAL = ("groceries", "eating out", "transport")
LONGEST_WORD = 60


class RecordSlots(msgspec.Struct, frozen=True):
    """``amount`` in units of ``currency``; without a currency it is the person's own."""

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    merchant: str | None = None
    date: dt.date | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


async def record(tx: Tx, visit: Visit, kind: BookingKind, slots: Slots) -> Outcome:
    wanted = read_slots(slots, RecordSlots)
    if wanted.amount is None:
        call = SkillCall(f"record_{kind}", slots)
        return Outcome((visit.voice.line("question.need_amount"),), Asked(missing=(call,), slot="amount"))
    booking = await record_entry(tx, visit, _entry(visit, kind, wanted, wanted.amount))
    standings = await standings_touched(tx, visit, booking.entry)
    line = joined(echo(visit, booking.entry), *standing_lines(visit, booking.entry, standings))
    after = await _alerts(tx, visit, booking.entry, standings)
    if kind == "expense" and not wanted.category and booking.entry.category == OTHER:
        ask = visit.voice.line("booked.which_category")
        return Outcome((joined(line, ask),), await _which_category(tx, visit, booking), after)
    return Outcome((line,), None, after)


def _entry(visit: Visit, kind: BookingKind, wanted: RecordSlots, amount: Decimal) -> Entry:
    word = (wanted.category or ("income" if kind == "income" else OTHER))[:LONGEST_WORD]
    return Entry(
        kind=kind,
        amount=Money.of(amount, wanted.currency or visit.person.currency),
        place=place_of(word),
        booked_on=wanted.date or visit.today,
        merchant=(wanted.merchant or "")[:LONGEST_WORD],
        note=(wanted.note or "")[:200],
        tags=tuple(tag[:LONGEST_WORD] for tag in wanted.tags[:10]),
    )


def echo(visit: Visit, entry: Entry) -> Line:
    """The booking said back: amount, category, and the day when it is not today."""
    facts: dict[str, Fact] = {"amount": entry.amount, "category": entry.category}
    key = f"booked.{entry.kind}"
    if entry.merchant and entry.merchant != entry.category and entry.kind == "expense":
        key, facts["merchant"] = f"{key}_at", entry.merchant
    if entry.booked_on != visit.today:
        key, facts["day"] = f"{key}_on", entry.booked_on
    return visit.voice.line(key, **facts)


def standing_lines(visit: Visit, entry: Entry, standings: list[Standing]) -> list[Line]:
    """What is left of the narrowest budget that counts the entry."""
    if not standings:
        foreign = entry.kind == "expense" and entry.amount.currency != visit.person.currency
        facts: dict[str, Fact] = {"currency": entry.amount.currency, "own": visit.person.currency}
        return [visit.voice.line("booked.foreign", **facts)] if foreign else []
    standing = standings[0]
    named = standing.budget.word != entry.category
    word = titled(standing.budget.word or visit.voice.text("left.everything"))
    key = "left.budget" if standing.left.minor > 0 else "left.over" if standing.left.minor < 0 else "left.exactly"
    facts = {"word": word, "limit": standing.budget.limit, "period": standing.period}
    facts["over" if standing.left.minor < 0 else "left"] = -standing.left if standing.left.minor < 0 else standing.left
    return [visit.voice.line(f"{key}_named" if named else key, **facts)]


async def _alerts(tx: Tx, visit: Visit, entry: Entry, standings: list[Standing]) -> tuple[Answer, ...]:
    told = [await warn_budget_reached(tx, visit, standing, standing.spent - entry.amount) for standing in standings]
    return tuple(alert for alert in told if alert)


async def _which_category(tx: Tx, visit: Visit, booking: Booking) -> Asked:
    since = visit.today.replace(year=visit.today.year - 1, day=1)
    own = await tx.books.usual_words(visit.ledger_id, since, len(USUAL))
    words = list(dict.fromkeys([*own, *USUAL]))[: len(USUAL)]
    return Asked(
        choices=tuple(Choice(word, (_recategorise(booking, word),)) for word in words),
        missing=(_recategorise(booking, ""),),
        slot="category",
    )


def _recategorise(booking: Booking, word: str) -> SkillCall:
    return SkillCall("edit_transaction", {"booking": booking.id, "category": word})
