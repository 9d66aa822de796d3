"""Reads a debt between two people paid back: "paid Ann back 15", "Bob paid me back 20", "I owe Ann 12"."""

from bot.brain.offline import merchants
from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.clause import Clause
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.people import PERSONS, RELATIVES
from bot.brain.offline.pieces import AMOUNT, Piece
from bot.brain.offline.rules import CUE_WORDS
from bot.domain.taxonomy import knows

_PAID = frozenset("paid gave sent handed transferred venmoed zelled slipped gpayed".split())
_REPAID = frozenset("repaid reimbursed".split())
_BORROWED = frozenset("owed borrowed owes lent loaned".split())
_GOT = frozenset("got received collected".split())
_SPEAKER = frozenset("i me we us".split())
_NOBODY = frozenset(
    "he she they him her them it you somebody someone everybody everyone anybody anyone nobody who".split()
)
_SMALL = frozenset("my our the a just also finally back and i we me for to from of at on in by with all".split())


def is_person(piece: Piece) -> bool:
    """Whether a word can be somebody's name: a person, or a word PAM has no other use for."""
    word = piece.word
    if piece.kind != "word" or not piece.raw or word in _NOBODY or word in _SMALL or word in _SPEAKER:
        return False
    if word in PERSONS or word in RELATIVES:
        return True
    if word in FIRST_NAMES and word not in merchants.CATEGORY_OF:
        return True
    return not (knows(word) or word in merchants.CATEGORY_OF or word in ACCOUNT_NAMES or word in CUE_WORDS)


def settled(clause: Clause) -> tuple[str, str] | None:
    """(skill, person) of a debt paid back, or None."""
    words = clause.words
    if "back" not in words and _BORROWED.isdisjoint(words) and _REPAID.isdisjoint(words):
        return None
    giving = next((at for at, word in enumerate(words) if word in _PAID or word in _REPAID or word == "returned"), -1)
    if giving >= 0:
        return _given(clause, giving)
    if _GOT.isdisjoint(words) or "from" not in words:
        return None
    person = _person_after(clause, words.index("from"))
    return ("record_income", person) if person else None


def _given(clause: Clause, at: int) -> tuple[str, str] | None:
    words = clause.words
    giver = _person_before(clause, at)
    to_me = words[at + 1 : at + 2] in (["me"], ["us"])
    back = words[at] in _REPAID or "back" in words[at:] or not _BORROWED.isdisjoint(words[at:])
    if not back:
        return None
    if giver:
        returned = words[at] == "returned" and not {"she", "he", "they"}.isdisjoint(words[at:])
        theirs = to_me or returned or words[at + 1 : at + 3] in (["back", "the"], ["back", AMOUNT])
        return ("record_income", giver) if theirs else None
    if words[at] == "returned" and {"i", "borrowed", "from"} <= set(words[at:]):
        person = _person_after(clause, words.index("from"))
        return ("record_expense", person) if person else None
    if words[at] == "returned" or not _SPEAKER.isdisjoint(words[at + 1 : at + 2]):
        return None
    person = _person_after(clause, at)
    return ("record_expense", person) if person else None


def _person_before(clause: Clause, at: int) -> str:
    """Who did it, when it was not the speaker."""
    for piece in reversed(clause.pieces[:at]):
        if piece.word in _SPEAKER:
            return ""
        if is_person(piece):
            return piece.raw.lower()
    return ""


def _person_after(clause: Clause, at: int) -> str:
    """The name after a verb or "from": the small words between are passed over."""
    for piece in clause.pieces[at + 1 : at + 6]:
        if is_person(piece):
            return piece.raw.lower()
        if piece.word not in ("back", "my", "our", "to", "off", "the") and piece.kind != "marked":
            return ""
    return ""
