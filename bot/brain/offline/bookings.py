"""Reads a clause as a booking: amount, category, merchant, day and tags of money spent or received."""

import itertools

from bot.brain.offline import categories, merchants
from bot.brain.offline.account_names import without_account
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.guards import is_imagined
from bot.brain.offline.happenings import HAPPENINGS
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.noting import without_note
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import phrases
from bot.brain.offline.receiving import is_regular_income, source_of
from bot.brain.offline.settling import settled
from bot.brain.offline.sums import the_amount
from bot.brain.offline.telling import skill_told
from bot.domain.decision import SkillCall, Slots
from bot.domain.taxonomy import knows

_SAID_OF_MONEY = SPENT | RECORD
_SAID_OF_INCOME = _SAID_OF_MONEY | frozenset(
    "got received earned receive earn income made credited deposited hit landed account gave sent me from "
    "money bank".split()
)
_PAID_WITH = frozenset("with from on by in using via through to".split())
_PAID_INTO = frozenset("into to in on with".split())
_STATED = frozenset({"is", "are", "costs"})
_GENERAL = frozenset("in at average usually typically".split())


def read_booking(clause: Clause, inherited: str = "") -> SkillCall | None:
    """The booking a clause tells of. ``inherited``: the skill of the clause before, for "and 15 on parking"."""
    if is_imagined(clause.pieces):
        return None
    settlement = settled(clause) if clause.amounts() and not clause.asks else None
    if settlement:
        skill, person = settlement
        return SkillCall(skill, _settling(clause, person))
    rhythm = clause.every()
    if rhythm and clause.amounts() and not clause.asks:
        repeating = _read_repeating(clause, rhythm)
        if repeating:
            return repeating
    skill = skill_told(clause, inherited)
    return SkillCall(skill, slots_of(clause, income=skill == "record_income")) if skill else None


def _settling(clause: Clause, person: str) -> Slots:
    """A debt paid back has no category: it was counted when the money was spent."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    put(slots, "account", without_account(clause.pieces, _PAID_WITH)[1])
    put(slots, "person", person)
    put(slots, "date", clause.past_day())
    return slots


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
    if not HAPPENINGS.isdisjoint(words - RECORD - {"pay"}):
        return False
    if words & PERSONS or words & {"spend", "spent"} or (clause.words[0] == "i" and not words & {"pay", "paid"}):
        return False
    if words & _STATED and not words & {"my", "our"} and words & _GENERAL:
        return False
    content = [piece.word for piece in clause.pieces if piece.kind == "word"]
    return len(content) <= 8 and any(knows(word) or word in merchants.CATEGORY_OF for word in content)


def slots_of(clause: Clause, *, income: bool = False) -> Slots:
    """Amount, currency, category, merchant, date, account, tags and note."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    told, note = without_note(clause.pieces)
    if note:
        clause = Clause(told, clause.reader)
    told, account = without_account(told, _PAID_INTO if income else _PAID_WITH)
    found = categories.find(phrases(told, _SAID_OF_INCOME if income else _SAID_OF_MONEY), booked=True)
    if income:
        put(slots, "category", source_of(clause.words, found.category))
    else:
        put(slots, "category", found.category or _filled_up(clause))
        put(slots, "merchant", found.merchant)
    put(slots, "date", clause.past_day())
    put(slots, "account", account)
    put(slots, "tags", clause.tags())
    put(slots, "note", note)
    return slots


def _filled_up(clause: Clause) -> str:
    """As "filled up" without an object is fuel, and "$12 book" a book, though "book" is an order elsewhere."""
    words = clause.words
    if "book" in words[1:]:
        return "book"
    if "parked" in words:
        return "parking"
    return "fuel" if any(verb in ("filled", "fill") and up == "up" for verb, up in itertools.pairwise(words)) else ""
