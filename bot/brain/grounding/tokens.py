"""Cuts text into words, numbers and single marks; apostrophes and hyphens part words."""

import re

import msgspec

from bot.domain.taxonomy import fold

_TOKEN = re.compile(r"(?P<number>\d(?:[\d.,'’]*\d)?)|(?P<word>[^\W\d_]+)|(?P<line>\n)|(?P<mark>\S)")

_JOINTS = frozenset("-'’")


class Token(msgspec.Struct, frozen=True, gc=False):
    """``gap`` is what stands between it and the one before; ``key`` the word as words are compared."""

    kind: str
    text: str
    key: str
    gap: str
    start: int
    end: int


END = Token("end", "", "", " ", 0, 0)


def tokens_of(text: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        kind, raw, start, end = match.lastgroup or "", match.group(), match.start(), match.end()
        if raw in _JOINTS and _is_inside(text, start):
            continue
        key = fold(raw) if kind == "word" else raw
        found.append(Token(kind, raw, key, text[at:start], start, end))
        at = end
    return found


def _is_inside(text: str, at: int) -> bool:
    """Whether a hyphen or an apostrophe joins something to a word: "au-dessus", "l'an", "400-Dollar"."""
    return 0 < at < len(text) - 1 and text[at + 1].isalpha() and text[at - 1].isalnum()
