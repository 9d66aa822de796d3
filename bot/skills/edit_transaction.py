"""edit_transaction: "no, 14 not 40", "that was yesterday", "remove the haircut"."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from bot.domain.answer import Answer, Line
from bot.domain.booking import Booking, Entry
from bot.domain.budget import Standing
from bot.domain.decision import SkillCall, Slots
from bot.domain.ids import BookingId, BudgetId
from bot.domain.money import Money
from bot.domain.taxonomy import fold, place_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.alerts import warn_budget_reached
from bot.services.bookkeeping import amend_booking, remove_booking
from bot.services.budgeting import standings_touched
from bot.skills.recording import LONGEST_WORD, standing_lines
from bot.skills.skill import Outcome, read_slots

# How far back a word like "the coffee" is looked for.
LOOK_BACK = 200
LAST = ("", "last", "that", "it")


class EditSlots(msgspec.Struct, frozen=True):
    """``booking`` by id (from a button), else ``target`` by word and ``target_amount``; the rest is what changes."""

    booking: int | None = None
    target: str | None = None
    target_amount: Decimal | None = None
    action: Literal["update", "delete"] = "update"
    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    merchant: str | None = None
    date: dt.date | None = None


class EditTransaction:
    """Changes or removes the last booking, or the latest one that the words fit."""

    name = "edit_transaction"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, EditSlots)
        booking = await _find(tx, visit, wanted)
        if booking is None:
            return Outcome((_not_found(visit, wanted),))
        if wanted.action == "delete":
            await remove_booking(tx, visit, booking)
            return Outcome((visit.voice.line("edit.removed", before=what(visit, booking.entry)),))
        after = _changed(booking.entry, wanted, own_currency=visit.person.currency)
        if after == booking.entry:
            return _ask_what(visit, booking, wanted)
        return await _amend(tx, visit, booking, after)


async def _amend(tx: Tx, visit: Visit, booking: Booking, after: Entry) -> Outcome:
    before = {standing.budget.id: standing for standing in await standings_touched(tx, visit, after)}
    changed = await amend_booking(tx, visit, booking, after)
    standings = await standings_touched(tx, visit, changed.entry)
    said = visit.voice.line("edit.changed", before=what(visit, booking.entry), after=what(visit, after))
    alerts = [await warn_budget_reached(tx, visit, standing, _spent_before(before, standing)) for standing in standings]
    lines: list[Line] = standing_lines(visit, after, standings)
    told: tuple[Answer, ...] = tuple(alert for alert in alerts if alert)
    return Outcome((joined(said, *lines),), None, told)


def _spent_before(before: dict[BudgetId, Standing], now: Standing) -> Money:
    earlier = before.get(now.budget.id)
    return earlier.spent if earlier else Money(0, now.spent.currency)


async def _find(tx: Tx, visit: Visit, wanted: EditSlots) -> Booking | None:
    if wanted.booking is not None:
        return await tx.books.booking(visit.ledger_id, BookingId(wanted.booking))
    target = fold(wanted.target or "")
    plain = target in LAST and wanted.target_amount is None
    for booking in await tx.books.latest(visit.ledger_id, 1 if plain else LOOK_BACK):
        if plain or _fits(booking.entry, target, wanted.target_amount):
            return booking
    return None


def _fits(entry: Entry, target: str, amount: Decimal | None) -> bool:
    if amount is not None and entry.amount.amount != amount:
        return False
    words = f"{entry.place.word} {entry.place.leaf} {entry.merchant} {entry.note}"
    return target in LAST or all(word in fold(words) for word in target.split())


def _changed(entry: Entry, wanted: EditSlots, *, own_currency: str) -> Entry:
    amount = entry.amount
    if wanted.amount is not None:
        # "no, 14" comes with the person's own currency, said or not: a foreign booking keeps its own.
        meant = amount.currency if wanted.currency in (None, own_currency) else wanted.currency
        amount = Money.of(wanted.amount, meant)
    return msgspec.structs.replace(
        entry,
        amount=amount,
        place=place_of(wanted.category[:LONGEST_WORD]) if wanted.category else entry.place,
        merchant=wanted.merchant[:LONGEST_WORD] if wanted.merchant else entry.merchant,
        booked_on=wanted.date or entry.booked_on,
    )


def what(visit: Visit, entry: Entry) -> str:
    """A booking in a few words: "$45.30 groceries"."""
    facts: dict[str, Fact] = {"amount": entry.amount, "category": entry.category}
    if entry.booked_on == visit.today:
        return visit.voice.text("edit.what", **facts)
    return visit.voice.text("edit.what_on", **facts, day=entry.booked_on)


def _ask_what(visit: Visit, booking: Booking, wanted: EditSlots) -> Outcome:
    if wanted.amount or wanted.category or wanted.date or wanted.merchant:
        return Outcome((visit.voice.line("edit.same", before=what(visit, booking.entry)),))
    call = SkillCall("edit_transaction", {"booking": booking.id})
    return Outcome((visit.voice.line("edit.change_what"),), Asked(missing=(call,), slot="amount"))


def _not_found(visit: Visit, wanted: EditSlots) -> Line:
    target = wanted.target or str(wanted.target_amount or "")
    if fold(target) in LAST:
        return visit.voice.line("edit.nothing")
    return visit.voice.line("edit.not_found", target=target[:LONGEST_WORD])
