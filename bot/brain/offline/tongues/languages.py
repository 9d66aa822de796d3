"""Which language a text is written in: each word that only one of them has is a voice for it."""

from bot.brain.offline.everyday_words import EVERYDAY
from bot.brain.offline.people import PERSONS
from bot.brain.offline.phrases import LEADS, SMALL
from bot.brain.offline.rules import CUE_WORDS
from bot.brain.offline.short_forms import SHORT
from bot.brain.offline.small_talk import SKILL_OF
from bot.brain.offline.tidy import tidy
from bot.brain.offline.tokens import Token, tokenise
from bot.brain.offline.tongues.tables import everyday_words_of, plain, without_digraphs, words_of
from bot.domain.keywords import CARRIER
from bot.domain.taxonomy_french import FRENCH
from bot.domain.taxonomy_german import GERMAN
from bot.domain.taxonomy_spanish import SPANISH
from bot.domain.taxonomy_words import WORDS as CATEGORY_WORDS

ENGLISH = "en"
FOLDERS = {"es": "spanish", "fr": "french", "de": "german"}
_LETTERS = {**dict.fromkeys("ñ¿¡", "es"), **dict.fromkeys("ßäö", "de"), **dict.fromkeys("çèêœùâîô", "fr")}
_ELIDED = frozenset("jmtnlcs")
_MOST_TOLD = 400
_ENGLISH_TOO = frozenset("ta he me us hi bar a an no".split())
"""English words that are words of another language as well: they tell nothing."""


_WORDS = {
    language: frozenset(map(plain, words_of(folder).keys() | everyday_words_of(folder)))
    for language, folder in FOLDERS.items()
}
FOREIGN = frozenset().union(*_WORDS.values())
"""All words of the tables, without accents."""


def _votes() -> dict[str, str]:
    english = EVERYDAY | CUE_WORDS | SHORT.keys() | LEADS | SMALL | PERSONS | _ENGLISH_TOO
    categories = {word for leaves in CATEGORY_WORDS.values() for line in leaves.values() for word in line.split()}
    votes = dict.fromkeys(english - FOREIGN - categories - _said_everywhere() - _things_of_others(), ENGLISH)
    for language, words in _WORDS.items():
        others = set().union(*(_WORDS[other] for other in _WORDS if other != language))
        votes |= dict.fromkeys(words - others - english - categories, language)
    return votes


def _things_of_others() -> set[str]:
    """As "pan", which is bread, and "pension"."""
    lines = (line for leaves in (SPANISH, FRENCH, GERMAN) for line in leaves.values())
    return {word.strip(",;") for line in lines for word in line.split()}


def _said_everywhere() -> set[str]:
    """As "link", "stop" and "hello": orders of one word are no language's alone."""
    return {phrase for phrase in SKILL_OF if " " not in phrase} | CARRIER.keys()


_VOTES = _votes()


def languages_of(tokens: list[Token], own: str) -> tuple[str, ...]:
    """The languages to read a text in: the likeliest, then the person's own; their own alone where it is as likely.

    English is no second try: it would hear neither the "not" nor the "if" of another language.
    """
    own = own if own in FOLDERS else ENGLISH
    counts = _counted(tokens)
    most = max(counts, key=counts.__getitem__, default=own)
    if counts.get(own, 0) >= counts.get(most, 0):
        return (own,)
    return (most,) if own == ENGLISH else (most, own)


def language_told(text: str) -> str:
    """The language a text is clearly written in, "" where its words do not say."""
    counts = _counted(tokenise(tidy(text[:_MOST_TOLD])))
    most = max(counts, key=counts.__getitem__, default="")
    return most if most and 3 * counts[most] > 2 * sum(counts.values()) else ""


def _counted(tokens: list[Token]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for token in tokens:
        word = token.word
        language = _VOTES.get(word) or _by_spelling(word)
        if language:
            counts[language] = counts.get(language, 0) + 1
    return counts


def _by_spelling(word: str) -> str | None:
    """By the word without its accents, by a letter only one language has, by "j'" before it, by "ue" for "ü"."""
    if not word.isascii():
        vote = _VOTES.get(plain(word))
        if vote and vote != ENGLISH:
            return vote
        return next((_LETTERS[letter] for letter in word if letter in _LETTERS), None)
    if word[1:2] == "'":
        return "fr" if word[0] in _ELIDED and word[2:] else None
    if "ue" in word or "ae" in word or "oe" in word:
        return "de" if _VOTES.get(without_digraphs(word)) == "de" else None
    return None
