"""Reads who shares what: split bills, shared ledgers."""

from bot.brain.offline import categories
from bot.brain.offline.bookings import slots_of
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.phrases import phrases
from bot.brain.offline.pieces import PEOPLE, Piece
from bot.brain.offline.rules import CLASSES
from bot.brain.offline.telling import RECORD, SPENT
from bot.domain.decision import Slots

_SPLIT_WORDS = CLASSES["@split"] | frozenset(
    "owes owe me half third of equally evenly between with among and us went going go halves dutch bill the "
    "ways each settle up who shared divided by people".split()
)
_SAID_OF_SPLITS = SPENT | RECORD | _SPLIT_WORDS
_NO_NAMES = frozenset("and me i my myself us the equally evenly who our still also already now just".split())


def split_expense(clause: Clause) -> Slots:
    """The whole amount, what it was for, who shares it or how many."""
    slots = slots_of(clause)
    for guessed in ("merchant", "category"):
        slots.pop(guessed, None)
    put_amount(slots, clause.first_amount())
    names = _names(clause)
    put(slots, "with", names)
    put(slots, "people", next((piece.value for piece in clause.pieces if piece.word == PEOPLE), None))
    things = [
        phrase for phrase in phrases(clause.pieces, _SAID_OF_SPLITS) if not {phrase.text, *phrase.words} & set(names)
    ]
    put(slots, "category", categories.find(things, booked=True).category)
    return slots


def _names(clause: Clause) -> tuple[str, ...]:
    """Who shares: the one who owes, or the names after "with" and "between"."""
    pieces, words = clause.pieces, clause.words
    owing = next((at for at, word in enumerate(words) if word in ("owes", "owe")), -1)
    if owing >= 0:
        return tuple(piece.raw.lower() for piece in pieces[:owing] if _is_name(piece))
    splitting = next((at for at, word in enumerate(words) if word in ("split", "went")), 0)
    if splitting and words[:splitting].count("and") and not {"i", "me"}.isdisjoint(words[:splitting]):
        return tuple(piece.raw.lower() for piece in pieces[:splitting] if _is_name(piece))
    start = next((at for at, word in enumerate(words) if word in ("with", "between", "among")), len(words))
    names = []
    for piece in pieces[start + 1 :]:
        if piece.kind == "marked" or piece.word in ("for", "on", "at", "from", "it", "that", "was", "is"):
            break
        if _is_name(piece):
            names.append(piece.raw.lower())
    return tuple(names)


def _is_name(piece: Piece) -> bool:
    return piece.kind == "word" and piece.word not in _NO_NAMES


def share_ledger(clause: Clause) -> Slots:
    slots: Slots = {}
    names = _names(clause)
    if not names and clause.words[0] in ("invite", "add"):
        names = tuple(
            phrase.text for phrase in phrases(clause.pieces, frozenset({"invite", "add"})) if not phrase.lead
        )[:1]
    put(slots, "with", names)
    return slots
