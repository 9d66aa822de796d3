"""Where a person's own word for a category lies, and what a budget or question on a word counts."""

import unicodedata
from functools import lru_cache
from typing import Literal

import msgspec

from bot.domain.taxonomy_french import FRENCH
from bot.domain.taxonomy_german import GERMAN
from bot.domain.taxonomy_spanish import SPANISH
from bot.domain.taxonomy_words import WORDS

OTHER = "other"
EVERYTHING = frozenset(
    "total overall all everything whole entire general altogether todo gesamt alles tout anything spending "
    "insgesamt".split()
)

TAXONOMY: dict[str, tuple[str, ...]] = {group: tuple(leaves) for group, leaves in WORDS.items()} | {OTHER: (OTHER,)}

_ENGLISH = {leaf: line for leaves in WORDS.values() for leaf, line in leaves.items()}
_GROUP_OF = {leaf: group for group, leaves in WORDS.items() for leaf in leaves}
_GROUP_WORDS = {
    "comida": "food", "essen": "food", "nourriture": "food", "alimentation": "food", "alimentacion": "food",
    "transportation": "transport", "transporte": "transport", "verkehr": "transport", "transports": "transport",
    "vivienda": "housing", "wohnen": "housing", "logement": "housing", "salud": "health", "gesundheit": "health",
    "sante": "health", "familia": "family", "famille": "family", "familie": "family", "ocio": "leisure",
    "freizeit": "leisure", "loisirs": "leisure", "medical": "health", "income": "income", "earnings": "income",
}  # fmt: skip


class Place(msgspec.Struct, frozen=True):
    """Where a booking lies: the group, the leaf, and the person's own word."""

    group: str
    leaf: str
    word: str


class Scope(msgspec.Struct, frozen=True):
    """What is counted: everything, a group, a leaf, or one word alone."""

    kind: Literal["all", "group", "leaf", "word"]
    key: str


class _Entry(msgspec.Struct, frozen=True):
    group: str
    leaf: str
    narrower: bool


def fold(word: str) -> str:
    """Lower case, without accents, "ß" as "ss", spaces made single: the form in which words are compared."""
    word = " ".join(word.lower().replace("_", " ").split())
    if word.isascii():
        return word
    return "".join(
        mark for mark in unicodedata.normalize("NFKD", word.replace("ß", "ss")) if not unicodedata.combining(mark)
    )


def singular(word: str) -> str:
    """A rough English singular of a folded word: enough to make "tickets" find "ticket"."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "atoes")):
        return word[:-2]
    return word[:-1]


def word_key(word: str) -> str:
    """What makes two spellings of a word one category: "Lunch" and "lunches" are the same."""
    return singular(fold(word))


def _entries() -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for group, leaves in WORDS.items():
        entries |= {leaf: _Entry(group, leaf, narrower=False) for leaf in leaves}
    for language in (_ENGLISH, SPANISH, FRENCH, GERMAN):
        for leaf, line in language.items():
            same, _, narrower = line.partition(";")
            for word in same.split(","):
                entries.setdefault(word.strip(), _Entry(_GROUP_OF[leaf], leaf, narrower=False))
            for word in narrower.split(","):
                entries.setdefault(word.strip(), _Entry(_GROUP_OF[leaf], leaf, narrower=True))
    entries.pop("", None)
    return entries


_ENTRIES = _entries()
_SINGULARS = {singular(word): entry for word, entry in _ENTRIES.items()}


@lru_cache(maxsize=4096)
def knows(word: str) -> bool:
    """Whether a word or phrase is in the published lists, whatever its number or accents."""
    key = fold(word)
    return key in _ENTRIES or singular(key) in _SINGULARS or key in TAXONOMY or key in _GROUP_WORDS


def _entry_of(key: str) -> _Entry | None:
    return _ENTRIES.get(key) or _SINGULARS.get(singular(key))


@lru_cache(maxsize=4096)
def place_of(word: str) -> Place:
    """The leaf a word lies at; a phrase lies where its last known words do ("winter coat" at clothing)."""
    key = fold(word)
    parts = key.split()
    for first in range(len(parts)):
        entry = _entry_of(" ".join(parts[first:]))
        if entry:
            return Place(entry.group, entry.leaf, word)
    group = key if key in TAXONOMY else _GROUP_WORDS.get(key)
    if group:
        return Place(group, TAXONOMY[group][0] if group == OTHER else OTHER, word)
    for part in reversed(parts[:-1]):
        entry = _entry_of(part)
        if entry:
            return Place(entry.group, entry.leaf, word)
    return Place(OTHER, OTHER, word)


@lru_cache(maxsize=4096)
def scope_of(word: str | None) -> Scope:
    """What a budget or question on a word counts: "food" the group, "dining" the leaf, "lunch" that word alone."""
    key = fold(word or "")
    if not key or key in EVERYTHING:
        return Scope("all", "")
    if key in TAXONOMY:
        return Scope("group", key)
    if key in _GROUP_WORDS:
        return Scope("group", _GROUP_WORDS[key])
    entry = _entry_of(key)
    if entry and not entry.narrower:
        return Scope("leaf", entry.leaf)
    return Scope("word", word_key(key))


def covers(scope: Scope, place: Place) -> bool:
    """Whether a booking at ``place`` counts into ``scope``."""
    if scope.kind == "all":
        return True
    if scope.kind == "group":
        return place.group == scope.key
    if scope.kind == "leaf":
        return place.leaf == scope.key
    return word_key(place.word) == scope.key
