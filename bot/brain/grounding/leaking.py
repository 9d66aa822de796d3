"""What was told to the model alone, and what only machines write: none of it comes back in prose."""

import codecs
from collections.abc import Iterator
from functools import lru_cache

from bot.brain.grounding.tokens import Token, tokens_of

_RUN = 6
_LONGEST_WORD = 40
_LONGEST_CODE = 20
_NAMED = (
    "system prompt", "system message", "systemprompt", "prompt del sistema", "mensaje del sistema", "invite systeme",
    "prompt systeme", "my instructions", "meine anweisungen", "mis instrucciones", "mes instructions", "tool call",
    "base64", "json",
)  # fmt: skip


def leaks(prose: str, tokens: list[Token], secret_text: tuple[str, ...]) -> bool:
    words = [token.key for token in tokens if token.kind in ("word", "number")]
    spoken = " ".join(words)
    if any(sign in prose for sign in "{}_\\`⟦⟧") or any(f" {name} " in f" {spoken} " for name in _NAMED):
        return True
    if any(_is_blob(word) for word in prose.split()):
        return True
    secret = _runs_of(secret_text)
    return any(
        tuple(reading[at : at + _RUN]) in secret for reading in _readings(words) for at in range(len(words) - _RUN + 1)
    )


def _readings(words: list[str]) -> Iterator[list[str]]:
    """As they stand, each letter thirteen further on, backwards, and the letters of each backwards as well."""
    yield words
    yield [codecs.encode(word, "rot13") for word in words]
    yield words[::-1]
    yield [word[::-1] for word in reversed(words)]


def _is_blob(word: str) -> bool:
    """Letters and digits run together as no language does."""
    if len(word) > _LONGEST_WORD:
        return True
    has_digit = any(letter.isdigit() for letter in word)
    return len(word) > _LONGEST_CODE and (has_digit or any(sign in "+/=" for sign in word)) and word.isascii()


@lru_cache(maxsize=8)
def _runs_of(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for text in texts:
        words = [token.key for token in tokens_of(text) if token.kind in ("word", "number")]
        runs.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return frozenset(runs)
