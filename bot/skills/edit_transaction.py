"""edit_transaction: "no, 14 not 40", "that was yesterday", "remove the haircut", "all Tesco are groceries"."""

from bot.domain.answer import Answer, Line
from bot.domain.booking import PEOPLE, Booking, Entry
from bot.domain.budget import Standing
from bot.domain.decision import SkillCall, Slots
from bot.domain.ids import BookingId, BudgetId
from bot.domain.money import Money
from bot.domain.sharing import name_as_written
from bot.domain.taxonomy import OTHER
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.bookkeeping import amend_booking, remove_booking
from bot.services.budgeting import standings_touched
from bot.services.unasked.budget_marks import warn_budget_reached
from bot.skills.account_words import account_name
from bot.skills.booking_lines import what
from bot.skills.bulk_edit import edit_every
from bot.skills.correcting import corrected
from bot.skills.edit_slots import EditSlots
from bot.skills.finding import bookings_meant
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD, echo, standing_lines, which_category
from bot.skills.shared_expense import parts_said
from bot.skills.skill import Outcome, read_slots

# How far back a word like "the coffee" is looked for among all that was booked; after that by category and merchant.
LOOK_BACK = 200


class EditTransaction:
    """Changes or removes the last booking, the latest one that the words fit, or every one."""

    name = "edit_transaction"
    takes = EditSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, EditSlots)
        if wanted.every:
            return await edit_every(tx, visit, wanted)
        booking = await _find(tx, visit, wanted)
        if wanted.category == "":
            return await _ask_category(tx, visit, booking)
        if booking is None:
            return Outcome((_not_found(visit, wanted),))
        if wanted.action == "delete":
            await remove_booking(tx, visit, booking)
            said = visit.voice.line("edit.removed", before=what(visit, booking.entry))
            return Outcome((said,), offers=undo_offer(visit))
        after = await corrected(tx, visit, booking.entry, wanted)
        if after == booking.entry:
            return _ask_what(visit, booking, wanted)
        return await _amend(tx, visit, booking, after)


async def _amend(tx: Tx, visit: Visit, booking: Booking, after: Entry) -> Outcome:
    before = {standing.budget.id: standing for standing in await standings_touched(tx, visit, after)}
    changed = await amend_booking(tx, visit, booking, after)
    standings = await standings_touched(tx, visit, changed.entry)
    said = _changed_line(visit, booking.entry, changed.entry)
    alerts = [await warn_budget_reached(tx, visit, standing, _spent_before(before, standing)) for standing in standings]
    parts = await parts_said(tx, visit, changed.entry) if _owes_otherwise(booking.entry, changed.entry) else []
    lines: list[Line] = [*parts, *standing_lines(visit, after, standings)]
    told: tuple[Answer, ...] = tuple(alert for alert in alerts if alert)
    return Outcome((joined(said, *lines),), None, told, offers=undo_offer(visit))


def _changed_line(visit: Visit, before: Entry, after: Entry) -> Line:
    """What it was and what it is; what a few words do not show is said on its own."""
    voice = visit.voice
    if what(visit, before) != what(visit, after):
        return voice.line("edit.changed", before=what(visit, before), after=what(visit, after))
    if before.tags != after.tags:
        return voice.line("edit.tagged", what=what(visit, after), tags=" ".join(f"#{tag}" for tag in after.tags))
    if before.note != after.note:
        return voice.line("edit.noted", what=what(visit, after), note=after.note)
    if before.account != after.account:
        return voice.line("edit.account", what=what(visit, after), account=account_name(visit, after.account))
    return voice.line("edit.merchant", what=what(visit, after), merchant=name_as_written(after.merchant))


def _owes_otherwise(before: Entry, after: Entry) -> bool:
    """Whether somebody owes another amount than before."""
    if after.account.group == PEOPLE and after.kind == "expense":
        return before.amount != after.amount
    return before.shares != after.shares


def _spent_before(before: dict[BudgetId, Standing], now: Standing) -> Money:
    earlier = before.get(now.budget.id)
    return earlier.spent if earlier else Money(0, now.spent.currency)


async def _find(tx: Tx, visit: Visit, wanted: EditSlots) -> Booking | None:
    """The latest that fits: first among what was booked last, then by category and merchant, however long ago."""
    if wanted.booking is not None:
        return await tx.books.booking(visit.ledger_id, BookingId(wanted.booking))
    latest = await tx.books.latest(visit.ledger_id, 1 if wanted.names_nothing else LOOK_BACK)
    fitting = [booking for booking in latest if wanted.fits(booking.entry)]
    # Of two coffees "5, not 4.50" means the one of 4.50; where none is, that may be a slip.
    as_it_was = (booking for booking in fitting if booking.entry.amount.amount == wanted.instead_of)
    found = next(as_it_was, None) or next(iter(fitting), None)
    return found or next(iter(await bookings_meant(tx, visit, wanted)), None)


def _ask_what(visit: Visit, booking: Booking, wanted: EditSlots) -> Outcome:
    if wanted.says_change:
        return Outcome((visit.voice.line("edit.same", before=what(visit, booking.entry)),))
    call = SkillCall("edit_transaction", {"booking": booking.id})
    return Outcome((visit.voice.line("edit.change_what"),), Asked(missing=(call,), slot="amount"))


async def _ask_category(tx: Tx, visit: Visit, booking: Booking | None) -> Outcome:
    """Asked once more; nothing where it was told or taken out meanwhile."""
    if booking is None or booking.entry.category != OTHER:
        return Outcome()
    ask = visit.voice.line("booked.which_category")
    return Outcome((joined(echo(visit, booking.entry), ask),), await which_category(tx, visit, booking))


def _not_found(visit: Visit, wanted: EditSlots) -> Line:
    target = wanted.word or str(wanted.amount_meant or "")
    if not target:
        return visit.voice.line("edit.nothing")
    return visit.voice.line("edit.not_found", target=target[:LONGEST_WORD])
