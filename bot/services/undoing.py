"""Taking back what a message did, for a day, from either phone."""

from datetime import timedelta

from bot.domain.act import (
    Act,
    Amended,
    Booked,
    BudgetRemoved,
    BudgetSet,
    Laid,
    Meant,
    PreferenceSet,
    Removed,
    Snoozed,
    Undone,
)
from bot.domain.booking import says_the_same
from bot.domain.ids import MessageId
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.naming import place_meant
from bot.services.preferences import follow_preference, preference, with_preference
from bot.services.unasked.pace import PACE
from bot.services.unasked.planning import plan
from bot.services.unasked.snoozing import wake
from bot.services.undoing_plans import PlanDeed, take_back_plan

UNDO_FOR = timedelta(hours=24)


async def undo_last_message(tx: Tx, visit: Visit) -> list[Act]:
    """Undoes all acts of the last message that still shows, newest first, and returns them; empty when none is left.

    What another phone's history put out of force when two phones became one is passed over: it is not there to undo.
    """
    acts = await tx.journal.undoable(visit.person_id, visit.now - UNDO_FOR)
    while acts:
        together = _last_message_of(acts)
        undone = await _take_back_together(tx, visit, together)
        if undone:
            return undone
        acts = [act for act in acts if act not in together]
    return []


async def undo_message(tx: Tx, visit: Visit, message_id: MessageId) -> list[Act]:
    """Undoes what one message did, newest first, whatever came after it; empty when nothing of it is in force."""
    acts = await tx.journal.undoable_of(visit.person_id, message_id, visit.now - UNDO_FOR)
    return await _take_back_together(tx, visit, acts)


async def _take_back_together(tx: Tx, visit: Visit, acts: list[Act]) -> list[Act]:
    undone = [act for act in acts if await _take_back(tx, visit, act)]
    for act in undone:
        await write_deed(tx, visit, Undone(act.id))
    return undone


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
        if current is None or not says_the_same(current.entry, deed.after):
            return False
        await tx.books.change(visit.ledger_id, current, deed.before)
        return True
    if isinstance(deed, Removed):
        await tx.books.restore(visit.ledger_id, deed.booking)
        return True
    if isinstance(deed, BudgetSet):
        return await _take_back_budget(tx, visit, deed)
    if isinstance(deed, BudgetRemoved):
        return await _bring_budget_back(tx, visit, deed)
    if isinstance(deed, Laid | Meant):
        return await _take_back_word(tx, visit, deed)
    if isinstance(deed, PlanDeed):
        return await take_back_plan(tx, visit, deed)
    if isinstance(deed, Snoozed):
        return await wake(tx, visit, deed)
    assert isinstance(deed, PreferenceSet), "the journal offers nothing else as undoable"
    return await _take_back_preference(tx, visit, deed)


async def _bring_budget_back(tx: Tx, visit: Visit, deed: BudgetRemoved) -> bool:
    """False where another budget has taken its place meanwhile."""
    if any(budget.scope == deed.budget.scope for budget in await tx.budgets.all(visit.ledger_id)):
        return False
    await tx.budgets.put(visit.ledger_id, deed.budget)
    await plan(tx, visit, PACE)
    return True


async def _take_back_word(tx: Tx, visit: Visit, deed: Laid | Meant) -> bool:
    if isinstance(deed, Laid):
        lies = await place_meant(tx, visit, deed.after.word)
        in_force = (lies.group, lies.leaf) == (deed.after.group, deed.after.leaf)
        if in_force:
            await tx.books.lay(visit.ledger_id, "expense", deed.before)
        return in_force
    in_force = (await tx.meanings.of(visit.ledger_id, deed.word, "") or "") == deed.after
    if in_force:
        await tx.meanings.put(visit.ledger_id, deed.word, deed.before)
    return in_force


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
    before = with_preference(person, deed.key, deed.before)
    await tx.people.change(before)
    await follow_preference(tx, visit.of(before), deed.key)
    return True
