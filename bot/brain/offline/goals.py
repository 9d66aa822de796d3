"""Reads saving goals."""

from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Slots

_GOAL_WORDS = frozenset(
    "set create make new add start open a an my savings saving goal goals save saved up i we want would need to plan "
    "trying aim going hope am are of for by is "
    "progress status how close far much more do have left towards toward on track show check target put aside away "
    "what when will reach hit going doing in "
    "off coming along money need am i've another get getting going saving far update hows begin it looking".split()
)


def set_goal(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    put(slots, "goal", _goal_name(clause))
    put(slots, "date", clause.deadline())
    return slots


def goal_status(clause: Clause) -> Slots:
    slots: Slots = {}
    put(slots, "goal", _goal_name(clause))
    return slots


def _goal_name(clause: Clause) -> str:
    found = phrases(clause.pieces, _GOAL_WORDS)
    words: list[str] = []
    for phrase in found:
        if phrase.lead in ("for", "from", "on", "of", "to", "towards", "toward", ""):
            words += phrase.raws
    named = " ".join(words[:4]).lower()
    if "fund" in clause.words and "fund" not in named:
        named = f"{named} fund".strip()
    return named.strip(" .,!?")
