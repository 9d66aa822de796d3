"""Many bookings changed or taken out at once: one act each, undone together."""

from contextlib import suppress

from bot.domain.answer import Answer, Line
from bot.domain.booking import Booking, Entry
from bot.domain.budget import Standing
from bot.domain.decision import Choice, SkillCall
from bot.domain.errors import Refused
from bot.domain.ids import BookingId
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import joined, titled
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.bookkeeping import amend_booking, remove_booking
from bot.services.budgeting import period_of, standing_of
from bot.services.naming import meant_by, name_word
from bot.services.unasked.budget_marks import warn_budget_reached
from bot.skills.booking_lines import what
from bot.skills.correcting import corrected
from bot.skills.edit_slots import EditSlots
from bot.skills.finding import bookings_meant
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome

# Half a second of CPU: longer nobody else should wait for the books.
MOST_AT_ONCE = 1_000


async def edit_every(tx: Tx, visit: Visit, wanted: EditSlots) -> Outcome:
    """Says how many; what takes several out asks first."""
    if wanted.action == "keep":
        return Outcome((visit.voice.line("edit.kept"),))
    if wanted.bookings:
        return await _remove(tx, visit, await _still_there(tx, visit, wanted.bookings))
    if wanted.names_nothing:
        return Outcome((visit.voice.line("edit.which"),))
    found = await bookings_meant(tx, visit, wanted)
    if wanted.action == "delete":
        return await _ask_or_remove(tx, visit, found)
    if not wanted.says_change:
        return Outcome((visit.voice.line("edit.change_what"),))
    return await _change(tx, visit, wanted, found)


async def _change(tx: Tx, visit: Visit, wanted: EditSlots, found: list[Booking]) -> Outcome:
    before = await _standings(tx, visit)
    changed, rest = await _amend_all(tx, visit, wanted, found)
    lines = [_counted(visit, "edit.bulk", changed) if changed else _nothing_changed(visit, found)]
    if rest:
        lines.append(visit.voice.line("edit.bulk_rest", count=rest))
    if wanted.word and wanted.category and wanted.period is None and wanted.target_amount is None:
        lines += await _from_now_on(tx, visit, wanted.word, wanted.category)
    told = [
        await warn_budget_reached(tx, visit, now, earlier.spent)
        for earlier, now in zip(before, await _standings(tx, visit), strict=True)
    ]
    alerts: tuple[Answer, ...] = tuple(alert for alert in told if alert)
    return Outcome((joined(*lines),), None, alerts, offers=undo_offer(visit))


async def _amend_all(tx: Tx, visit: Visit, wanted: EditSlots, found: list[Booking]) -> tuple[int, int]:
    """How many were changed and how many are left for another time; those that cannot say it stay as they are."""
    changes: list[tuple[Booking, Entry]] = []
    for booking in found:
        with suppress(Refused):
            after = await corrected(tx, visit, booking.entry, wanted)
            if after != booking.entry:
                changes.append((booking, after))
    for booking, after in changes[:MOST_AT_ONCE]:
        await amend_booking(tx, visit, booking, after)
    return len(changes[:MOST_AT_ONCE]), len(changes[MOST_AT_ONCE:])


async def _from_now_on(tx: Tx, visit: Visit, word: str, category: str) -> list[Line]:
    """What is said of all is meant from now on too; a heading of the taxonomy keeps its own meaning."""
    try:
        changed = await name_word(tx, visit, word[:LONGEST_WORD], category[:LONGEST_WORD])
    except Refused:
        return []
    means = await meant_by(tx, visit, word)
    return [visit.voice.line("naming.means", word=titled(word), means=visit.voice.word(means))] if changed else []


async def _standings(tx: Tx, visit: Visit) -> list[Standing]:
    """Of every budget, now."""
    budgets = await tx.budgets.all(visit.ledger_id)
    return [await standing_of(tx, visit, budget, period_of(visit, budget, visit.today)) for budget in budgets]


def _nothing_changed(visit: Visit, found: list[Booking]) -> Line:
    return visit.voice.line("edit.bulk_same" if found else "edit.none_fit")


def _counted(visit: Visit, key: str, count: int) -> Line:
    return visit.voice.line(f"{key}_one" if count == 1 else key, count=count)


async def _ask_or_remove(tx: Tx, visit: Visit, found: list[Booking]) -> Outcome:
    """One is taken out at once, as always; for several the number is told first."""
    voice = visit.voice
    if not found:
        return Outcome((voice.line("edit.none_fit"),))
    if len(found) > MOST_AT_ONCE:
        return Outcome((voice.line("edit.too_many", most=MOST_AT_ONCE),))
    if len(found) == 1:
        return await _remove(tx, visit, found)
    ids = tuple(booking.id for booking in found)
    days = Period(found[-1].entry.booked_on, found[0].entry.booked_on)
    delete = SkillCall("edit_transaction", {"action": "delete", "every": True, "bookings": ids})
    keep = SkillCall("edit_transaction", {"action": "keep", "every": True})
    choices = (
        Choice(voice.text("edit.delete_yes", count=len(ids)), (delete,)),
        Choice(voice.text("edit.delete_no"), (keep,)),
    )
    return Outcome((voice.line("edit.delete_ask", count=len(ids), period=days),), Asked(choices=choices))


async def _remove(tx: Tx, visit: Visit, found: list[Booking]) -> Outcome:
    for booking in found:
        await remove_booking(tx, visit, booking)
    if len(found) == 1:
        line = visit.voice.line("edit.removed", before=what(visit, found[0].entry))
    else:
        line = _counted(visit, "edit.bulk_removed", len(found))
    return Outcome((line,), offers=undo_offer(visit))


async def _still_there(tx: Tx, visit: Visit, ids: tuple[int, ...]) -> list[Booking]:
    """What was asked about, without what is gone meanwhile."""
    found = [await tx.books.booking(visit.ledger_id, BookingId(each)) for each in ids[:MOST_AT_ONCE]]
    return [booking for booking in found if booking]
