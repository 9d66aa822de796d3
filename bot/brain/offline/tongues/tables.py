"""The tables of a language as a person reads and writes them.

One folder a language, a file a room. ``everyday.txt`` holds words alone, ``words.txt`` a meaning a line,
``spent: gaste gastado``, ``-`` where it means nothing, and each of the others a phrase a line,
``le debo # a * = i owe <2> <1>``:

``a|b``     one of two words
``#``       an amount, in digits or words, with its currency
``*``       a word, with the "my" or "the" before it
``..``      words up to the next that is told, six at most, themselves told in English
``<1>``     the first ``#``, ``*`` or ``..``, as it was written; ``<1>th`` is it as a day of the month,
            ``<1>%`` as a mark in per cent

Words are compared without accents; one that is written with an accent in a table is compared with it.
"""

import itertools
from collections.abc import Iterator
from importlib import resources
from importlib.abc import Traversable

import msgspec

from bot.domain.taxonomy import fold

AMOUNT, WORD, GAP = "#", "*", ".."
IDLE = "-"
"""The meaning of a word that changes nothing."""

_WORDS, _EVERYDAY = "words.txt", "everyday.txt"


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """What must stand there, in order, and the English parts it stands for."""

    words: tuple[str, ...]
    english: tuple[str, ...]


def plain(word: str) -> str:
    """A word as the tables have it: without accents, and with "ss"."""
    return word if word.isascii() else fold(word)


def without_digraphs(word: str) -> str:
    """As "fuer" is written where a keyboard has no "ü"."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def words_of(folder: str) -> dict[str, str]:
    """Each word of a language, and its English."""
    found: dict[str, str] = {}
    for line in _lines(_tables() / folder / _WORDS):
        english, _, words = line.partition(": ")
        found |= dict.fromkeys(words.split(), english)
    return found


def everyday_words_of(folder: str) -> set[str]:
    return {word for line in _lines(_tables() / folder / _EVERYDAY) for word in line.split()}


def phrases_of(folder: str) -> list[Phrase]:
    rooms = [room for room in sorted((_tables() / folder).iterdir(), key=str) if room.name not in (_WORDS, _EVERYDAY)]
    return [phrase for room in rooms for phrase in _phrases(_lines(room))]


def _phrases(lines: list[str]) -> Iterator[Phrase]:
    for line in lines:
        written, _, english = line.partition(" = ")
        for words in itertools.product(*(part.split("|") for part in written.split())):
            yield Phrase(words, tuple(english.split()))


def _tables() -> Traversable:
    return resources.files("bot.brain.offline.tongues")


def _lines(table: Traversable) -> list[str]:
    """The lines of a table but for its heading."""
    return [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("##")]
