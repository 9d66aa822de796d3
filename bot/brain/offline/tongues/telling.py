"""Tells a text of another language word by word in English, its own phrases first: "me queda" is "is left"."""

from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.pieces import Piece, Pieces
from bot.brain.offline.tokens import SYMBOLS, Token
from bot.brain.offline.tongues.parting import NUMERAL, Word, parted, written
from bot.brain.offline.tongues.tables import AMOUNT, WORD, Phrase
from bot.brain.offline.tongues.tongue import Tongue

_Captured = list[list[Word]]


def told(tokens: list[Token], tongue: Tongue) -> Pieces:
    """The pieces in English words, each with what the person wrote for it."""
    words = parted(tokens, tongue)
    pieces: Pieces = []
    at = 0
    while at < len(words):
        found = _phrase_at(words, at, tongue)
        if found:
            phrase, end, captured = found
            pieces += _said(phrase, words[at:end], captured, tongue)
            at = end
        else:
            pieces += _single(words[at], tongue)
            at += 1
    return pieces


def _phrase_at(words: list[Word], at: int, tongue: Tongue) -> tuple[Phrase, int, _Captured] | None:
    word, phrases = words[at], tongue.phrases
    candidates = phrases.get(word.word, ())
    if word.raw and not word.raw.isascii():
        candidates = (*phrases.get(word.raw.lower(), ()), *candidates)
    if word.kind in ("number", NUMERAL):
        candidates = (*candidates, *phrases.get(AMOUNT, ()))
    elif word.kind == "word" and at + 1 < len(words):
        following = words[at + 2 if word.word in tongue.owning and at + 2 < len(words) else at + 1]
        candidates = (*candidates, *phrases.get(f"* {following.word}", ()))
    best: tuple[Phrase, int, _Captured] | None = None
    for phrase in candidates:
        found = _matched(phrase, words, at, tongue)
        if found and (best is None or found[0] > best[1]):
            best = phrase, *found
    return best


def _matched(phrase: Phrase, words: list[Word], at: int, tongue: Tongue) -> tuple[int, _Captured] | None:
    captured: _Captured = []
    for element in phrase.words:
        if at >= len(words):
            return None
        word = words[at]
        if element == AMOUNT:
            end = _amount_end(words, at)
        elif element == WORD:
            end = _name_end(words, at, tongue)
        elif element == word.word or (not element.isascii() and element == word.raw.lower()):
            at += 1
            continue
        else:
            return None
        if end == at:
            return None
        captured.append(words[at:end])
        at = end
    return at, captured


def _amount_end(words: list[Word], at: int) -> int:
    """Where an amount ends; ``at`` when none begins there."""
    first = at + (words[at].word in SYMBOLS or words[at].kind == "unit")
    end = first
    while end < len(words) and words[end].kind in ("number", NUMERAL):
        end += 1
    if end == first:
        return at
    if end < len(words) and (words[end].word in SYMBOLS or words[end].word.removesuffix("s") in CURRENCY_WORDS):
        end += 1
    return end


def _name_end(words: list[Word], at: int, tongue: Tongue) -> int:
    end = at + (words[at].word in tongue.owning)
    return end + 1 if end < len(words) and words[end].kind == "word" else at


def _said(phrase: Phrase, source: list[Word], captured: _Captured, tongue: Tongue) -> Pieces:
    """The English of a phrase; what was written for its fixed words goes with the English words in turn."""
    taken = {id(word) for run in captured for word in run}
    raws = [word for word in source if id(word) not in taken]
    fixed = sum(not part.startswith("<") for part in phrase.english)
    pieces: Pieces = []
    for part in phrase.english:
        if part.startswith("<"):
            number, _, ending = part[1:].partition(">")
            pieces += _told_again(captured[int(number) - 1], ending, tongue)
            continue
        fixed -= 1
        own = raws[: 1 if fixed else len(raws)]
        raws = raws[len(own) :]
        pieces.append(Piece(part, written(own), "word" if part[0].isalpha() else "mark", bool(own) and own[0].gap))
    return pieces


def _told_again(run: list[Word], ending: str, tongue: Tongue) -> Pieces:
    """What a ``#`` or ``*`` stood for; with an ending it is a day of the month."""
    if ending:
        day = "".join(sign for sign in run[0].word if sign.isdigit())
        return [Piece(day + ending, run[0].raw, "number", run[0].gap)]
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
