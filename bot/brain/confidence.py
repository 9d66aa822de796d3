"""How sure the offline brain may be of a reading: each word of the text has to be accounted for by what it came to."""

import re
from collections.abc import Iterator

from bot.brain.offline import merchants
from bot.brain.offline.explained_words import BOOKING_SKILLS, explained_by, note_words
from bot.brain.offline.first_names import FIRST_NAMES
from bot.brain.offline.manners import manners_of
from bot.brain.offline.misgivings import contradictions, figures_left, is_of_own_account, odd_names
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.short_forms import FILLERS
from bot.brain.offline.tidy import tidy
from bot.brain.offline.tokens import SYMBOLS
from bot.brain.offline.tongues import languages_of
from bot.brain.offline.wording import spelled_in, tokens_in
from bot.domain.decision import Decision, Phrased, Question, Reader, SkillCall
from bot.domain.taxonomy import knows, place_of

_SURE, _DOUBT, _LEAST = 0.95, 0.2, 0.1
"""One doubt is enough for less than the usual fast lane, which begins at 0.8."""

_LONG, _LONG_TEXT = 25, 0.5
_NOTE = 8
_NEVER_DOUBTED = frozenset({"greet", "thanks", "verify_code"})
_NAMED_TOO = BOOKING_SKILLS - {"record_transfer"} | {"edit_transaction", "set_preference", "pay", "explain_alert"}
"""Where a thing that is bought, or a shop, may stand without being a slot: the cake of "coffee and cake 9"."""

_PARTS = re.compile(r"[\s,.:;'()-]+")
_QUESTIONED = frozenset({"?", '"'})


def sureness(text: str, decision: Decision, reader: Reader) -> float:
    """0..1: how sure the offline brain may be of the whole reading; 0 of none, and of what a model phrased.

    A question is as sure as its words are: the person is asked, no model has to be.
    """
    if isinstance(decision, Phrased):
        return 0.0
    calls = _calls_of(decision)
    first = calls[0].skill if calls else ""
    if first == "none":
        return 0.0
    if first in _NEVER_DOUBTED and len(calls) == 1:
        return _SURE
    if len(text.split()) > _LONG:
        return _LONG_TEXT
    if len(calls) == 1 and first == "record_expense" and _is_plain_note(text, calls[0]):
        return _SURE
    tidied = tidy(text)
    sure = _LEAST
    for language in languages_of(tokens_in(tidied), manners_of(reader.locale).language):
        doubts = sum(1 for _ in _doubts(calls, spelled_in(tidied, language)))
        sure = max(sure, _SURE - _DOUBT * doubts)
        if not doubts:
            break
    return sure


def _calls_of(decision: Decision) -> tuple[SkillCall, ...]:
    """What would be done; of a question, one of the ways it may be answered."""
    if isinstance(decision, Question):
        return decision.choices[0].calls if decision.choices else ()
    return () if isinstance(decision, Phrased) else decision.calls


def _is_plain_note(text: str, call: SkillCall) -> bool:
    """As "coffee 4.50" and "spent 45 on groceries", the commonest shapes, told without reading them again."""
    category = str(call.slots.get("category", ""))
    words = text.lower().split()
    if len(words) > _NOTE or not knows(category) or is_of_own_account(category):
        return False
    named, known, figures = category.split(), note_words(), 0
    for word in words:
        if word[0].isdecimal() or word[0] in SYMBOLS:
            figures += 1
        elif word not in named and word not in known:
            return False
    return figures == 1 and place_of(category).group != "income"


def _doubts(calls: tuple[SkillCall, ...], pieces: Pieces) -> Iterator[str]:
    """The words nothing accounts for, and what else speaks against the reading."""
    words = [piece.word for piece in pieces]
    yield from _unexplained(calls, pieces)
    if len(calls) == 1 and {"yesterday", "today"}.issubset(words):
        yield "two days"
    if len(calls) > 1 and any(call.skill == "pay" or _names_nothing(call) for call in calls):
        yield "one of several"
    if not calls and sum(piece.kind == "number" for piece in pieces) > 1:
        yield "several sums"
    if calls and all(call.skill in BOOKING_SKILLS and "amount" in call.slots for call in calls):
        yield from _QUESTIONED.intersection(words)
    for call in calls:
        yield from odd_names(call)
        yield from contradictions(call, words)
    if len(calls) == 1 and figures_left(calls[0], pieces):
        yield "figures"


def _names_nothing(call: SkillCall) -> bool:
    """As the second of "spent between the 3rd; and the 9": beside another call a sum alone is seldom a booking."""
    return call.skill == "record_expense" and "category" not in call.slots and "merchant" not in call.slots


def _unexplained(calls: tuple[SkillCall, ...], pieces: Pieces) -> Iterator[str]:
    told = {part for call in calls for part in _words_told(call)}
    skills = {call.skill for call in calls} or {"record_expense"}
    known = [explained_by(skill) for skill in skills]
    things, names = not skills.isdisjoint(_NAMED_TOO), "split_expense" in skills
    for at, piece in enumerate(pieces):
        word = piece.word
        if piece.kind != "word" or word in told or piece.raw.lower() in told or (at == 0 and word in FILLERS):
            continue
        if names and word in FIRST_NAMES:
            yield word
        if any(word in words or word.removesuffix("s") in words for words in known):
            continue
        if not (things and (knows(word) or word in merchants.CATEGORY_OF)):
            yield word


def _words_told(call: SkillCall) -> Iterator[str]:
    """All words of the slots, each as it stands there and without what parts it."""
    for value in call.slots.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                lowered = part.lower()
                yield from lowered.split()
                yield from _PARTS.split(lowered)
