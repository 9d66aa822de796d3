"""Reads the "and ten cents" that follows whole money."""

from decimal import Decimal

from bot.brain.offline.currencies import CENTS
from bot.brain.offline.number_words import read_below_hundred
from bot.brain.offline.pieces import Pieces

_AFTER = frozenset("for on at in from to today yesterday this last".split())


def and_cents(pieces: Pieces, at: int) -> tuple[int, Decimal]:
    """Where the cents end and what they add; (at, 0) when none are told."""
    first = at + 1 if pieces[at].word == "and" else at
    piece = pieces[first]
    if piece.kind == "number" and piece.word.isdigit() and len(piece.word) <= 2:
        cents, end = int(piece.word), first + 1
    else:
        cents, end = read_below_hundred(pieces, first)
    if end > first and pieces[end].word in CENTS and cents < 100:
        return end + 1, Decimal(cents) / 100
    if 10 <= cents < 100 and first == at and _closes(pieces, at, end):
        return end, Decimal(cents) / 100
    return at, Decimal(0)


def _closes(pieces: Pieces, at: int, end: int) -> bool:
    """As "nine pound fifty for lunch": the cents follow the currency's word, and nothing they could count follows."""
    after = pieces[end]
    return pieces[at - 1].kind == "word" and (after.kind in ("end", "mark") or after.word in _AFTER)
