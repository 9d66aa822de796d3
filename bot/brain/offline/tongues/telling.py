"""Tells a text of another language word by word in English, its own phrases first: "me queda" is "is left"."""

from bot.brain.offline.pieces import Piece, Pieces
from bot.brain.offline.tokens import Token
from bot.brain.offline.tongues.matching import Found, phrase_at
from bot.brain.offline.tongues.parting import NUMERAL, Word, parted, written
from bot.brain.offline.tongues.tables import AMOUNT, GAP, WORD
from bot.brain.offline.tongues.tongue import Tongue


def told(tokens: list[Token], tongue: Tongue) -> Pieces:
    """The pieces in English words, each with what the person wrote for it."""
    return _told(parted(tokens, tongue), tongue)


def _told(words: list[Word], tongue: Tongue) -> Pieces:
    pieces: Pieces = []
    at = 0
    while at < len(words):
        found = phrase_at(words, at, tongue)
        if found:
            pieces += _said(found, words[at : found.end], tongue)
            at = found.end
        else:
            pieces += _single(words[at], tongue)
            at += 1
    return pieces


def _said(found: Found, source: list[Word], tongue: Tongue) -> Pieces:
    """The English of a phrase; what was written for its fixed words goes with the English words in turn."""
    phrase, captured = found.phrase, found.captured
    taken = {id(word) for run in captured for word in run}
    raws = [word for word in source if id(word) not in taken]
    fixed = sum(not part.startswith("<") for part in phrase.english)
    kinds = [element for element in phrase.words if element in (AMOUNT, WORD, GAP)]
    pieces: Pieces = []
    for part in phrase.english:
        if part.startswith("<"):
            number, _, ending = part[1:].partition(">")
            run = captured[int(number) - 1]
            pieces += _told(run, tongue) if kinds[int(number) - 1] == GAP else _told_again(run, ending, tongue)
            continue
        fixed -= 1
        own = raws[: 1 if fixed else len(raws)]
        raws = raws[len(own) :]
        pieces.append(Piece(part, written(own), _kind_of(part), bool(own) and own[0].gap))
    return pieces


def _kind_of(part: str) -> str:
    if part[0].isdigit():
        return "number"
    return "word" if part[0].isalpha() else "mark"


def _told_again(run: list[Word], ending: str, tongue: Tongue) -> Pieces:
    """What a ``#`` or ``*`` stood for; with an ending it is a day of the month, or a mark in per cent."""
    if ending:
        day = "".join(sign for sign in run[0].word if sign.isdigit())
        return [Piece(day + ending, f"{day}%" if ending == "%" else run[0].raw, "number", run[0].gap)]
    return [piece for word in run for piece in _single(word, tongue)]


def _single(word: Word, tongue: Tongue) -> Pieces:
    if word.kind == NUMERAL:
        english = word.english
    elif word.kind != "word":
        return [Piece(word.word, word.raw, word.kind, word.gap)]
    else:
        english = tongue.words.get(word.raw.lower()) or tongue.words.get(word.word) or _repaired(word, tongue)
    first, *rest = english.split()
    return [Piece(first, word.raw, "word", word.gap), *(Piece(other, "", "word", gap=False) for other in rest)]


def _repaired(word: Word, tongue: Tongue) -> str:
    """A misspelled word as what it was meant for; a capital is a name, or a noun."""
    if word.raw[:1].isupper() or tongue.spelling.knows(word.word):
        return word.word
    meant = tongue.spelling.repaired(word.word)
    return tongue.words.get(meant, meant) if meant else word.word
