"""A small language for sentences: which words must come, in which order, with gaps where anything may stand.

``show|list ..3 reminders``   one of two words, at most three between, then a word
``..``                        any number of pieces between
``my?``                       may be missing
``^`` and ``$``               the sentence begins, ends here
``@spend``                    any word of a named class

A pattern is tried left to right and never goes back behind a gap: the time is the length of the sentence.
"""

import msgspec

from bot.brain.offline.pieces import Pieces

_ANY = 10_000


class _Element(msgspec.Struct, frozen=True, gc=False):
    words: frozenset[str]
    optional: bool


class _Run(msgspec.Struct, frozen=True, gc=False):
    """Elements that stand side by side, after a gap of at most ``gap`` pieces."""

    gap: int
    elements: tuple[_Element, ...]


class Pattern(msgspec.Struct, frozen=True, gc=False):
    """A compiled sentence. ``required``: of each of these sets a word must be there; ``triggers`` is the rarest.

    ``opens``: the words it can begin with; none where it can begin with any.
    """

    runs: tuple[_Run, ...]
    to_end: bool
    required: tuple[frozenset[str], ...]
    opens: frozenset[str]

    @property
    def triggers(self) -> frozenset[str]:
        return self.required[0]

    def may_match(self, words: set[str]) -> bool:
        """Whether all that must be there is there, in whatever order: most patterns fail here, at little cost."""
        return not any(map(words.isdisjoint, self.required))

    def match(self, pieces: Pieces) -> tuple[int, int] | None:
        """Where the matched words begin and end, or None."""
        at, begin = 0, -1
        last = len(self.runs) - 1
        for number, run in enumerate(self.runs):
            found = self._find(run, pieces, at, must_end=self.to_end and number == last)
            if found is None:
                return None
            if begin < 0:
                begin = found[0]
            at = found[1]
        return begin, at

    def _find(self, run: _Run, pieces: Pieces, at: int, *, must_end: bool) -> tuple[int, int] | None:
        for first in range(at, min(at + run.gap, len(pieces)) + 1):
            end = _match_here(run.elements, pieces, first)
            if end >= 0 and not (must_end and end != len(pieces)):
                return first, end
        return None


def _match_here(elements: tuple[_Element, ...], pieces: Pieces, at: int) -> int:
    size = len(pieces)
    for element in elements:
        if at < size and pieces[at].word in element.words:
            at += 1
        elif not element.optional:
            return -1
    return at


def compile_pattern(text: str, classes: dict[str, frozenset[str]]) -> Pattern:
    """A pattern from its sentence; an unknown ``@class`` is a KeyError at import."""
    parts = text.split()
    to_end = parts[-1] == "$"
    if to_end:
        parts.pop()
    gap = _ANY
    if parts[0] == "^":
        gap = 0
        parts.pop(0)
    runs: list[_Run] = []
    elements: list[_Element] = []
    for part in parts:
        if part.startswith(".."):
            runs.append(_Run(gap, tuple(elements)))
            elements, gap = [], int(part[2:] or _ANY)
            continue
        optional = part.endswith("?")
        words: frozenset[str] = frozenset()
        for word in part.removesuffix("?").split("|"):
            words |= classes[word] if word.startswith("@") else {word}
        elements.append(_Element(words, optional))
    runs.append(_Run(gap, tuple(elements)))
    required = [element.words for run in runs for element in run.elements if not element.optional]
    return Pattern(tuple(runs), to_end, tuple(sorted(required, key=_commonness)), _opens(runs[0]))


def _opens(run: _Run) -> frozenset[str]:
    words: frozenset[str] = frozenset()
    for element in run.elements if run.gap == 0 else ():
        words |= element.words
        if not element.optional:
            return words
    return frozenset()


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    """How little a set says: marked pieces are in every other sentence, many words match more often than few."""
    return any(word.startswith("<") for word in words), len(words)
