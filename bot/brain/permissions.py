"""What a model's call may do: read the books, or ask for something to be written."""

import re

from bot.domain.decision import SkillCall

READS = frozenset(
    "spending_query list_transactions balance forecast budget_status goal_status list_reminders explain_alert help "
    "recall_memories tell_cost subscription_status".split()
)
# Their words are the person's or a stranger's, out of the books: whoever has read them asks before writing.
TELLS_NO_WORDS = frozenset({"help", "tell_cost"})

# Six digits that are no amount, as they are sent for linking; an invitation.
_CODE = re.compile(r"(?<![\d.,$€£¥])\d{3}[ -]?\d{3}(?![.,]?\d)|\b[A-Z2-7]{4}-[A-Z2-7]{4}\b")


def reads(call: SkillCall) -> bool:
    if call.skill == "recurring_expense":
        return call.slots.get("action") == "list"
    if call.skill == "split_expense":
        return bool(call.slots.get("owed"))
    return call.skill in READS


def holds_code(text: str) -> bool:
    """Whether what may be a code stands in the words: no model ever reads those, however much it is asked."""
    return _CODE.search(text) is not None
