"""The words of talk about money, a tag each: what is in no table names something, and has to be borne."""

from functools import cache

import msgspec

from bot.brain.grounding import english, french, german, spanish
from bot.brain.grounding.tokens import tokens_of

_TABLES: dict[str, dict[str, str]] = {
    "en": english.WORDS,
    "de": german.WORDS,
    "es": spanish.WORDS,
    "fr": french.WORDS,
}

Phrase = tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """Phrases by their first word, the longest first, each with its tag."""

    phrases: dict[str, tuple[tuple[Phrase, str], ...]]

    def tag_at(self, keys: list[str], at: int) -> tuple[str, int]:
        """The tag of the longest phrase that begins at a word, and how many words it has; ("", 1) for none."""
        for phrase, tag in self.phrases.get(keys[at], ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                return tag, len(phrase)
        return "", 1


@cache
def lexicon_of(language: str) -> Lexicon:
    table = _TABLES.get(language, english.WORDS)
    by_first: dict[str, dict[Phrase, str]] = {}
    for tag, line in table.items():
        for words in line.split(","):
            phrase = tuple(token.key for token in tokens_of(words) if token.kind == "word")
            if phrase:
                by_first.setdefault(phrase[0], {})[phrase] = tag
    return Lexicon({first: tuple(sorted(tags.items(), key=_longest_first)) for first, tags in by_first.items()})


def _longest_first(entry: tuple[Phrase, str]) -> int:
    return -len(entry[0])
