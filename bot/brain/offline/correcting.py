"""Reads corrections of what was booked: another amount, category or day, or gone altogether."""

from bot.brain.offline import categories, merchants
from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.money_verbs import RECORD, SPENT
from bot.brain.offline.phrases import Phrase, phrases
from bot.brain.offline.rules import CLASSES
from bot.domain.decision import Slots
from bot.domain.taxonomy import knows

_EDIT_WORDS = (
    SPENT
    | RECORD
    | CLASSES["@rows"]
    | CLASSES["@row"]
    | frozenset(
        "change update edit correct fix modify amend make adjust last latest previous that it this should have been "
        "be was not no to actually sorry oops wait "
        "scratch strike typed mistyped supposed get rid should go goes belongs must needs filed wrong meant "
        "mean correction "
        "move recategorize recategorise categorize categorise reclassify file tag mark "
        "label put switch one category date amount "
        "instead supposed say delete remove erase all are is as into under from there by mistake drop cancel void "
        "discard rather today yesterday i recent "
        "bad every everything each ones said recorded logged entered nope whoops please entry but price typo just "
        "added".split()
    )
)
MANY = frozenset({"all", "every", "each", "everything"})
_OPENING = MANY | {"that", "it", "this", "wrong"}
_INTO = frozenset("to as under into in".split())


def edit_transaction(clause: Clause) -> Slots:
    """A correction: the new amount, category or day, and which booking is meant."""
    slots: Slots = {"action": "update"}
    put_amount(slots, corrected(clause))
    found = _phrases(clause)
    category = _new_category(clause, found)
    put(slots, "category", category.pop() if category else "")
    put(slots, "date", clause.past_day())
    put(slots, "target", found[0].text if found else "last")
    old = _replaced(clause)
    if old and "amount" in slots and old.readings:
        slots["instead_of"] = old.amount
    return slots


def _replaced(clause: Clause) -> Amount | None:
    """The old amount of "X not Y": it tells which booking is meant."""
    told = [(at, piece.value) for at, piece in enumerate(clause.pieces) if isinstance(piece.value, Amount)]
    return next((amount for at, amount in told if _is_old(clause.words, at)), None) if len(told) > 1 else None


def _phrases(clause: Clause) -> list[Phrase]:
    """What is named, without what is said not to be so."""
    pieces = clause.pieces
    return [phrase for phrase in phrases(pieces, _EDIT_WORDS) if not phrase.at or pieces[phrase.at - 1].word != "not"]


def _new_category(clause: Clause, found: list[Phrase]) -> list[str]:
    """The category something is moved to; its phrase is taken out of ``found``, the rest names the booking."""
    target = next((phrase for phrase in found if phrase.lead in _INTO and not phrase.emoji), None)
    if target is None and found and clause.words[0] in _OPENING and not clause.amounts():
        last = found[-1]
        if (clause.words[0] in MANY and len(found) > 1) or knows(categories.own_word(last.words)):
            target = last
    if target is None:
        target = next((phrase for phrase in found if _is_said_to_be(clause, phrase)), None)
    if target is None:
        return []
    found.remove(target)
    return [categories.own_word(target.words)]


def _is_said_to_be(clause: Clause, phrase: Phrase) -> bool:
    """As "wrong, should be transport": the category after "be"."""
    return any(piece.word == "be" for piece in clause.pieces[max(phrase.at - 2, 0) : phrase.at])


def corrected(clause: Clause) -> Amount | None:
    """The new amount of "X not Y", "not Y, X", "from Y to X", or the only one."""
    words = clause.words
    told = [(at, piece.value) for at, piece in enumerate(clause.pieces) if isinstance(piece.value, Amount)]
    for at, amount in told:
        if at and words[at - 1] in ("to", "been", "be", "but"):
            return amount
    return next((amount for at, amount in told if not _is_old(words, at)), None)


def _is_old(words: list[str], at: int) -> bool:
    return (at > 0 and words[at - 1] in ("not", "of", "from")) or (at > 1 and words[at - 2] == "not")


def edit_said(clause: Clause) -> Slots | None:
    """As "that was lunch, not dinner": what it is said to be must be a sum, a day or a category PAM knows."""
    slots = edit_transaction(clause)
    known = "amount" in slots or "date" in slots or knows(str(slots.get("category", "")))
    return slots if known else None


def edit_category(clause: Clause) -> Slots | None:
    """As "change yesterday's coffee to snacks": what is booked and what it is to be must be words PAM knows."""
    slots = edit_transaction(clause)
    target = str(slots["target"])
    known = knows(target) or target in merchants.CATEGORY_OF
    slots.pop("date", None)
    put(slots, "period", clause.period())
    return slots if known and knows(str(slots.get("category", ""))) and "amount" not in slots else None


def edit_known(clause: Clause) -> Slots | None:
    """As "dinner was on Monday": only of what is a category PAM knows, "my birthday was on Monday" is talk."""
    slots = edit_transaction(clause)
    return slots if knows(str(slots["target"])) else None


def delete_transaction(clause: Clause) -> Slots | None:
    slots: Slots = {"action": "delete"}
    amount = clause.first_amount()
    if amount and amount.whole > 0 and not amount.marked and "last" in clause.words:
        return None
    found = phrases(clause.pieces, _EDIT_WORDS)
    put(slots, "target", found[0].text if found else "" if amount else "last")
    put_amount(slots, amount, "target_amount")
    put(slots, "date", clause.past_day())
    return slots


def delete_known(clause: Clause) -> Slots | None:
    """As "delete the coffee": only what is a category or merchant PAM can look up."""
    found = phrases(clause.pieces, _EDIT_WORDS)
    named = categories.find(found, booked=False)
    known = len(found) == 1 and (named.merchant or knows(named.category))
    return delete_transaction(clause) if known and not clause.first_amount() else None
