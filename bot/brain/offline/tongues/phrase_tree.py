"""Phrases as a tree, an element a step: all that may begin at a word are looked for at once."""

from collections.abc import Iterable

import msgspec

from bot.brain.offline.tongues.tables import AMOUNT, GAP, WORD, Phrase

_CAUGHT = frozenset({AMOUNT, WORD, GAP})


class Node(msgspec.Struct):
    """Where a phrase may go on, by element; ``phrase`` is the one that ends here."""

    following: dict[str, "Node"] = {}
    phrase: Phrase | None = None


def grown(phrases: Iterable[Phrase]) -> Node:
    """The tree of phrases; of two with the same words the first stays."""
    root = Node()
    for phrase in phrases:
        node = root
        for element in phrase.words:
            node = node.following.setdefault(element, Node())
        node.phrase = node.phrase or phrase
    return root


def exactness(phrase: Phrase) -> int:
    """Of two that are as long the one of more words of its own is meant, or with accents: "wären" is no "waren"."""
    return sum(1 if word.isascii() else 2 for word in phrase.words if word not in _CAUGHT)
