"""Which reader fills the slots of which skill, by the name a rule gives."""

from collections.abc import Callable

from bot.brain.offline import accounts, asking, budgeting, correcting, goals, paying, reminders, sharing
from bot.brain.offline.bookings import slots_of
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.preferences import PREFERENCES
from bot.domain.decision import Slots

Fill = Callable[[Clause], Slots | None]
"""From a clause to slots; None when the words do not make sense together, and the next rule is tried."""


def recurring_expense(clause: Clause) -> Slots | None:
    """A bill or subscription and its rhythm."""
    slots = slots_of(clause)
    slots.pop("date", None)
    day = clause.day()
    rhythm = clause.every()
    if rhythm is None and day and day.monthday > 0:
        rhythm = f"monthly:{day.said_monthday}"
    put(slots, "recurrence", rhythm)
    return slots if "recurrence" in slots or "amount" in slots else None


def recurring_due(clause: Clause) -> Slots | None:
    """A bill told by when it goes out: without a rhythm it is no bill."""
    slots = recurring_expense(clause)
    return slots if slots and "recurrence" in slots else None


_FILLS: dict[str, Fill] = {
    "remind": reminders.remind,
    "cancel_reminder": reminders.cancel_reminder,
    "snooze_alert": reminders.snooze_alert,
    "set_budget": budgeting.set_budget,
    "set_budget/known": budgeting.set_known_budget,
    "budget_status": budgeting.budget_status,
    "spending_query": asking.spending_query,
    "list_transactions": asking.list_transactions,
    "export_data": asking.export_data,
    "edit_transaction": correcting.edit_transaction,
    "edit_transaction/delete": correcting.delete_transaction,
    "edit_transaction/said": correcting.edit_said,
    "edit_transaction/known": correcting.edit_known,
    "edit_transaction/delete_known": correcting.delete_known,
    "set_goal": goals.set_goal,
    "goal_status": goals.goal_status,
    "pay": paying.pay,
    "refund": paying.refund,
    "subscribe": paying.subscription_of_ours,
    "cancel_subscription": paying.subscription_of_ours,
    "forecast": accounts.forecast,
    "balance": accounts.balance,
    "set_balance": accounts.set_balance,
    "record_transfer": accounts.record_transfer,
    "link_account": accounts.link_account,
    "split_expense": sharing.split_expense,
    "share_ledger": sharing.share_ledger,
    "recurring_expense": recurring_expense,
    "recurring_expense/due": recurring_due,
    **{f"set_preference/{way}": fill for way, fill in PREFERENCES.items()},
}


def fill(name: str, clause: Clause) -> Slots | None:
    """The slots of a skill; a skill without a reader has none."""
    reader = _FILLS.get(name)
    return reader(clause) if reader else {}
