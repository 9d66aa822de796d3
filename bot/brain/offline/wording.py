"""Says every word of a text as PAM spells it: short forms opened, glosses told, misspelled words repaired."""

from functools import lru_cache

from bot.brain.offline.account_names import NAMES as ACCOUNT_NAMES
from bot.brain.offline.day_words import MONTHS, WEEKDAYS
from bot.brain.offline.glosses import GLOSSES
from bot.brain.offline.number_words import ALL as NUMBER_WORDS
from bot.brain.offline.pieces import Piece, Pieces
from bot.brain.offline.short_forms import SHORT
from bot.brain.offline.tokens import Token, tokenise
from bot.brain.offline.tongues import ENGLISH, in_english
from bot.brain.offline.vocabulary import SPELLING
from bot.domain.taxonomy import fold

MOST_REPAIRS = 12
"""Enough for a hurried message; a text with more unknown words is in no language PAM repairs."""

_KEPT = 16
"""Texts: who is asked how sure a reading is has just made it, and a text of another language takes 50 us to tell."""

_OWNING = frozenset(
    {"today", "yesterday", "tomorrow", "week", "month", "year", "weekend"} | WEEKDAYS.keys() | MONTHS.keys()
)

_HOLDERS = ACCOUNT_NAMES | {"account", "card"}
_HELD = frozenset("got at on has sitting showing holding down overdrawn up now currently".split())


@lru_cache(maxsize=_KEPT)
def tokens_in(text: str) -> list[Token]:
    """The tokens of a tidied text, to be read only."""
    return tokenise(text)


@lru_cache(maxsize=_KEPT)
def spelled_in(text: str, language: str) -> Pieces:
    """The pieces of a tidied text, to be read only."""
    return spelled(tokens_in(text), language)


def spelled(tokens: list[Token], language: str) -> Pieces:
    """The tokens as pieces; one word can become several ("don't": "do", "not"), the later ones have no raw text."""
    if language != ENGLISH:
        return in_english(tokens, language)
    shouted = all(token.raw.isupper() for token in tokens if token.kind == "word")
    pieces: Pieces = []
    repairs = MOST_REPAIRS
    for number, token in enumerate(tokens):
        if token.kind != "word":
            opened = SHORT.get(token.word) if token.kind == "number" else None
            pieces.append(Piece(opened or token.word, token.raw, "word" if opened else token.kind, token.gap))
            continue
        told, sure = _told(token.word)
        if told[-2:] == "'s" and told[:-2] in _HOLDERS and number + 1 < len(tokens) and _says_held(tokens[number + 1]):
            told = f"{told[:-2]} is"
        if not sure and repairs and (shouted or number == 0 or not token.raw[0].isupper()):
            repairs -= 1
            repaired = SPELLING.repaired(told) or told
            told = SHORT.get(repaired, repaired)
        if " " not in told:
            pieces.append(Piece(told, token.raw, "word", token.gap))
            continue
        first, *rest = told.split()
        pieces.append(Piece(first, token.raw, "word", token.gap))
        pieces.extend(Piece(other, "", "word", gap=False) for other in rest)
    return pieces


def _says_held(following: Token) -> bool:
    """As in "current account's got 640", "visa's at -300", but not in "chase's fee"."""
    return following.kind in ("number", "unit") or following.word in _HELD


@lru_cache(maxsize=8192)
def _told(word: str) -> tuple[str, bool]:
    """What a word is told as, and whether that is a word PAM knows."""
    key = word if word.isascii() else fold(word)
    if key.endswith("'s"):
        key = _without_owning(key)
    parts = key.split("-")
    if len(parts) > 1 and NUMBER_WORDS.issuperset(parts):
        return " ".join(parts), True
    opened = _opened(key)
    if opened is not None:
        return opened, True
    return (SHORT.get(key, key), True) if SPELLING.knows(key) else (key, False)


def _opened(key: str) -> str | None:
    known = SHORT.get(key)
    return known if known or (key in SPELLING.known and key not in GLOSSES) else GLOSSES.get(key)


def _without_owning(key: str) -> str:
    """As in "yesterday's" and "last month's": the day or period alone."""
    return key[:-2] if key[:-2] in _OWNING else key
