"""Repairs a misspelled word when exactly one known word is near: a letter off, two swapped, vowels left out."""

from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 4
_LONGEST = 18
_VOWELS = frozenset("aeiou")


class Spelling:
    """The known words, and for each the forms it is found by when it is misspelled."""

    def __init__(self, known: Iterable[str], targets: Iterable[str]) -> None:
        self.known = frozenset(known)
        self._targets = frozenset(word for word in targets if len(word) >= _SHORTEST and word.isalpha())
        self._by_deletion: dict[str, list[str]] = {}
        self._by_skeleton: dict[str, list[str]] = {}
        self.repaired = lru_cache(maxsize=4096)(self._repaired)

    def knows(self, word: str) -> bool:
        """Whether a word, or what it is the plural of, is spelled right."""
        return word in self.known or (word.endswith("s") and (word[:-1] in self.known or word[:-2] in self.known))

    def _index(self) -> None:
        """Built when the first misspelled word comes: most processes start for a text that is spelled right."""
        for word in sorted(self._targets):
            for form in _deletions(word):
                self._by_deletion.setdefault(form, []).append(word)
            self._by_skeleton.setdefault(_skeleton(word), []).append(word)

    def _repaired(self, word: str) -> str | None:
        """The one known word meant, or None. The first letter is never repaired."""
        if not (_SHORTEST - 1 <= len(word) <= _LONGEST) or not word.isalpha():
            return None
        if not self._by_skeleton:
            self._index()
        near = {known for known in self._candidates(word) if known[0] == word[0] and _near(word, known)}
        if len(near) > 1:
            near = {known for known in near if _skeleton(known) == _skeleton(word)} or near
        if len(near) > 1:
            near = _without_inflections(near)
        return near.pop() if len(near) == 1 else None

    def _candidates(self, word: str) -> set[str]:
        found = set(self._by_skeleton.get(_skeleton(word), ()))
        if len(word) >= _SHORTEST:
            found.update(self._by_deletion.get(word, ()))
            for form in _deletions(word):
                if form in self._targets:
                    found.add(form)
                found.update(self._by_deletion.get(form, ()))
        return found


def _deletions(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _skeleton(word: str) -> str:
    """The first letter and the consonants, doubles once: "groceries" and "grcries" share it."""
    out = word[0]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != out[-1]:
            out += letter
    return out


def _near(word: str, known: str) -> bool:
    if abs(len(word) - len(known)) > 3:
        return False
    if (
        len(word) < len(known)
        and _skeleton(word) == _skeleton(known)
        and len(_skeleton(word)) >= 3
        and _in_order(word, known)
    ):
        return len(word) >= 4 or len(known) <= 5
    if len(word) < _SHORTEST:
        return False
    if len(word) == len(known):
        return _swapped(word, known) or (len(word) >= 7 and sum(a != b for a, b in zip(word, known, strict=True)) == 1)
    if word[: len(known)] == known or (word.endswith(("ing", "ed")) and not known.endswith(word[-2:])):
        return False
    short, long = sorted((word, known), key=len)
    return (
        len(long) - len(short) == 1
        and len(long) >= 5
        and short in _deletions(long)
        and not (long[-1] == "s" and long[:-1] == short)
    )


def _in_order(word: str, known: str) -> bool:
    letters = iter(known)
    return all(letter in letters for letter in word)


def _swapped(word: str, known: str) -> bool:
    differing = [at for at in range(len(word)) if word[at] != known[at]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and word[differing[0]] == known[differing[1]]
        and word[differing[1]] == known[differing[0]]
    )


def _without_inflections(words: set[str]) -> set[str]:
    """As "grocery" and "groceries" are one word said twice: the shorter stem with its plural leaves the plural out."""
    return {
        word
        for word in words
        if not any(word != other and word in (other + "s", other + "es", other + "ing", other + "e") for other in words)
    }
