"""Reads a day of the calendar: Nov 10, 10th of November, 11/15, 2026-11-03, the 3rd, end of the month."""

import re
from datetime import date, timedelta

from bot.brain.offline.currencies import WORDS as CURRENCY_WORDS
from bot.brain.offline.day_words import MONTHS, ORDINALS, RISKY
from bot.brain.offline.manners import manners_of
from bot.brain.offline.pieces import Piece, Pieces
from bot.brain.offline.when import LAST_OF_MONTH, Day, dated, exactly, plus_months
from bot.domain.decision import Reader

Found = tuple[int, Day]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°)")
# A bare "11-15" or "11.15" is more often a range or an amount than a day.
_BARE = "/"
_ON = frozenset("on by before until till from since due every each".split())
_AFTER_A_DAY = frozenset("of for in at i we and to about so then".split())
_BEFORE_A_MONTH = frozenset("on by since until from and between to".split())


def read_numeric(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """11/15, 15/11/2026, 2026-11-03, 15.11."""
    word = pieces[at].word
    if word.isdigit():
        return None
    iso = _ISO.fullmatch(word)
    if iso:
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]), at + 1)
    numeric = _NUMERIC.fullmatch(word)
    if not numeric or not (numeric[4] or numeric[2] == _BARE or _is_german(pieces, at, numeric[2], reader)):
        return None
    manners = manners_of(reader.locale)
    first, second = int(numeric[1]), int(numeric[3])
    month, day = (first, second) if manners.month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    end = at + 1 + (numeric[2] == "." and pieces[at + 1].word == ".")
    if numeric[4]:
        year = int(numeric[4])
        return _valid(year + 2000 if year < 100 else year, month, day, end)
    return _yearless(month, day, reader.today, end)


def _is_german(pieces: Pieces, at: int, separator: str, reader: Reader) -> bool:
    """15.11. is a day where German is spoken; elsewhere it is an amount."""
    if separator != "." or manners_of(reader.locale).language != "de":
        return False
    return pieces[at + 1].word == "." or pieces[at - 1].word in ("on", "am", "the")


def _valid(year: int, month: int, day: int, end: int) -> Found | None:
    if 1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998:
        found = dated(year, month, day)
        return (end, exactly(found)) if found.day == day else None
    return None


def _yearless(month: int, day: int, today: date, end: int) -> Found | None:
    if not (1 <= month <= 12 and 1 <= day <= LAST_OF_MONTH):
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


def read_month_day(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """Nov 10, November 10th 2026, November the tenth."""
    month = pieces[at]
    first = at + 1 + (pieces[at + 1].word in (".", "the"))
    number = _day_number(pieces, first)
    if not number:
        return None
    plain = pieces[first].raw.isdigit() and pieces[first + 1].kind == "word" and month.raw[:1].islower()
    if month.word in RISKY and plain and pieces[at - 1].word not in _BEFORE_A_MONTH:
        return None
    return _with_year(pieces, first + 1, MONTHS[month.word], number, reader)


def read_day_month(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    """10 Nov, 3rd of November, 3. November, 3 de noviembre; the 3rd."""
    number = _day_number(pieces, at)
    if not number:
        return None
    ordinal = not pieces[at].word.isdigit()
    following = at + 1 + (pieces[at + 1].word in (".", "of", "de"))
    month = pieces[following]
    if month.word in MONTHS and (month.word not in RISKY or led or ordinal or _is_month_of_another_tongue(month)):
        return _with_year(pieces, following + 1, MONTHS[month.word], number, reader)
    if ordinal:
        return read_nth(pieces, at + 1, number, reader) if names_a_day(pieces, at) else None
    if led and _is_bare_monthday(pieces, at, reader):
        return read_nth(pieces, at + 1 + (pieces[at + 1].word == "."), number, reader)
    if led and pieces[at - 1].word == "the" and pieces[at - 2].word in _ON and pieces[at + 1].kind != "word":
        return read_nth(pieces, at + 1, number, reader)
    return None


def _is_month_of_another_tongue(month: Piece) -> bool:
    """As "marzo" and "mai", or with a capital: neither is taken for "to march" or "you may"."""
    raw = month.raw
    return raw[:1].isupper() or (raw != month.word and raw[:2] == month.word[:2]) or raw.startswith("mär")


def names_a_day(pieces: Pieces, at: int) -> bool:
    """Whether an ordinal is a day of the month: "on the 3rd" is, "my 3rd coffee" is not."""
    if pieces[at + 1].kind != "word" or pieces[at + 1].word in _AFTER_A_DAY:
        return True
    before = pieces[at - 2].word if pieces[at - 1].word == "the" and at > 1 else pieces[at - 1].word
    return before in _ON


def _is_bare_monthday(pieces: Pieces, at: int, reader: Reader) -> bool:
    """As "am 5." and "le 5 de payer": German and Romance ways to say a day of the month."""
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


def read_nth(pieces: Pieces, end: int, number: int, reader: Reader) -> Found | None:
    """the 3rd, the first of next month; ``end`` is where the number ended."""
    today = reader.today
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


def read_end_of(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """end of the month, end of June, last day of the month."""
    words = [piece.word for piece in pieces[at : at + 4]]
    if words[:2] == ["last", "day"]:
        return read_end_of(pieces, at + 1, reader)
    if words[0] not in ("end", "day") or words[1] not in ("of", "the"):
        return None
    unit_at = at + 2 + (words[2] in ("the", "this", "next"))
    unit = pieces[unit_at].word
    if unit in MONTHS:
        return _yearless(MONTHS[unit], LAST_OF_MONTH, reader.today, unit_at + 1)
    if unit not in ("week", "month", "year"):
        return None
    last = _last_day(unit, reader.today, later=words[2] == "next")
    return unit_at + 1, Day(last, last, monthday=LAST_OF_MONTH if unit == "month" else -1)


def _last_day(unit: str, today: date, *, later: bool) -> date:
    if unit == "week":
        return today + timedelta(days=6 - today.weekday() + 7 * later)
    if unit == "year":
        return date(min(today.year + later, 9998), 12, 31)
    month = plus_months(today.replace(day=1), int(later))
    return dated(month.year, month.month, LAST_OF_MONTH)
