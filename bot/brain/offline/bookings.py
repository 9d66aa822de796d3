"""Reads a clause as a booking: amount, category, merchant, day and tags of money spent or received."""

import itertools

from bot.brain.offline import categories, merchants
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.guards import is_imagined
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import phrases
from bot.brain.offline.pieces import TAG
from bot.brain.offline.receiving import is_regular_income, source_of
from bot.brain.offline.sums import the_amount
from bot.brain.offline.telling import RECORD, SPENT, skill_told
from bot.domain.decision import SkillCall, Slots
from bot.domain.taxonomy import knows

_SAID_OF_MONEY = SPENT | RECORD
_SAID_OF_INCOME = _SAID_OF_MONEY | frozenset(
    "got received earned receive earn income made credited deposited hit landed account gave sent me from "
    "money bank".split()
)
_STATED = frozenset({"is", "are", "costs"})
_GENERAL = frozenset("in at average usually typically".split())


def read_booking(clause: Clause, inherited: str = "") -> SkillCall | None:
    """The booking a clause tells of. ``inherited``: the skill of the clause before, for "and 15 on parking"."""
    if is_imagined(clause.pieces):
        return None
    rhythm = clause.every()
    if rhythm and clause.amounts() and not clause.asks:
        repeating = _read_repeating(clause, rhythm)
        if repeating:
            return repeating
    skill = skill_told(clause, inherited)
    return SkillCall(skill, slots_of(clause, income=skill == "record_income")) if skill else None


def _read_repeating(clause: Clause, rhythm: str) -> SkillCall | None:
    if is_regular_income(clause.words):
        slots: Slots = {}
        put_amount(slots, the_amount(clause))
        return SkillCall("recurring_expense", slots | {"recurrence": rhythm, "flow": "income"})
    if not _is_bill(clause):
        return None
    slots = slots_of(clause)
    slots.pop("date", None)
    return SkillCall("recurring_expense", slots | {"recurrence": rhythm})


def _is_bill(clause: Clause) -> bool:
    """A bill told with its rhythm: "car insurance is 600 every six months", but not "I spend about 200 a month"."""
    words = set(clause.words)
    if words & PERSONS or words & {"spend", "spent"} or (clause.words[0] == "i" and not words & {"pay", "paid"}):
        return False
    if words & _STATED and not words & {"my", "our"} and words & _GENERAL:
        return False
    content = [piece.word for piece in clause.pieces if piece.kind == "word"]
    return len(content) <= 8 and any(knows(word) or word in merchants.CATEGORY_OF for word in content)


def slots_of(clause: Clause, *, income: bool = False) -> Slots:
    """Amount, currency, category, merchant, date and tags."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    found = categories.find(phrases(clause.pieces, _SAID_OF_INCOME if income else _SAID_OF_MONEY), booked=True)
    if income:
        put(slots, "category", source_of(clause.words, found.category))
    else:
        put(slots, "category", found.category or _filled_up(clause))
        put(slots, "merchant", found.merchant)
    put(slots, "date", clause.past_day())
    put(slots, "tags", tuple(str(piece.value)[1:] for piece in clause.pieces if piece.word == TAG))
    return slots


def _filled_up(clause: Clause) -> str:
    """As "filled up" without an object is fuel, and "$12 book" a book, though "book" is an order elsewhere."""
    words = clause.words
    if "book" in words[1:]:
        return "book"
    if "parked" in words:
        return "parking"
    return "fuel" if any(verb in ("filled", "fill") and up == "up" for verb, up in itertools.pairwise(words)) else ""
