"""Which memories a message is about: full-text ranking over what was opened, with near meaning where it is known."""

import math
import re
from collections import Counter

from bot.domain.memory import KeptMemory, Memory
from bot.domain.relations import RELATIONS, relation_of
from bot.domain.taxonomy import fold, word_key
from bot.services.memory_vectors import Vector
from bot.services.memory_words import in_plain_english

# How soon a word said again counts no more (k1), and how much a longer memory is marked down for it (b).
SATURATION, BY_LENGTH = 1.2, 0.75
# Cosine; below it two sentences are about different things.
NEAR = 0.3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What each kind is asked for by, in every language PAM speaks.
_CUES: dict[str, str] = {
    word: kind
    for kind, words in {
        "employer": "work working job employer company office trabajo trabajar empresa oficina travail travailler "
        "travaille boulot employeur entreprise bureau arbeit arbeite arbeiten arbeitgeber firma buro",
        "home": "live living home town city place vivo vivir casa ciudad habite habiter ville maison wohne wohnen "
        "wohnort stadt zuhause",
        "birthday": "birthday born gift present cumpleano cumple nacido regalo anniversaire cadeau geburtstag geboren "
        "geschenk",
    }.items()
    for word in words.split()
}


def recall(memories: list[KeptMemory], text: str, vector: Vector = (), model: str = "", most: int = 5) -> list[Memory]:
    """The likeliest first, none where nothing is about it; ``vector`` is the text's, of length one, by ``model``."""
    told = _by_words(memories, _terms(text))
    meant = _by_meaning(memories, vector, model)
    scores = [words + (near if near >= NEAR else 0.0) for words, near in zip(told, meant, strict=True)]
    best = sorted(range(len(memories)), key=lambda at: -scores[at])[:most]
    return [memories[at].memory for at in best if scores[at] > 0]


def for_the_prompt(memories: list[Memory]) -> tuple[str, ...]:
    """One short English line each: kept values, nothing of anybody's free text."""
    return tuple(in_plain_english(memory) for memory in memories)


def _by_words(memories: list[KeptMemory], sought: set[str]) -> list[float]:
    """BM25 of each, as a share of the best."""
    acquaintance = _acquaintance(memories)
    documents = [_document(kept.memory, acquaintance) for kept in memories]
    found_in = Counter(term for document in documents for term in document & sought)
    usual = sum(map(len, documents)) / max(len(documents), 1)
    scores = [
        sum(_weight(found_in[term], len(documents)) for term in document & sought) * _share(len(document), usual)
        for document in documents
    ]
    best = max(scores, default=0.0) or 1.0
    return [score / best for score in scores]


def _weight(found_in: int, documents: int) -> float:
    return math.log(1 + (documents - found_in + 0.5) / (found_in + 0.5))


def _share(length: int, usual: float) -> float:
    """A word stands in a memory once: what is left of BM25 is how long the memory is."""
    return (SATURATION + 1) / (1 + SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / usual))


def _by_meaning(memories: list[KeptMemory], vector: Vector, model: str) -> list[float]:
    """Cosines; vectors of another model or length tell nothing. Of unit vectors the distance tells it in C."""
    return [
        1 - math.dist(vector, kept.vector) ** 2 / 2
        if vector and kept.vector_model == model and len(kept.vector) == len(vector)
        else 0.0
        for kept in memories
    ]


def _document(memory: Memory, acquaintance: dict[str, set[str]]) -> set[str]:
    """What a memory may be asked for by: its words, its kind, and who somebody named in it is."""
    terms = {f":{memory.kind}"} | acquaintance.get(fold(memory.subject), set())
    for part in (memory.subject, memory.value):
        terms |= {part} if part in RELATIONS else set(_words(part))
    return terms


def _acquaintance(memories: list[KeptMemory]) -> dict[str, set[str]]:
    """Each name with who that is, and each relation with what they are called."""
    known: dict[str, set[str]] = {}
    for memory in (kept.memory for kept in memories if kept.memory.kind == "person"):
        known.setdefault(fold(memory.subject), set()).add(memory.value)
        known.setdefault(memory.value, set()).update(_words(memory.subject))
    return known


def _terms(text: str) -> set[str]:
    words = _words(text)
    relations = {relation_of(word) for word in words} - {""}
    return {*words, *relations, *(f":{_CUES[word]}" for word in words if word in _CUES)}


def _words(text: str) -> list[str]:
    return [word_key(word) for word in _WORD.findall(fold(text))]
