"""Finds the longest phrase of a tongue that begins at a word."""

import msgspec

from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.tokens import SYMBOLS
from bot.brain.offline.tongues.parting import NUMERAL, Word
from bot.brain.offline.tongues.phrase_tree import Node, exactness
from bot.brain.offline.tongues.tables import AMOUNT, GAP, WORD, Phrase
from bot.brain.offline.tongues.tongue import Tongue

_WIDEST_GAP = 6
_ENDS = frozenset({".", "!", "?", ";", "\n"})


class Found(msgspec.Struct, frozen=True, gc=False):
    """A phrase, where it ends, and the words each of its ``#``, ``*`` and ``..`` stands for."""

    phrase: Phrase
    end: int
    captured: tuple[list[Word], ...]


def phrase_at(words: list[Word], at: int, tongue: Tongue) -> Found | None:
    return _longest(tongue.phrases, words, at, (), tongue)


def _longest(node: Node, words: list[Word], at: int, captured: tuple[list[Word], ...], tongue: Tongue) -> Found | None:
    best = Found(node.phrase, at, captured) if node.phrase else None
    if at >= len(words) or not node.following:
        return best
    word, following = words[at], node.following
    fixed = following.get(word.word)
    if fixed:
        best = _better(best, _longest(fixed, words, at + 1, captured, tongue))
    accented = None if word.raw.isascii() else following.get(word.raw.lower())
    if accented:
        best = _better(best, _longest(accented, words, at + 1, captured, tongue))
    for element, end in ((AMOUNT, _amount_end), (WORD, _name_end)):
        caught = following.get(element)
        last = end(words, at, tongue) if caught else at
        if caught and last > at:
            best = _better(best, _longest(caught, words, last, (*captured, words[at:last]), tongue))
    gap = following.get(GAP)
    for last in _gap_ends(gap, words, at, tongue) if gap else ():
        best = _better(best, _longest(gap, words, last, (*captured, words[at:last]), tongue)) if gap else best
    return best


def _better(best: Found | None, other: Found | None) -> Found | None:
    if best is None or other is None:
        return best or other
    return other if (other.end, exactness(other.phrase)) > (best.end, exactness(best.phrase)) else best


def _gap_ends(gap: Node, words: list[Word], at: int, tongue: Tongue) -> list[int]:
    """Where, within the sentence, something stands that goes on after a gap."""
    ends: list[int] = []
    for end in range(at + 1, min(at + _WIDEST_GAP + 1, len(words))):
        if words[end - 1].word in _ENDS:
            break
        if words[end].word in gap.following or (AMOUNT in gap.following and _amount_end(words, end, tongue) > end):
            ends.append(end)
    return ends


def _amount_end(words: list[Word], at: int, _: Tongue) -> int:
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
