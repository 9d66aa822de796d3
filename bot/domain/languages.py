"""Which language somebody is answered in, and the locale that writes amounts and days in it."""

from bot.domain.money_words import is_locale
from bot.domain.wording import FALLBACK, languages

# Where neither the house nor the person tells the region. English outside an English house is not the American kind.
REGIONS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}


def language_of(tag: str) -> str:
    """The language of a BCP 47 tag (``de``, ``de-AT``) when PAM speaks it, else ""."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return language if language in languages() else ""


def locale_for(tag: str, house_locale: str) -> str:
    """The locale of a language PAM speaks: the house's where it is of it, else the tag's own region or the usual."""
    language = language_of(tag)
    if language_of(house_locale) == language:
        return house_locale
    tag = tag.replace("_", "-")
    return tag if tag != language and is_locale(tag) else REGIONS[language]


def spoken_in(house_locale: str) -> str:
    """The language of a house: its locale's, English where PAM does not speak that."""
    return language_of(house_locale) or FALLBACK
