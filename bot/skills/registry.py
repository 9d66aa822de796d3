"""SKILLS: everything PAM can do in a conversation, by name; a name that is not here is answered honestly."""

from bot.skills.balance import Balance
from bot.skills.budget_status import BudgetStatus
from bot.skills.cancel_reminder import CancelReminder
from bot.skills.edit_transaction import EditTransaction
from bot.skills.explain_alert import ExplainAlert
from bot.skills.forecast import Forecast
from bot.skills.forget_memory import ForgetMemory
from bot.skills.goal_status import GoalStatus
from bot.skills.leave_it import LeaveIt
from bot.skills.link_account import LinkAccount
from bot.skills.list_reminders import ListReminders
from bot.skills.list_transactions import ListTransactions
from bot.skills.recall_memories import RecallMemories
from bot.skills.record_expense import RecordExpense
from bot.skills.record_income import RecordIncome
from bot.skills.record_transfer import RecordTransfer
from bot.skills.recurring_expense import RecurringExpense
from bot.skills.remember import Remember
from bot.skills.remind import Remind
from bot.skills.set_balance import SetBalance
from bot.skills.set_budget import SetBudget
from bot.skills.set_goal import SetGoal
from bot.skills.set_preference import SetPreference
from bot.skills.skill import Skill
from bot.skills.small_talk import Greet, Help, Thanks
from bot.skills.snooze_alert import SnoozeAlert
from bot.skills.spending_query import SpendingQuery
from bot.skills.split_expense import SplitExpense
from bot.skills.tell_cost import TellCost
from bot.skills.undo import Undo
from bot.skills.verify_code import VerifyCode

_ALL: tuple[Skill, ...] = (
    RecordExpense(),
    RecordIncome(),
    RecordTransfer(),
    SetBalance(),
    Balance(),
    Forecast(),
    SetBudget(),
    BudgetStatus(),
    SetGoal(),
    GoalStatus(),
    Remind(),
    ListReminders(),
    CancelReminder(),
    RecurringExpense(),
    SplitExpense(),
    SpendingQuery(),
    ListTransactions(),
    EditTransaction(),
    Undo(),
    SetPreference(),
    Remember(),
    RecallMemories(),
    ForgetMemory(),
    ExplainAlert(),
    SnoozeAlert(),
    LinkAccount(),
    VerifyCode(),
    TellCost(),
    Help(),
    Greet(),
    Thanks(),
    LeaveIt(),
)

SKILLS: dict[str, Skill] = {skill.name: skill for skill in _ALL}
