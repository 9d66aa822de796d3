"""Reads one day: today, two days ago, last Friday, on the 3rd, Nov 10, 11/15, 2026-11-03."""

import re
from datetime import date, timedelta

from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.day_words import MONTHS, ORDINALS, PARTS_OF_DAY, RISKY, UNITS, WEEKDAYS
from bot.brain.offline.manners import manners_of
from bot.brain.offline.number_words import ONES, TENS, read_below_hundred
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Day, dated, exactly, plus_days, plus_months
from bot.domain.decision import Reader

Found = tuple[int, Day]

_PREPOSITIONS = frozenset("on by at for until till dated from in before due the this of since after".split())
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "now": 0}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°)")
# A bare "11-15" or "11.15" is more often a range or an amount than a day.
_BARE_SEPARATOR = "/"


def read_day(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """A day with the small words that lead to it ("on the", "by", "for"), and where it ends."""
    first = at
    while pieces[first].word in _PREPOSITIONS and first < at + 3:
        led = _core(pieces, first, reader, led=first > at)
        if led:
            return led
        first += 1
    return _core(pieces, first, reader, led=first > at)


def _core(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    piece = pieces[at]
    word = piece.word
    if piece.kind == "number":
        return (
            _ago(pieces, at, reader) or _numeric(pieces, at, reader, led=led) or _day_month(pieces, at, reader, led=led)
        )
    if word in _NEAR:
        return _near(pieces, at, reader)
    if word in WEEKDAYS:
        return _weekday(pieces, at, reader, led=led)
    if word in MONTHS:
        return _month_day(pieces, at, reader)
    if word in ORDINALS and (led or pieces[at + 1].word == "of"):
        return (
            _nth(pieces, at + 1, ORDINALS[word], reader, led=led)
            if word != "first" or pieces[at + 1].word != "week"
            else None
        )
    if word in _OPENERS:
        return _OPENERS[word](pieces, at, reader)
    if word in ONES or word in TENS:
        return _ago(pieces, at, reader)
    return None


def _past_part(pieces: Pieces, at: int) -> int:
    """Skips "morning", "in the evening" after a day."""
    if pieces[at].word in ("in", "at") and pieces[at + 1].word == "the" and pieces[at + 2].word in PARTS_OF_DAY:
        return at + 3
    if pieces[at].word == "at" and pieces[at + 1].word == "night":
        return at + 2
    return at + 1 if pieces[at].word in PARTS_OF_DAY else at


def _near(pieces: Pieces, at: int, reader: Reader) -> Found:
    word = pieces[at].word
    day = plus_days(reader.today, _NEAR[word])
    if word == "now":
        return at + 1, exactly(day)
    return _past_part(pieces, at + 1), exactly(day)


def _this(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    following = pieces[at + 1].word
    if following in PARTS_OF_DAY:
        return at + 2, exactly(reader.today)
    if following in ("coming", "past") and pieces[at + 2].word in WEEKDAYS:
        return _turned(pieces, at + 1, reader)
    if following in WEEKDAYS:
        number = WEEKDAYS[following]
        day = reader.today + timedelta(days=(number - reader.today.weekday()) % 7)
        return _past_part(pieces, at + 2), Day(_last_weekday(number, reader.today), day, weekday=number)
    return None


def _turned(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """last Friday, next Tuesday, coming Sunday, last night."""
    word, following = pieces[at].word, pieces[at + 1].word
    if word == "last" and following in ("night", "evening"):
        return at + 2, exactly(plus_days(reader.today, -1))
    if following not in WEEKDAYS:
        return None
    number, end = WEEKDAYS[following], _past_part(pieces, at + 2)
    if word in ("last", "past"):
        return end, exactly(_last_weekday(number, reader.today))
    if word == "next":
        monday = reader.today - timedelta(days=reader.today.weekday())
        return end, exactly(monday + timedelta(days=7 + number))
    return end, exactly(_next_weekday(number, reader.today))


def _weekday(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    piece, following = pieces[at], pieces[at + 1]
    if (
        piece.word in RISKY
        and not led
        and following.kind == "word"
        and following.word not in ("and", "for", "to", "at")
    ):
        return None
    number = WEEKDAYS[piece.word]
    past, future = _last_weekday(number, reader.today), _next_weekday(number, reader.today)
    if following.word == "week":
        return at + 2, exactly(future + timedelta(days=7))
    if following.word in ("last", "gone") and pieces[at + 2].word != "week":
        return at + 2, exactly(past)
    if following.word == "next":
        return at + 2, exactly(future)
    if following.word == "last" and pieces[at + 2].word == "week":
        monday = reader.today - timedelta(days=reader.today.weekday() + 7)
        return at + 3, exactly(monday + timedelta(days=number))
    return _past_part(pieces, at + 1), Day(past, future, weekday=number)


def _last_weekday(number: int, today: date) -> date:
    return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)


def _next_weekday(number: int, today: date) -> date:
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _before_or_after(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """day before yesterday, day after tomorrow, day of the month."""
    two = (pieces[at + 1].word, pieces[at + 2].word)
    if two == ("before", "yesterday"):
        return at + 3, exactly(plus_days(reader.today, -2))
    if two == ("after", "tomorrow"):
        return at + 3, exactly(plus_days(reader.today, 2))
    return None


def _ago(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """two days ago, a week ago, 3 weeks from now; a week on Monday; a couple of days ago."""
    count, end = _count(pieces, at)
    unit = UNITS.get(pieces[end].word) if count else None
    if unit is None:
        return None
    following = pieces[end + 1].word
    if following in ("ago", "back", "earlier"):
        return end + 2, exactly(_shift(reader.today, unit, -count))
    if following in ("later", "hence"):
        return end + 2, exactly(_shift(reader.today, unit, count))
    if following == "from" and pieces[end + 2].word in ("now", "today", "tomorrow"):
        return end + 3, exactly(_shift(plus_days(reader.today, _NEAR[pieces[end + 2].word]), unit, count))
    if following in ("on", "from") and unit in ("week", "fortnight") and pieces[end + 2].word in WEEKDAYS:
        day = _next_weekday(WEEKDAYS[pieces[end + 2].word], reader.today)
        return end + 3, exactly(_shift(day, unit, count))
    return None


def _in(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """in 3 days, in two weeks, in a month."""
    count, end = _count(pieces, at + 1)
    unit = UNITS.get(pieces[end].word) if count else None
    if unit in ("day", "week", "fortnight", "month", "year"):
        end += 2 if pieces[end + 1].word in ("time", "now") else 1
        return end, exactly(_shift(reader.today, unit, count))
    return None


def _count(pieces: Pieces, at: int) -> tuple[int, int]:
    piece = pieces[at]
    if piece.kind == "number":
        return (int(piece.word), at + 1) if piece.word.isdigit() and len(piece.word) <= 4 else (0, at)
    if piece.word in ("a", "an"):
        if pieces[at + 1].word == "couple":
            return 2, at + (3 if pieces[at + 2].word == "of" else 2)
        return 1, at + 1
    return read_below_hundred(pieces, at)


def _shift(day: date, unit: str, count: int) -> date:
    match unit:
        case "day":
            return plus_days(day, count)
        case "week" | "weekend":
            return plus_days(day, 7 * count)
        case "fortnight":
            return plus_days(day, 14 * count)
        case "month":
            return plus_months(day, count)
        case "quarter":
            return plus_months(day, 3 * count)
    return plus_months(day, 12 * min(count, 500))


def _numeric(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    word = pieces[at].word
    iso = _ISO.fullmatch(word)
    if iso:
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]), at + 1)
    numeric = _NUMERIC.fullmatch(word)
    if not numeric:
        return None
    manners = manners_of(reader.locale)
    if (
        numeric[4] is None
        and numeric[2] != _BARE_SEPARATOR
        and not (
            numeric[2] == "."
            and manners.language == "de"
            and (pieces[at + 1].word == "." or pieces[at - 1].word in ("on", "am", "the"))
        )
    ):
        return None
    first, second = int(numeric[1]), int(numeric[3])
    month, day = (first, second) if manners.month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    end = at + 2 if numeric[2] == "." and pieces[at + 1].word == "." else at + 1
    if numeric[4]:
        year = int(numeric[4])
        return _valid(year + 2000 if year < 100 else year, month, day, end)
    return _yearless(month, day, reader.today, end)


def _valid(year: int, month: int, day: int, end: int) -> Found | None:
    if 1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998:
        found = dated(year, month, day)
        return (end, exactly(found)) if found.day == day else None
    return None


def _yearless(month: int, day: int, today: date, end: int) -> Found | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    this = dated(today.year, month, day)
    past = this if this <= today else dated(today.year - 1, month, day)
    future = this if this >= today else dated(today.year + 1, month, day)
    return end, Day(past, future)


def _day_number(pieces: Pieces, at: int) -> int:
    word = pieces[at].word
    ordinal = _ORDINAL.fullmatch(word)
    number = int(ordinal[1]) if ordinal else int(word) if word.isdigit() and len(word) <= 2 else ORDINALS.get(word, 0)
    return number if number <= 31 else 0


def _month_day(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """Nov 10, November 10th 2026, November the tenth."""
    first = at + 1 + (pieces[at + 1].word in (".", "the"))
    number = _day_number(pieces, first)
    if not number or (
        pieces[at].word in RISKY
        and pieces[first].raw.isdigit()
        and pieces[first + 1].kind == "word"
        and pieces[at].raw[0].islower()
        and pieces[at - 1].word not in ("on", "by", "since", "until", "from", "and", "between", "to")
    ):
        return None
    return _with_year(pieces, first + 1, MONTHS[pieces[at].word], number, reader)


def _day_month(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    """10 Nov, 3rd of November, 3. November, 3 de noviembre; the 3rd."""
    number = _day_number(pieces, at)
    if not number:
        return None
    ordinal = not pieces[at].word.isdigit()
    following = at + 1 + (pieces[at + 1].word in (".", "of", "de"))
    if pieces[following].word in MONTHS and (
        pieces[following].word not in RISKY or led or ordinal or pieces[following].raw[0].isupper()
    ):
        return _with_year(pieces, following + 1, MONTHS[pieces[following].word], number, reader)
    if ordinal:
        return _nth(pieces, at + 1, number, reader, led=True)
    if led and _is_bare_monthday(pieces, at, reader):
        return _nth(pieces, at + 1 + (pieces[at + 1].word == "."), number, reader, led=True)
    if led and pieces[at - 1].word == "the" and pieces[at - 2].word in ("on", "by") and pieces[at + 1].kind != "word":
        return _nth(pieces, at + 1, number, reader, led=True)
    return None


def _is_bare_monthday(pieces: Pieces, at: int, reader: Reader) -> bool:
    """ "am 5." and "le 5 de payer": German and Romance ways to say a day of the month."""
    before, after = pieces[at - 1], pieces[at + 1]
    match manners_of(reader.locale).language:
        case "de":
            return after.word == "." and before.word in ("on", "the")
        case "es" | "fr":
            return before.raw.lower() in ("el", "le") and after.kind == "word" and after.word not in CURRENCY_WORDS
    return False


def _with_year(pieces: Pieces, end: int, month: int, day: int, reader: Reader) -> Found | None:
    end += pieces[end].word == "," and len(pieces[end + 1].word) == 4 and pieces[end + 1].word.isdigit()
    end += pieces[end].word in ("de", "del") and pieces[end + 1].word.isdigit()
    word = pieces[end].word
    if len(word) == 4 and word.isdigit() and word.startswith(("19", "20")):
        return _valid(int(word), month, day, end + 1)
    return _yearless(month, day, reader.today, end)


def _nth(pieces: Pieces, end: int, number: int, reader: Reader, *, led: bool) -> Found | None:
    """the 3rd, the first of next month."""
    today = reader.today
    if not led:
        return None
    if pieces[end].word == "of" and pieces[end + 1].word in MONTHS:
        return _with_year(pieces, end + 2, MONTHS[pieces[end + 1].word], number, reader)
    if (
        pieces[end].word == "of"
        and pieces[end + 1].word in ("this", "last", "next")
        and pieces[end + 2].word == "month"
    ):
        months = {"this": 0, "last": -1, "next": 1}[pieces[end + 1].word]
        month = plus_months(today.replace(day=1), months)
        return end + 3, exactly(dated(month.year, month.month, number))
    this = dated(today.year, today.month, number)
    before, after = plus_months(today.replace(day=1), -1), plus_months(today.replace(day=1), 1)
    past = this if this <= today else dated(before.year, before.month, number)
    future = this if this > today else dated(after.year, after.month, number)
    return end, Day(past, future, monthday=number)


def _end_of(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """end of the month, month end, end of June, last day of the month."""
    words = [piece.word for piece in pieces[at : at + 4]]
    if words[0] == "last" and words[1] == "day":
        return _end_of(pieces, at + 1, reader)
    if words[0] not in ("end", "day") or words[1] not in ("of", "the"):
        return None
    skip = 2 + (words[2] in ("the", "this", "next"))
    unit = pieces[at + skip].word
    today = reader.today
    if unit in ("month", "year", "week"):
        later = words[2] == "next"
        month = plus_months(today.replace(day=1), int(later and unit == "month"))
        year = today.year + (later and unit == "year")
        sunday = today + timedelta(days=6 - today.weekday() + 7 * later)
        day = {"month": dated(month.year, month.month, 31), "year": date(min(year, 9998), 12, 31), "week": sunday}[unit]
        return at + skip + 1, Day(day, day, monthday=32 if unit == "month" else -1)
    if unit in MONTHS:
        return _yearless(MONTHS[unit], 31, today, at + skip + 1)
    return None


def _last(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    return _end_of(pieces, at, reader) if pieces[at + 1].word == "day" else _turned(pieces, at, reader)


def _day(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    return _before_or_after(pieces, at, reader)


_OPENERS = {
    "this": _this,
    "last": _last,
    "past": _turned,
    "next": _turned,
    "coming": _turned,
    "day": _day,
    "in": _in,
    "a": _ago,
    "an": _ago,
    "end": _end_of,
}

STARTERS = frozenset(
    _PREPOSITIONS
    | _NEAR.keys()
    | WEEKDAYS.keys()
    | MONTHS.keys()
    | _OPENERS.keys()
    | ORDINALS.keys()
    | ONES.keys()
    | TENS.keys()
) - {"zero"}
