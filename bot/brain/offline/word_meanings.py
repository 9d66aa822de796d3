"""Reads what a person says a word means: "tesco means groceries", "call takeaway dining", "tesco means nothing"."""

from bot.brain.offline import merchants
from bot.brain.offline.clause import Clause
from bot.brain.offline.pieces import DAY
from bot.domain.decision import Slots
from bot.domain.taxonomy import knows, scope_of

_SAYING = frozenset(
    "when whenever if i say write type always call calls count treat file put class classify categorize categorise "
    "book on "
    "now from please "
    "as be it , the everything every all any more anymore longer".split()
)
_BETWEEN = frozenset("means mean is are goes go counts count should belongs belong under as in to into with".split())
_NO_WORD = frozenset(
    "that it this last latest one me him her you them what which who my he she they i we there".split()
)
_FORGETTING = frozenset(
    "forget remove delete drop clear what that the my meaning alias of for stop calling counting treating putting "
    "filing classing booking reading".split()
)
_SAID_OF_IT = frozenset("means meant mean do does should no as under in".split())
_NOTHING = frozenset({"nothing", "nothing special"})
_TALKED_OF = frozenset("life love time age size words talk winning losing".split())
"""These mean nothing to many people, and are no words for money."""

_LONGEST = 3


def meaning_of_a_word(clause: Clause) -> Slots | None:
    """The word and the category it means from now on; what it means must be a category PAM knows."""
    if clause.asks and clause.words[0] not in ("when", "whenever"):
        return None
    pieces = [piece for piece in clause.pieces if piece.word != DAY]
    if any(piece.kind not in ("word", "mark") for piece in pieces) or not _NO_WORD.isdisjoint(_told(clause)):
        return None
    words = [piece.word for piece in pieces if piece.word not in _SAYING or piece.word == "as"]
    told = [piece.raw.lower() for piece in pieces if piece.word not in _SAYING or piece.word == "as"]
    first = next((at for at, word in enumerate(words) if at and word in _BETWEEN), -1)
    if first > 0:
        end = first
        while end < len(words) and words[end] in _BETWEEN:
            end += 1
        return _meaning(told[:first], words[end:])
    return _called(told, words) if clause.words[0] == "call" else None


def _told(clause: Clause) -> list[str]:
    """The words without the "I" of "when I say X I mean Y"."""
    speaking = "mean" in clause.words and "say" in clause.words
    return [word for word in clause.words if not (word == "i" and speaking)]


def _meaning(word: list[str], means: list[str]) -> Slots | None:
    name = " ".join(means)
    if name in _NOTHING:
        return _forgotten(word)
    if not (0 < len(word) <= _LONGEST and 0 < len(means) <= _LONGEST and knows(name)) or " ".join(word) == name:
        return None
    return {"key": "category", "word": " ".join(word), "means": name}


def forgotten_meaning(clause: Clause) -> Slots | None:
    """As "forget what tesco means", "aldi does not mean groceries any more": from now on the word is only itself."""
    words = clause.words
    if any(piece.kind != "word" for piece in clause.pieces):
        return None
    first = next((at for at, word in enumerate(words) if word not in _FORGETTING), len(words))
    end = next((at for at, word in enumerate(words) if at >= first and word in _SAID_OF_IT), len(words))
    return _forgotten([piece.raw.lower() for piece in clause.pieces[first:end]])


def _forgotten(word: list[str]) -> Slots | None:
    name = " ".join(word)
    if not 0 < len(word) <= _LONGEST or not (_NO_WORD | _TALKED_OF).isdisjoint(word):
        return None
    if scope_of(name).kind in ("all", "group"):
        return None
    return {"key": "category", "word": name, "means": ""}


def _called(told: list[str], words: list[str]) -> Slots | None:
    """As "call takeaway dining": both are words PAM knows, the split between them is the first that makes them so."""
    for at in range(1, len(words)):
        word, means = " ".join(words[:at]), " ".join(words[at:])
        if (knows(word) or word in merchants.CATEGORY_OF) and knows(means):
            return _meaning(told[:at], words[at:])
    return None
