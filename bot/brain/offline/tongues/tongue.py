"""A tongue: one language's words and phrases, compiled for telling them in English."""

from itertools import pairwise

import msgspec

from bot.brain.offline.day_words import MONTHS, WEEKDAYS
from bot.brain.offline.everyday_words import EVERYDAY
from bot.brain.offline.merchants import CATEGORY_OF
from bot.brain.offline.spelling import Spelling
from bot.brain.offline.tongues.numerals import Numerals
from bot.brain.offline.tongues.phrase_tree import Node, grown
from bot.brain.offline.tongues.tables import (
    AMOUNT,
    GAP,
    IDLE,
    WORD,
    everyday_words_of,
    phrases_of,
    plain,
    without_digraphs,
    words_of,
)
from bot.domain.taxonomy_french import FRENCH
from bot.domain.taxonomy_german import GERMAN
from bot.domain.taxonomy_spanish import SPANISH
from bot.domain.taxonomy_words import WORDS

_REPAIRED = 5
_NAMED = (
    frozenset(
        part
        for leaf in (*WORDS.values(), SPANISH, FRENCH, GERMAN)
        for line in leaf.values()
        for part in line.replace(",", " ").replace(";", " ").split()
    )
    | {part for name in CATEGORY_OF for part in name.split()}
    | EVERYDAY
    | WEEKDAYS.keys()
    | MONTHS.keys()
)
"""What things and shops are called is never taken for a misspelled word."""


class Tongue(msgspec.Struct, frozen=True):
    """One language.

    known     all words of its tables; ``spelling`` repairs what is misspelled
    owning    those that may stand before a name: "my", "the"
    idle      those that change nothing: "mal", "halt"
    telling   pairs of which one is idle elsewhere: "ahora no" has a phrase of its own
    elided    beginnings that are words of their own: "l'essence" is "l'" and "essence"
    joined    such ends, as in "Kaffeebudget"
    digraphs  whether "ue" may stand for "ü"
    """

    words: dict[str, str]
    phrases: Node
    numerals: Numerals
    known: frozenset[str]
    spelling: Spelling
    owning: frozenset[str]
    idle: frozenset[str] = frozenset()
    telling: frozenset[tuple[str, str]] = frozenset()
    elided: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    digraphs: bool = False

    def spelled(self, word: str) -> str:
        """A word as the tables have it, however its umlauts are written."""
        word = plain(word)
        if not self.digraphs or word in self.known:
            return word
        umlauted = without_digraphs(word)
        return umlauted if umlauted in self.known else word


def built(folder: str, numerals: Numerals, *, elided: tuple[str, ...] = (), joined: tuple[str, ...] = ()) -> Tongue:
    """A tongue from its folder. Where words run together, as in German, umlauts may be written as digraphs too."""
    told, said = words_of(folder), phrases_of(folder)
    counted = {word for run in numerals for word in run}
    parts = {word for phrase in said for word in phrase.words}
    idle = frozenset(word for word, english in told.items() if english == IDLE)
    known = frozenset(map(plain, told.keys() | everyday_words_of(folder) | parts | counted)) - {AMOUNT, WORD, GAP}
    return Tongue(
        words=told,
        phrases=grown(said),
        numerals=numerals,
        known=known,
        spelling=Spelling(known=known | _NAMED, targets=[word for word in map(plain, told) if len(word) >= _REPAIRED]),
        owning=frozenset(word for word, english in told.items() if english in ("my", "the", "a")),
        idle=idle,
        telling=frozenset(pair for phrase in said for pair in pairwise(phrase.words) if not idle.isdisjoint(pair)),
        elided=elided,
        joined=joined,
        digraphs=bool(joined),
    )
