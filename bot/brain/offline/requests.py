"""Which reader fills the slots of which skill, by the name a rule gives."""

from collections.abc import Callable

from bot.brain.offline import (
    accounts,
    asking,
    bills,
    budgeting,
    bulk_edits,
    correcting,
    goals,
    paying,
    remarks,
    reminders,
    sharing,
    snoozing,
)
from bot.brain.offline.alert_wishes import ALERT_WISHES
from bot.brain.offline.clause import Clause
from bot.brain.offline.memories import MEMORIES
from bot.brain.offline.preferences import PREFERENCES
from bot.domain.decision import Slots

Fill = Callable[[Clause], Slots | None]
"""From a clause to slots; None when the words do not make sense together, and the next rule is tried."""


_FILLS: dict[str, Fill] = {
    "remind": reminders.remind,
    "cancel_reminder": reminders.cancel_reminder,
    "cancel_reminder/done": reminders.tick_off,
    "cancel_reminder/did": reminders.tick_off,
    "snooze_alert": snoozing.snooze_alert,
    "snooze_alert/until": snoozing.snooze_until,
    "explain_alert": snoozing.explain_alert,
    "set_budget": budgeting.set_budget,
    "set_budget/known": budgeting.set_known_budget,
    "set_budget/removed": budgeting.remove_budget,
    "set_budget/rolling": budgeting.roll_over,
    "budget_status": budgeting.budget_status,
    "spending_query": asking.spending_query,
    "spending_query/compared": asking.compared,
    "spending_query/known": asking.known_query,
    "spending_query/drawn": asking.spending_query,
    "spending_query/from": asking.query_of_account,
    "spending_query/on": asking.query_of_thing,
    "list_transactions": asking.list_transactions,
    "list_transactions/categories": asking.list_categories,
    "list_transactions/tagged": asking.list_tagged,
    "list_transactions/missed": asking.list_last_week,
    "list_transactions/largest": asking.largest,
    "budget_status/drawn": budgeting.budget_drawn,
    "export_data": asking.export_data,
    "edit_transaction": correcting.edit_transaction,
    "edit_transaction/category": correcting.edit_category,
    "edit_transaction/delete": correcting.delete_transaction,
    "edit_transaction/said": correcting.edit_said,
    "edit_transaction/known": correcting.edit_known,
    "edit_transaction/delete_known": correcting.delete_known,
    "edit_transaction/delete_every": bulk_edits.delete_every,
    "edit_transaction/every": bulk_edits.edit_every,
    "edit_transaction/every_known": bulk_edits.edit_every_known,
    "edit_transaction/tagged": remarks.tagged,
    "edit_transaction/note": remarks.noted,
    "edit_transaction/paid_with": remarks.paid_with,
    "edit_transaction/in_currency": remarks.in_currency,
    "edit_transaction/renamed": remarks.renamed,
    "set_goal": goals.set_goal,
    "set_goal/add": goals.add_to_goal,
    "set_goal/over": goals.give_up_goal,
    "goal_status": goals.goal_status,
    "pay": paying.pay,
    "refund": paying.refund,
    "subscribe": paying.subscription_of_ours,
    "cancel_subscription": paying.subscription_of_ours,
    "forecast": accounts.forecast,
    "balance": accounts.balance,
    "set_balance": accounts.set_balance,
    "set_balance/bare": accounts.set_bare_balance,
    "set_balance/named": accounts.set_named_balance,
    "record_transfer": accounts.record_transfer,
    "record_transfer/aside": accounts.set_aside,
    "record_transfer/named": accounts.named_transfer,
    "record_transfer/between": accounts.transfer_between,
    "forecast/per_day": accounts.forecast_a_day,
    "link_account": accounts.link_account,
    "split_expense": sharing.split_expense,
    "split_expense/payer": sharing.paid_by_another,
    "split_expense/owing": sharing.owing,
    "split_expense/lent": sharing.lent,
    "split_expense/owed": sharing.owed,
    "split_expense/even": sharing.even,
    "share_ledger": sharing.share_ledger,
    "recurring_expense": bills.recurring_expense,
    **{f"recurring_expense/{way}": fill for way, fill in bills.BILLS.items()},
    **MEMORIES,
    **{f"set_preference/{way}": fill for way, fill in (PREFERENCES | ALERT_WISHES).items()},
}


def fill(name: str, clause: Clause) -> Slots | None:
    """The slots of a skill; a skill without a reader has none."""
    reader = _FILLS.get(name)
    return reader(clause) if reader else {}
