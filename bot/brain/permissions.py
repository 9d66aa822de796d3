"""What a model's call may do: read the books, or ask for something to be written."""

from bot.domain.decision import Calls, Decision, SkillCall

READS = frozenset(
    "spending_query list_transactions balance forecast budget_status goal_status list_reminders explain_alert help "
    "recall_memories tell_cost subscription_status".split()
)
# Their words are the person's or a stranger's, out of the books: whoever has read them asks before writing.
TELLS_NO_WORDS = frozenset({"help", "tell_cost"})
# What takes something away, or many things at once.
_TAKES_AWAY = frozenset({"undo", "cancel_reminder", "forget_memory"})


def reads(call: SkillCall) -> bool:
    if call.skill == "recurring_expense":
        return call.slots.get("action") == "list"
    if call.skill == "split_expense":
        return bool(call.slots.get("owed"))
    return call.skill in READS


def holds_code(decision: Decision) -> bool:
    """Whether a code stands in the words: no model ever reads those, however much it is asked."""
    return isinstance(decision, Calls) and any(call.skill == "verify_code" for call in decision.calls)


def takes_away(call: SkillCall) -> bool:
    slots = call.slots
    return (
        call.skill in _TAKES_AWAY
        or slots.get("action") == "delete"
        or bool(slots.get("remove") or slots.get("every") or slots.get("all"))
    )
