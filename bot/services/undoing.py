"""Taking back what the last message did, for a day, from either phone."""

from datetime import timedelta

from bot.domain.act import Act, Amended, Booked, BudgetSet, PreferenceSet, Removed, Undone
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.preferences import preference, with_preference

UNDO_FOR = timedelta(hours=24)


async def undo_last_message(tx: Tx, visit: Visit) -> list[Act]:
    """Undoes all acts of the last message that still shows, newest first, and returns them; empty when none is left.

    What another phone's history put out of force when two phones became one is passed over: it is not there to undo.
    """
    acts = await tx.journal.undoable(visit.person_id, visit.now - UNDO_FOR)
    while acts:
        together = _last_message_of(acts)
        undone = [act for act in together if await _take_back(tx, visit, act)]
        for act in together:
            await write_deed(tx, visit, Undone(act.id))
        if undone:
            return undone
        acts = [act for act in acts if act not in together]
    return []


def _last_message_of(acts: list[Act]) -> list[Act]:
    message_id = acts[0].message_id
    return [act for act in acts if act.message_id == message_id] if message_id is not None else acts[:1]


async def _take_back(tx: Tx, visit: Visit, act: Act) -> bool:
    """False when the act is not in force any more."""
    deed = act.deed
    if isinstance(deed, Booked):
        current = await tx.books.booking(visit.ledger_id, deed.booking.id)
        if current:
            await tx.books.remove(visit.ledger_id, current)
        return current is not None
    if isinstance(deed, Amended):
        current = await tx.books.booking(visit.ledger_id, deed.booking_id)
        if current:
            await tx.books.change(visit.ledger_id, current, deed.before)
        return current is not None
    if isinstance(deed, Removed):
        await tx.books.restore(visit.ledger_id, deed.booking)
        return True
    if isinstance(deed, BudgetSet):
        return await _take_back_budget(tx, visit, deed)
    assert isinstance(deed, PreferenceSet), "the journal offers nothing else as undoable"
    return await _take_back_preference(tx, visit, deed)


async def _take_back_budget(tx: Tx, visit: Visit, deed: BudgetSet) -> bool:
    if deed.after not in await tx.budgets.all(visit.ledger_id):
        return False
    if deed.before:
        await tx.budgets.put(visit.ledger_id, deed.before)
    else:
        await tx.budgets.remove(visit.ledger_id, deed.after.id)
    return True


async def _take_back_preference(tx: Tx, visit: Visit, deed: PreferenceSet) -> bool:
    person = await tx.people.person(visit.person_id)
    if preference(person, deed.key) != deed.after:
        return False
    await tx.people.change(with_preference(person, deed.key, deed.before))
    return True
