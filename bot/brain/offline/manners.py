"""What a locale settles: its decimal and grouping marks, the day its week starts on, the order of day and month."""

from functools import lru_cache

import msgspec


class Manners(msgspec.Struct, frozen=True):
    """``week_start``: 0 is Monday. ``month_first``: 3/11 is March 11."""

    language: str
    decimal: str
    group: str
    week_start: int
    month_first: bool


@lru_cache(maxsize=256)
def manners_of(locale: str) -> Manners:
    """The manners of a locale tag such as ``de-DE``; an unknown tag is read as en-US."""
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(locale.replace("-", "_"))
        symbols = known.number_symbols["latn"]
    except (UnknownLocaleError, ValueError, TypeError, KeyError):
        return manners_of("en-US")
    return Manners(
        language=known.language,
        decimal=symbols["decimal"],
        group=symbols["group"],
        week_start=known.first_week_day,
        month_first=known.language == "en" and known.territory in (None, "US"),
    )
