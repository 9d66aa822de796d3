"""Finds an amount at a place in the text, written or spoken, and doubts it where the words around it make it vague."""

from decimal import Decimal

from bot.brain.offline.amount import Amount, unreadable
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.spoken_amounts import read_spoken
from bot.brain.offline.written_amounts import read_prefixed, read_written
from bot.domain.decision import Reader

_NOTES = {"tenner": 10, "fiver": 5, "grand": 1000, "twenner": 20, "pony": 25, "monkey": 500}
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "couple": 2}
_VAGUE = frozenset("half quarter few several couple double triple".split())
_SUMS = frozenset("+*=^~<>|×÷")

Found = tuple[int, Amount]


def read_amount(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """The amount that starts at ``at`` and where it ends; "half a million" and "two and a half" cannot be read."""
    found = _read(pieces, at, reader)
    if found is not None and _is_vague(pieces, at, found[0]):
        return found[0], unreadable(found[1].currency)
    return found


def _read(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    piece = pieces[at]
    if piece.kind == "number":
        return read_written(pieces, at, reader)
    if piece.kind in ("word", "unit"):
        return read_prefixed(pieces, at, reader) or _note(pieces, at, reader) or read_spoken(pieces, at, reader)
    return None


def _note(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """a tenner, two grand, fiver."""
    word = pieces[at].word
    if word in _NOTES and word not in ("pony", "monkey", "grand"):
        return at + 1, Amount((Decimal(_NOTES[word]),), reader.currency, marked=True)
    many, note = _MANY.get(word, 0), pieces[at + 1].word.removesuffix("s")
    if many and note in _NOTES:
        return at + 2, Amount((Decimal(many * _NOTES[note]),), reader.currency, marked=True)
    return None


def _is_vague(pieces: Pieces, first: int, end: int) -> bool:
    before = pieces[first - 1].word if first else ""
    if before in _VAGUE or (before in ("a", "couple") and first > 1 and pieces[first - 2].word in _VAGUE):
        return True
    follows = pieces[end]
    if follows.kind == "mark" and not follows.gap and follows.word in _SUMS:
        return True
    return follows.word == "and" and pieces[end + 1].word == "a" and pieces[end + 2].word == "half"
