"""Spanish, French and German, told in the English words the rules know; and which of them a text is written in."""

from functools import cache

from bot.brain.offline.pieces import Pieces
from bot.brain.offline.tokens import Token
from bot.brain.offline.tongues import numerals
from bot.brain.offline.tongues.languages import ENGLISH, language_told, languages_of
from bot.brain.offline.tongues.telling import told
from bot.brain.offline.tongues.tongue import Tongue, built
from bot.brain.offline.tongues.word_order import reordered

__all__ = ["ENGLISH", "in_english", "language_told", "languages_of"]

_JOINED = ("budget", "limit", "viel", "ziel", "abend", "nachmittag", "vormittag")
_ELIDED = ("l'", "d'", "qu'", "j'", "m'", "t'", "s'", "n'", "c'")


def in_english(tokens: list[Token], language: str) -> Pieces:
    """A text of another language as pieces of English words in English order."""
    return reordered(told(tokens, _tongue(language)))


@cache
def _tongue(language: str) -> Tongue:
    """Compiled when somebody first speaks it."""
    if language == "es":
        return built("spanish", numerals.spanish())
    if language == "fr":
        return built("french", numerals.french(), elided=_ELIDED)
    return built("german", numerals.german(), joined=_JOINED)
