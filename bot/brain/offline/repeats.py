"""Reads what repeats (every month on the 1st, weekly, a week) and times of day (at 9am, between 10pm and 7am)."""

import re
from datetime import datetime, time, timedelta

from bot.brain.offline.day_words import CODES, MONTHS, UNITS, WEEKDAYS
from bot.brain.offline.days import _count, read_day
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Every, Hour, Hours
from bot.domain.decision import Reader

_ADVERBS = {
    "daily": "daily", "nightly": "daily", "weekly": "weekly", "fortnightly": "biweekly", "biweekly": "biweekly",
    "bi-weekly": "biweekly", "monthly": "monthly", "quarterly": "quarterly", "semiannually": "semiannual",
    "semi-annually": "semiannual", "half-yearly": "semiannual", "biannually": "semiannual", "yearly": "yearly",
    "annually": "yearly", "annual": "yearly", "weekdays": "weekdays",
}  # fmt: skip
_UNIT_RULES = {"day": "daily", "week": "weekly", "fortnight": "biweekly", "month": "monthly", "quarter": "quarterly",
               "year": "yearly"}  # fmt: skip
_COUNTED = {("week", 2): "biweekly", ("month", 3): "quarterly", ("month", 6): "semiannual", ("month", 12): "yearly",
            ("week", 1): "weekly", ("day", 1): "daily", ("day", 7): "weekly", ("month", 1): "monthly",
            ("year", 1): "yearly", ("day", 14): "biweekly"}  # fmt: skip
_MINUTES = {"minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": 60, "hours": 60, "hr": 60, "hrs": 60}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:h|hrs?|uhr)?(am|pm|a|p)?")
PARTS = {"morning": "09:00", "afternoon": "15:00", "evening": "18:00", "night": "20:00", "noon": "12:00"}


def read_every(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Every] | None:
    """A recurrence and where it ends; a day that belongs to it ("on the 1st") is taken in."""
    found = _rule(pieces, at, reader)
    if found is None:
        return None
    end, rule = found
    if rule in ("monthly", "weekly", "biweekly"):
        day = read_day(pieces, end, reader) if pieces[end].word in ("on", "the", "at", "due") else None
        if day and rule == "monthly" and day[1].monthday > 0:
            return day[0], Every(f"monthly:{_monthday(day[1].monthday)}")
        if day and rule != "monthly" and day[1].weekday >= 0:
            return day[0], Every(f"{rule}:{CODES[day[1].weekday]}")
    return end, Every(rule)


def _monthday(number: int) -> str:
    return "last" if number == 32 else str(number)


def _rule(pieces: Pieces, at: int, reader: Reader) -> tuple[int, str] | None:
    word, following = pieces[at].word, pieces[at + 1].word
    if word in _ADVERBS:
        return at + 1, _ADVERBS[word]
    if word in ("on", "of") and (
        following in ("each", "every") or (following.endswith("days") and following in WEEKDAYS)
    ):
        return _rule(pieces, at + 1, reader)
    if word in ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"):
        return at + 1, f"weekly:{CODES[WEEKDAYS[word]]}"
    if word in ("every", "each"):
        return _each(pieces, at, reader)
    if word in ("per", "a", "an", "/") and following in _UNIT_RULES:
        return at + 2, _UNIT_RULES[following]
    if word == "/" and following in ("mo", "mth", "wk", "yr", "d"):
        return at + 2, {"mo": "monthly", "mth": "monthly", "wk": "weekly", "yr": "yearly", "d": "daily"}[following]
    if word in ("twice", "once") and following == "a":
        return None
    return None


def _each(pieces: Pieces, at: int, reader: Reader) -> tuple[int, str] | None:
    first = at + 1 + (pieces[at + 1].word == "single")
    word = pieces[first].word
    if word in ("weekday", "workday"):
        return first + 1, "weekdays"
    if word in WEEKDAYS:
        end = first + 1 + (pieces[first + 1].word in ("morning", "evening", "night", "afternoon"))
        return end, f"weekly:{CODES[WEEKDAYS[word]]}"
    if word in ("other", "second", "2nd"):
        unit = pieces[first + 1].word
        if unit == "week":
            return first + 2, "biweekly"
        if unit in WEEKDAYS:
            return first + 2, f"biweekly:{CODES[WEEKDAYS[unit]]}"
        return None
    if word in ("morning", "evening", "night", "afternoon"):
        return first + 1, "daily"
    if word in _UNIT_RULES:
        return first + 1, _UNIT_RULES[word]
    if word == "payday" or word in MONTHS:
        return first + 1, "monthly" if word == "payday" else "yearly"
    day = read_day(pieces, first, reader)
    if day and day[1].monthday > 0:
        end = day[0]
        if pieces[end].word in ("of", "in") and pieces[end + 1].word in ("the", "each", "every"):
            end += 3 if pieces[end + 2].word == "month" else 0
        return end, f"monthly:{_monthday(day[1].monthday)}"
    count, end = _count(pieces, first)
    unit = UNITS.get(pieces[end].word, "") if count else ""
    rule = _COUNTED.get((unit, count))
    return (end + 1, rule) if rule else None


def read_hours(pieces: Pieces, at: int) -> tuple[int, Hours] | None:
    """between 10pm and 7am, from 22:00 to 7:00, 10pm-7am, after 9pm."""
    word = pieces[at].word
    if pieces[at].kind == "number" and "-" in word:
        first_text, _, last_text = word.partition("-")
        first, last = _clock(first_text, ""), _clock(last_text, "")
        said = ":" in word or "m" in word
        return (at + 1, Hours(f"{first}-{last}")) if first and last and said else None
    skip = 1 if word in ("between", "from", "after") else 0
    first = read_hour(pieces, at + skip, said=True)
    if first is None:
        return None
    if pieces[first[0]].word not in ("and", "to", "until", "till", "-", "through", "or"):
        return None
    last_at = first[0] + 1 + (pieces[first[0] + 1].word == "before")
    last = read_hour(pieces, last_at, said=True)
    return (last[0], Hours(f"{first[1].text}-{last[1].text}")) if last else None


def read_later(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Hour] | None:
    """in 2 hours, in half an hour, in 20 minutes: told from the reader's own time of day."""
    if pieces[at + 1].word == "half":
        end = at + 2 + (pieces[at + 2].word in ("a", "an"))
        minutes = 30 if pieces[end].word == "hour" else 0
    else:
        count, end = _count(pieces, at + 1)
        minutes = count * _MINUTES.get(pieces[end].word, 0)
    if not 0 < minutes <= 100_000:
        return None
    hour, _, minute = reader.time.partition(":")
    now = datetime.combine(reader.today, time(int(hour), int(minute)))
    then = now + timedelta(minutes=minutes)
    return end + 1, Hour(f"{then:%H:%M}", then.date())


def read_hour(pieces: Pieces, at: int, *, said: bool = False) -> tuple[int, Hour] | None:
    """at 9am, 17:30, at noon; a bare number only after "at" (or when ``said`` to be a time)."""
    word = pieces[at].word
    if word in ("at", "around", "by") and (
        pieces[at + 1].kind == "number" or pieces[at + 1].word in ("noon", "midnight")
    ):
        return read_hour(pieces, at + 1, said=word == "at")
    if word in ("noon", "midday"):
        return at + 1, Hour("12:00")
    if word == "midnight":
        return at + 1, Hour("00:00")
    if pieces[at].kind != "number":
        return None
    following = pieces[at + 1].word
    half = following if following in ("am", "pm", "a.m", "p.m", "o'clock", "uhr") else ""
    end = at + 2 if half else at + 1
    if pieces[end].word == "." and half in ("a.m", "p.m"):
        end += 1
    if not half and not said and not re.search(r"[:h]\d|[ap]m$", word):
        return None
    hour = _clock(word, half.replace(".", "")[:2])
    return (end, Hour(hour)) if hour else None


def _clock(text: str, half: str) -> str | None:
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), half or found[3] or ""
    if hour > 24 or minute > 59 or (half[:1] in ("a", "p") and not 1 <= hour <= 12):
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour % 24:02}:{minute:02}"
