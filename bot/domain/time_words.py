"""Times of day as people of a locale write them, and a day together with its time."""

from datetime import date, time, timedelta
from functools import lru_cache

from babel.dates import format_date, format_time

from bot.domain.money_words import day_text, locale_of
from bot.domain.wording import Voice

NEAR = {-1: "when.yesterday", 0: "when.today", 1: "when.tomorrow"}


def when_text(voice: Voice, day: date, at: time) -> str:
    """As in "today at 9:00 AM", "Fri, Nov 20 at 9:00 AM": the weekday tells whether the day was understood."""
    written = time_text(at, voice.locale)
    near = NEAR.get((day - voice.today) // timedelta(days=1))
    if near:
        return voice.text(near, time=written)
    return voice.text("when.day", day=_day_text(day, voice), time=written)


@lru_cache(maxsize=1024)
def time_text(at: time, tag: str) -> str:
    """A time of day: "9:00 AM", "09:00"; with a plain space, as SMS has no other."""
    return format_time(at, format="short", locale=locale_of(tag)).replace("\u202f", " ")


@lru_cache(maxsize=1024)
def _day_text(day: date, voice: Voice) -> str:
    if day.year != voice.today.year:
        return day_text(day, voice.locale, with_year=True)
    locale = locale_of(voice.locale)
    return format_date(day, format=locale.datetime_skeletons["MMMEd"].pattern, locale=locale).removesuffix(".")
