"""Words that may be misheard, or stand under something else: what they would change is said back and asked first."""

from typing import Literal

from bot.brain.captions import BOOKINGS
from bot.brain.permissions import reads
from bot.domain.decision import Calls, Choice, Decision, Question, SkillCall
from bot.domain.yes_or_no import LEAVE_IT

LEAVE = Choice("question.no", (LEAVE_IT,))
_TALK = frozenset({"none", "greet", "thanks", "leave_it"})


def asked_first(decision: Decision, words: str, came: Literal["heard", "written"] = "heard") -> Decision:
    """The decision, where it changes nothing; else a question. A choice among changes gets a "no" as well.

    With that no nothing is common to all choices, so nothing of it is done before the answer.
    """
    said = {"words": words.strip(" .!?,;\n").replace("\n", " ")}
    if isinstance(decision, Calls) and _changes(decision.calls):
        books = all(call.skill in BOOKINGS for call in decision.calls)
        label = "attachment.book" if books else "question.yes"
        return Question(f"{came}_book" if books else f"{came}_do", (Choice(label, decision.calls), LEAVE), said)
    if not isinstance(decision, Question) or LEAVE in decision.choices:
        return decision
    if any(_changes(choice.calls) for choice in decision.choices):
        return Question(f"{came}_which", (*decision.choices, LEAVE), said)
    return decision


def _changes(calls: tuple[SkillCall, ...]) -> bool:
    return not all(reads(call) or call.skill in _TALK for call in calls)
