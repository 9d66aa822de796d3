"""Taking back what was said of things to come: reminders, bills and goals, with what the clock plans of them."""

from bot.domain.act import BillRemoved, BillSet, GoalRemoved, GoalSet, ReminderCancelled, ReminderSet
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.reminding import set_removed
from bot.services.unasked.planning import plan

PlanDeed = ReminderSet | ReminderCancelled | BillSet | BillRemoved | GoalSet | GoalRemoved


async def take_back_plan(tx: Tx, visit: Visit, deed: PlanDeed) -> bool:
    """False when it is not in force any more."""
    if isinstance(deed, ReminderSet | ReminderCancelled):
        return await set_removed(tx, visit, deed.reminder_id, removed=isinstance(deed, ReminderSet))
    if isinstance(deed, BillSet | BillRemoved):
        bill = deed.after if isinstance(deed, BillSet) else deed.bill
        taken_back = await _take_back_bill(tx, visit, deed)
        if taken_back:
            await plan(tx, visit, f"bill:{bill.id}")
        return taken_back
    return await _take_back_goal(tx, visit, deed)


async def _take_back_bill(tx: Tx, visit: Visit, deed: BillSet | BillRemoved) -> bool:
    if isinstance(deed, BillRemoved):
        return await tx.bills.set_removed(visit.ledger_id, deed.bill.id, removed=False)
    if await tx.bills.one(visit.ledger_id, deed.after.id) != deed.after:
        return False
    if deed.before is None:
        return await tx.bills.set_removed(visit.ledger_id, deed.after.id, removed=True)
    await tx.bills.change(visit.ledger_id, deed.before)
    return True


async def _take_back_goal(tx: Tx, visit: Visit, deed: GoalSet | GoalRemoved) -> bool:
    if isinstance(deed, GoalRemoved):
        return await tx.goals.set_removed(visit.ledger_id, deed.goal.id, removed=False)
    if await tx.goals.one(visit.ledger_id, deed.after.id) != deed.after:
        return False
    if deed.before is None:
        return await tx.goals.set_removed(visit.ledger_id, deed.after.id, removed=True)
    await tx.goals.change(visit.ledger_id, deed.before)
    return True
