"""The ledger's own language: a deed as an accountant would write it, for operators rather than for people who chat."""

from bot.domain.act import (
    Amended,
    BillRemoved,
    BillSet,
    Booked,
    BudgetRemoved,
    BudgetSet,
    Deed,
    GoalRemoved,
    GoalSet,
    Laid,
    Meant,
    PreferenceSet,
    ReminderCancelled,
    ReminderSet,
    Removed,
)
from bot.domain.booking import Entry, lines_of
from bot.domain.money_words import money_text


def deed_line(deed: Deed, locale: str) -> str:
    """One line: the balanced lines of a booking, or what else was written down."""
    if isinstance(deed, Booked):
        return _lines(deed.booking.entry, locale)
    if isinstance(deed, Removed):
        return f"taken out: {_lines(deed.booking.entry, locale)}"
    if isinstance(deed, Amended):
        return f"{_lines(deed.before, locale)} becomes {_lines(deed.after, locale)}"
    if isinstance(deed, BudgetSet):
        return f"budget {deed.after.word or 'overall'}: {money_text(deed.after.limit, locale)} {deed.after.interval}"
    if isinstance(deed, BudgetRemoved):
        return f"budget {deed.budget.word or 'overall'} removed"
    if isinstance(deed, Laid):
        return f"{deed.after.word} under {deed.after.group}"
    if isinstance(deed, Meant):
        return f"{deed.word} means {deed.after or 'nothing'}"
    if isinstance(deed, PreferenceSet):
        return f"{deed.key}: {deed.after}"
    return _plan_line(deed, locale)


def _plan_line(deed: Deed, locale: str) -> str:
    """What is to come; what a reminder is about is for nobody but its person."""
    if isinstance(deed, ReminderSet):
        return f"reminder {deed.reminder_id}"
    if isinstance(deed, ReminderCancelled):
        return f"reminder {deed.reminder_id} cancelled"
    if isinstance(deed, BillSet):
        bill = deed.after
        return f"bill {bill.merchant or bill.word}: {money_text(bill.amount, locale)} {bill.recurrence}"
    if isinstance(deed, BillRemoved):
        return f"bill {deed.bill.merchant or deed.bill.word} removed"
    if isinstance(deed, GoalSet):
        return f"goal {deed.after.name}: {money_text(deed.after.target, locale)}"
    if isinstance(deed, GoalRemoved):
        return f"goal {deed.goal.name} removed"
    return type(deed).__name__.lower()


def _lines(entry: Entry, locale: str) -> str:
    return ", ".join(
        f"{line.account.word} {'+' if line.amount.minor > 0 else ''}{money_text(line.amount, locale)}"
        for line in lines_of(entry)
    )
