"""Taking back what the last message did, for a day, from either phone."""

from datetime import timedelta

from bot.domain.act import Act, Amended, Booked, BudgetSet, Merged, PreferenceSet, Removed, Undone
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.preferences import with_preference

UNDO_FOR = timedelta(hours=24)


async def undo_last_message(tx: Tx, visit: Visit) -> list[Act]:
    """Undoes all acts of the last message that did any, newest first, and returns them; empty when none is left."""
    acts = await tx.journal.undoable(visit.person_id, visit.now - UNDO_FOR)
    if not acts:
        return []
    last = acts[0]
    together = [act for act in acts if act.message_id == last.message_id] if last.message_id is not None else [last]
    for act in together:
        await _take_back(tx, visit, act)
        await write_deed(tx, visit, Undone(act.id))
    return together


async def _take_back(tx: Tx, visit: Visit, act: Act) -> None:
    deed = act.deed
    if isinstance(deed, Booked):
        current = await tx.books.booking(visit.ledger_id, deed.booking.id)
        if current:
            await tx.books.remove(visit.ledger_id, current)
    elif isinstance(deed, Removed):
        await tx.books.restore(visit.ledger_id, deed.booking)
    elif isinstance(deed, Amended):
        current = await tx.books.booking(visit.ledger_id, deed.booking_id)
        if current:
            await tx.books.change(visit.ledger_id, current, deed.before)
    elif isinstance(deed, BudgetSet):
        await _take_back_budget(tx, visit, deed)
    elif isinstance(deed, PreferenceSet):
        await tx.people.change(with_preference(await tx.people.person(visit.person_id), deed.key, deed.before))
    else:
        assert not isinstance(deed, Undone | Merged), "the journal offers neither as undoable"


async def _take_back_budget(tx: Tx, visit: Visit, deed: BudgetSet) -> None:
    if deed.before:
        await tx.budgets.put(visit.ledger_id, deed.before)
    else:
        await tx.budgets.remove(visit.ledger_id, deed.after.id)
