"""Reads a budget to set, and which budget is asked about."""

import itertools

from bot.brain.offline import categories
from bot.brain.offline.budget_terms import ROLLING, rollover, start_day
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases
from bot.brain.offline.pieces import AMOUNT
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Slots
from bot.domain.taxonomy import EVERYTHING, knows

_BUDGET_WORDS = (
    CLASSES["@set"]
    | CLASSES["@budget"]
    | CLASSES["@erase"]
    | CLASSES["@chart"]
    | ROLLING
    | frozenset(
        "where overspending overspent spending spend more than no not under below within max maximum set at to per "
        "keep monthly weekly yearly daily annual total overall month week year want "
        "like would only most less over should going trying my can left remaining still much how status doing show "
        "check available used gone exceeded exceed "
        "within blow blown money what is am did go going over how's budgets update all list any anything have "
        "looking stand standing track i've report summary please "
        "now current currently getting amount spent limiting cost costs expenses expense "
        "allowed restrict hold curb try stay stick keeping help never let hows do done reached hit close "
        "near does against il bust busted smashed break broken room space through far into deep giving giving myself "
        "ok looking safe daily burn-down burndown as over unused leftover leftovers without with rest turn turning "
        "switch on off "
        "starting start starts begins beginning payday paid until then get so i we am set till resets must may i'm "
        "drop cancel scrap clear ditch end stop "
        "anymore longer don't need money when what's which".split()
    )
)


def set_budget(clause: Clause) -> Slots | None:
    """Amount, category, interval, terms; "by 50" is a change PAM must ask about, so it carries no amount.

    As "my budget airline is late" is talk: without a sum only an order sets a budget.
    """
    slots: Slots = {}
    amount = the_amount(clause)
    if (amount is None and clause.words[0] in ("my", "total", "overall")) or _is_of_several(clause.words):
        return None
    put_amount(slots, amount)
    put(slots, "category", _budget_category(clause))
    put(slots, "interval", _interval(clause))
    put(slots, "rollover", rollover(clause))
    put(slots, "start_day", start_day(clause))
    return slots


def _is_of_several(words: list[str]) -> bool:
    """As "set every budget to 100", "move 50 from clothes to food", "20 more for food": no new limit of one budget."""
    pairs = set(itertools.pairwise(words))
    return ("every", "budget") in pairs or (words[0] == "move" and "from" in words) or (AMOUNT, "more") in pairs


def roll_over(clause: Clause) -> Slots | None:
    """As "roll over my grocery budget": of a budget, or of a word PAM knows as a category."""
    slots = set_budget(clause)
    if slots is None or "rollover" not in slots:
        return None
    said = not CLASSES["@budget"].isdisjoint(clause.words) or "rollover" in clause.words
    return slots if said or knows(str(slots.get("category", ""))) or "unused" in clause.words else None


def remove_budget(clause: Clause) -> Slots | None:
    """One budget, by its category or the only one there is; "all budgets" are not removed by a word."""
    if clause.amounts() or "budgets" in clause.words or not ROLLING.isdisjoint(clause.words):
        return None
    slots: Slots = {}
    put(slots, "category", _budget_category(clause))
    return {**slots, "remove": True}


def set_known_budget(clause: Clause) -> Slots | None:
    """As "set food to 400": only for a word PAM knows as a category."""
    slots = set_budget(clause)
    return slots if slots and knows(str(slots.get("category", ""))) else None


def budget_status(clause: Clause) -> Slots | None:
    if clause.amounts() and not clause.asks:
        return None
    slots: Slots = {}
    put(slots, "category", _budget_category(clause))
    put(slots, "period", clause.period())
    if (clause.every() or "").startswith("daily"):
        slots["per"] = "day"
    return slots


def budget_drawn(clause: Clause) -> Slots | None:
    """A picture of how a budget is used up."""
    slots = budget_status(clause)
    return None if slots is None else {**slots, "chart": True}


def _budget_category(clause: Clause) -> str:
    word = categories.find(phrases(clause.pieces, _BUDGET_WORDS), booked=False)
    name = word.category or word.merchant
    if not name and not EVERYTHING.isdisjoint(clause.words) and "all my budgets" not in " ".join(clause.words):
        name = next((piece.word for piece in clause.pieces if piece.word in ("total", "overall", "everything")), "")
    return name


def _interval(clause: Clause) -> str:
    every = clause.every() or ""
    for rule, interval in (("weekly", "weekly"), ("monthly", "monthly"), ("yearly", "yearly")):
        if every.startswith(rule):
            return interval
    span = clause.span()
    if span:
        return (
            "weekly"
            if span.past.days == 7
            else "monthly"
            if 28 <= span.past.days <= 31
            else "yearly"
            if span.past.days > 360
            else ""
        )
    words = clause.words
    return "monthly" if "month" in words else "weekly" if "week" in words else "yearly" if "year" in words else ""
