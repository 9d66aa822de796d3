"""Reads times of day: at 9am, 17:30, noon, in two hours, between 10pm and 7am."""

import re
from datetime import datetime, time, timedelta

from bot.brain.offline.near_days import read_count
from bot.brain.offline.number_words import ONES
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Hour, Hours
from bot.domain.decision import Reader

_MINUTES = {"minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": 60, "hours": 60, "hr": 60, "hrs": 60}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?:h|hrs?|uhr)?(am|pm|a|p)?")
_TIME_SHOWN = re.compile(r"[:h]\d|[ap]m$")

_BEFORE_AN_HOUR = frozenset({"after", "before"})

STARTERS = frozenset("a at around by noon midday midnight half quarter between from after".split())


def read_hour(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Hour] | None:
    """A time in a text that is about time: "at 5" is five o'clock."""
    if pieces[at].word == "in":
        return _later(pieces, at, reader)
    return _hour(pieces, at, said=at > 0 and pieces[at - 1].word in _BEFORE_AN_HOUR)


def read_plain_hour(pieces: Pieces, at: int, _reader: Reader) -> tuple[int, Hour] | None:
    """A time that shows itself to be one: 5pm, 17:30, noon. "at 5" may as well be a price."""
    hour = _hour(pieces, at)
    if hour is None:
        return None
    written = pieces[hour[0] - 1].raw
    return hour if ":" in written or written.strip("0123456789.") else None


def read_hours(pieces: Pieces, at: int, _reader: Reader) -> tuple[int, Hours] | None:
    """between 10pm and 7am, from 22:00 to 7:00, 10pm-7am, after 9pm."""
    word = pieces[at].word
    if pieces[at].kind == "number" and "-" in word:
        first_text, _, last_text = word.partition("-")
        first, last = _clock(first_text, ""), _clock(last_text, "")
        said = ":" in word or "m" in word
        return (at + 1, Hours(f"{first}-{last}")) if first and last and said else None
    skip = 1 if word in ("between", "from", "after") else 0
    first = _hour(pieces, at + skip, said=True)
    if first is None:
        return None
    if pieces[first[0]].word not in ("and", "to", "until", "till", "-", "through", "or"):
        return None
    last_at = first[0] + 1 + (pieces[first[0] + 1].word == "before")
    last = _hour(pieces, last_at, said=True)
    return (last[0], Hours(f"{first[1].text}-{last[1].text}")) if last else None


def _later(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Hour] | None:
    """in 2 hours, in half an hour, in 20 minutes: told from the reader's own time of day."""
    if pieces[at + 1].word == "half":
        end = at + 2 + (pieces[at + 2].word in ("a", "an"))
        minutes = 30 if pieces[end].word == "hour" else 0
    else:
        count, end = read_count(pieces, at + 1)
        halved = [piece.word for piece in pieces[end : end + 3]] == ["and", "a", "half"]
        end += 3 * halved
        unit = _MINUTES.get(pieces[end].word, 0)
        if unit and not halved and [piece.word for piece in pieces[end + 1 : end + 4]] == ["and", "a", "half"]:
            halved, end = True, end + 3
        minutes = count * unit + halved * unit // 2
    if not 0 < minutes <= 100_000:
        return None
    hour, _, minute = reader.time.partition(":")
    now = datetime.combine(reader.today, time(int(hour), int(minute)))
    then = now + timedelta(minutes=minutes)
    return end + 1, Hour(f"{then:%H:%M}", then.date(), minutes)


def _hour(pieces: Pieces, at: int, *, said: bool = False) -> tuple[int, Hour] | None:
    """at 9am, 17:30, at noon; a bare number only after "at" (or when ``said`` to be a time)."""
    word = pieces[at].word
    if word == "a" and (pieces[at].raw == "à" or pieces[at + 1].raw in ("las", "la")):
        return _hour(pieces, at + 1 + (pieces[at].raw != "à"), said=True)
    if word in ("at", "around", "by") and (
        pieces[at + 1].kind == "number" or pieces[at + 1].word in ("noon", "midnight", "half", "quarter")
    ):
        return _hour(pieces, at + 1, said=word == "at")
    if word in ("noon", "midday"):
        return at + 1, Hour("12:00")
    if word == "midnight":
        return at + 1, Hour("00:00")
    if word in ("half", "quarter"):
        return _parted(pieces, at)
    if pieces[at].kind != "number":
        return None
    following = pieces[at + 1].word
    half = following if following in ("am", "pm", "a.m", "p.m", "o'clock", "uhr") else ""
    end = at + 2 if half else at + 1
    if said and not half:
        half, end = _half_of_day(pieces, end, word)
    if pieces[end].word == "." and half in ("a.m", "p.m"):
        end += 1
    if not half and not said and not _TIME_SHOWN.search(word):
        return None
    hour = _clock(word, half.replace(".", "")[:2])
    return (end, Hour(hour, bare=not half and word.isdigit() and word[0] != "0" and hour < "13")) if hour else None


def _parted(pieces: Pieces, at: int) -> tuple[int, Hour] | None:
    """half six, half past 6, quarter to seven."""
    half, way = pieces[at].word == "half", pieces[at + 1].word
    at += 1 + (way in ("past", "to"))
    piece = pieces[at]
    number = int(piece.word) if piece.word.isdigit() and len(piece.word) <= 2 else ONES.get(piece.word, 0)
    if not 1 <= number <= 12 or (way not in ("past", "to") and not half):
        return None
    apart = 30 if half else 15
    minutes = number * 60 + (-apart if way == "to" else apart)
    end = at + 1
    half_of_day = pieces[end].word in ("am", "pm")
    if half_of_day:
        minutes += 720 * (pieces[end].word == "pm" and number < 12)
        end += 1
    return end, Hour(f"{minutes // 60 % 24:02}:{minutes % 60:02}", bare=not half_of_day)


def _half_of_day(pieces: Pieces, at: int, number: str) -> tuple[str, int]:
    """As "11 at night", "8 in the morning"; from 13 on the hour tells it by itself."""
    words = [piece.word for piece in pieces[at : at + 3]]
    if not number.isdigit() or int(number) > 12:
        return "", at
    if words[:2] == ["at", "night"]:
        return ("pm" if int(number) in range(6, 12) else "am"), at + 2
    if words[:2] == ["in", "the"] and words[2] in ("morning", "afternoon", "evening"):
        return ("am" if words[2] == "morning" else "pm"), at + 3
    return "", at


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
