"""Words of friendly talk, which name nothing: with any other word a sentence tells something that has to be borne."""

from functools import cache

from bot.brain.grounding import english, french, german, spanish
from bot.brain.grounding.hearing import stem
from bot.brain.grounding.tokens import Token, tokens_of
from bot.domain.taxonomy import fold

_SMALL_TALK = {"en": english.SMALL_TALK, "de": german.SMALL_TALK, "es": spanish.SMALL_TALK, "fr": french.SMALL_TALK}
_WISHES = {"en": english.WISHES, "de": german.WISHES, "es": spanish.WISHES, "fr": french.WISHES}
_SPEAKERS = {"en": english.SPEAKERS, "de": german.SPEAKERS, "es": spanish.SPEAKERS, "fr": french.SPEAKERS}
_ADDRESSED = {"en": english.ADDRESSED, "de": german.ADDRESSED, "es": spanish.ADDRESSED, "fr": french.ADDRESSED}
_KNOWING = {"en": english.KNOWING, "de": german.KNOWING, "es": spanish.KNOWING, "fr": french.KNOWING}
_WISHED = {"en": english.WISHED, "de": german.WISHED, "es": spanish.WISHED, "fr": french.WISHED}
_FINANCE = {"en": english.FINANCE, "de": german.FINANCE, "es": spanish.FINANCE, "fr": french.FINANCE}
_ASKS = {"en": english.ASKS, "de": german.ASKS, "es": spanish.ASKS, "fr": french.ASKS}
_YES = {"en": "yes", "de": "ja", "es": "si", "fr": "oui"}
# So far behind "say" a "yes" may stand: "Just say the word yes".
_FAR = 4
_LONGEST_WISH = 10


@cache
def small_talk(language: str) -> frozenset[str]:
    return _stems(_SMALL_TALK, language)


@cache
def wishes(language: str) -> frozenset[str]:
    """Words by which a day to come is only wished for: "I hope tomorrow is better"."""
    return _stems(_WISHES, language)


@cache
def speakers(language: str) -> frozenset[str]:
    """Words by which a sentence is of her who speaks."""
    return _stems(_SPEAKERS, language)


@cache
def finance(language: str) -> frozenset[str]:
    """What no free talk may be of, where the words beside it are in no table."""
    return _stems(_FINANCE, language)


@cache
def knowing(language: str) -> frozenset[str]:
    """Words by which she who speaks tells what she knows: "I see", "I think"."""
    return _stems(_KNOWING, language)


@cache
def addressed(language: str) -> frozenset[str]:
    """Words by which a sentence is of the person."""
    return _stems(_ADDRESSED, language)


def asks_for_yes(words: list[Token], language: str, borne: frozenset[str]) -> bool:
    """As in "Just say yes": what a yes is to is never a model's to choose."""
    own = {language, "en"} & _ASKS.keys()
    asks, yes = {word for each in own for word in _ASKS[each].split()}, {_YES[each] for each in own}
    return any(
        word.key in asks
        and any(after.key in yes and {word.key, after.key} - borne for after in words[at + 1 : at + _FAR])
        for at, word in enumerate(words)
    )


def is_wished(words: list[str], language: str) -> bool:
    """A short wish may be for anything: "Good luck with your exam"."""
    if len(words) > _LONGEST_WISH:
        return False
    begun = " ".join(words) + " "
    return any(begun.startswith(wish + " ") for wish in _wished(language))


@cache
def _wished(language: str) -> tuple[str, ...]:
    return tuple(fold(wish).strip() for wish in _WISHED.get(language, _WISHED["en"]).split(","))


def _stems(table: dict[str, str], language: str) -> frozenset[str]:
    words = [token.key for token in tokens_of(table.get(language, table["en"])) if token.kind == "word"]
    return frozenset(words) | {stem(word, language) for word in words}
