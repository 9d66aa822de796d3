"""Reads saving goals: set, pledged to, added to, given up, asked about."""

from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Slots

_GOAL_WORDS = frozenset(
    "set create make new add start open a an my savings saving goal goals save saved up i we want would need to "
    "plan trying aim going hope am are of for by is progress status how close far much more do have left towards "
    "toward on track show check target put aside away what when will reach hit doing in off coming along money "
    "i've another get getting update hows begin it looking list all time pledge pledged committed commit added "
    "gave give giving contribute contributed move moved transfer transferred chuck chucked stick stuck throw "
    "threw stash stashed pop popped delete remove drop cancel scrap forget erase end stop abandon not no longer "
    "anymore there later where change update raise increase lower reduce make".split()
)
_LEADS = frozenset({"for", "with", "from", "on", "of", "to", "towards", "toward", "into", "in", ""})
_PLEDGED = frozenset({"weekly", "monthly", "yearly"})


def set_goal(clause: Clause) -> Slots:
    """How much by when; so much every month is a pledge, and of any other rhythm the target is to be asked for."""
    slots = _goal(clause)
    put(slots, "date", clause.deadline())
    rhythm = (clause.every() or "").partition(":")[0]
    if not rhythm:
        return slots
    if rhythm in _PLEDGED:
        return slots | {"action": "pledge", "interval": rhythm}
    return {name: value for name, value in slots.items() if name in ("goal", "date")}


def add_to_goal(clause: Clause) -> Slots | None:
    """As "put 50 towards the car"; every month it is a pledge, by a day the goal itself, from an account a transfer."""
    slots = set_goal(clause)
    if "amount" not in slots or "goal" not in slots or "from" in clause.words:
        return None
    return slots if "action" in slots or "date" in slots else slots | {"action": "add"}


def give_up_goal(clause: Clause) -> Slots | None:
    return None if clause.amounts() else _goal(clause) | {"action": "delete"}


def _goal(clause: Clause) -> Slots:
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    put(slots, "goal", _goal_name(clause))
    return slots


def goal_status(clause: Clause) -> Slots | None:
    if clause.words[:2] == ["what", "a"]:
        return None
    slots: Slots = {}
    put(slots, "goal", _goal_name(clause))
    return slots


def _goal_name(clause: Clause) -> str:
    found = phrases(clause.pieces, _GOAL_WORDS)
    words: list[str] = []
    for phrase in found:
        if phrase.lead in _LEADS and phrase.text not in _GOAL_WORDS:
            words += phrase.raws
    named = " ".join(words[:4]).lower()
    if "fund" in clause.words and "fund" not in named:
        named = f"{named} fund".strip()
    return named.strip(" .,!?")
