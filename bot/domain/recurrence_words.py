"""A recurrence as people say it: "every month on the 31st", "every other Friday"."""

from datetime import date
from functools import lru_cache

from bot.domain.money_words import day_text, locale_of
from bot.domain.recurrence import DAYS_APART, LAST_OF_MONTH, Recurrence
from bot.domain.wording import FALLBACK, Voice

# February 29 is said as the day it is in most years.
SHORTEST_MONTH, ITS_DAYS = 2, 28


def recurrence_text(voice: Voice, recurrence: str, starts_on: date) -> str:
    """``recurrence`` as a Recurrence is written; ``starts_on`` fixes what it leaves open."""
    told = Recurrence.parse(recurrence)
    if told.rhythm in ("daily", "weekdays"):
        return voice.text(f"every.{told.rhythm}")
    if told.rhythm in DAYS_APART:
        weekdays = [_weekday(voice, day) for day in told.weekdays or (starts_on.weekday(),)]
        return voice.text(f"every.{told.rhythm}", weekday=_listed(voice, weekdays))
    if told.rhythm == "yearly":
        number = min(starts_on.day, ITS_DAYS) if starts_on.month == SHORTEST_MONTH else starts_on.day
        return voice.text("every.yearly", day=day_text(starts_on.replace(day=number), voice.locale, with_year=False))
    if told.month_day == LAST_OF_MONTH:
        return voice.text(f"every.{told.rhythm}_last")
    return voice.text(f"every.{told.rhythm}", number=_ordinal(voice, told.month_day or starts_on.day))


def _weekday(voice: Voice, weekday: int) -> str:
    return _weekday_names(voice.language)[weekday]


@lru_cache(maxsize=16)
def _weekday_names(language: str) -> tuple[str, ...]:
    names = locale_of(language).days["format"]["wide"]
    return tuple(names[weekday] for weekday in range(7))


def _listed(voice: Voice, names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} {voice.text('every.and')} {last}" if others else last


def _ordinal(voice: Voice, number: int) -> str:
    """As English writes it, and French its first; others have a number in their texts."""
    if voice.language == "fr" and number == 1:
        return "1er"
    if voice.language != FALLBACK:
        return str(number)
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
