"""Reads a period: this month, last 3 weeks, in October, since Nov 1, between two days, so far this year."""

from datetime import date, timedelta

from bot.brain.offline.day_words import MONTHS, RISKY, UNITS
from bot.brain.offline.days import read_day
from bot.brain.offline.manners import manners_of
from bot.brain.offline.near_days import read_count
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Span, dated, plus_days, plus_months
from bot.domain.decision import Reader
from bot.domain.period import Period, month_of, week_of, year_of

Found = tuple[int, Span]

LEADS = frozenset("in for during over within on of so far the from by until through".split())
_BACK = frozenset("last past previous prior latest".split())


def read_span(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """A period with the small words that lead to it, and where it ends."""
    first = at
    while pieces[first].word in LEADS and first < at + 4:
        found = _core(pieces, first, reader, led=first > at)
        if found:
            return found
        first += 1
    found = _core(pieces, first, reader, led=first > at)
    if found and pieces[found[0]].word == "so" and pieces[found[0] + 1].word == "far":
        return found[0] + 2, found[1]
    return found


def _core(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    word = pieces[at].word
    if word in _BACK:
        return _back(pieces, at, reader)
    if word in ("week", "month", "year") and pieces[at + 1].word == "last":
        return at + 2, _both(_previous(word, reader))
    if word in ("this", "current", "next"):
        return _turned(pieces, at, reader)
    if word == "since":
        return _since(pieces, at, reader)
    if word in ("between", "from"):
        return _between(pieces, at, reader)
    if word in MONTHS:
        return _month(pieces, at, reader, led=led)
    if led and word == "weekend":
        return at + 1, _weekend(reader)
    if word in ("ytd", "mtd"):
        unit = year_of if word == "ytd" else month_of
        return at + 1, _both(unit(reader.today))
    if led and pieces[at].kind == "number" and len(word) == 4 and word.isdigit() and "1990" <= word <= "2100":
        return (
            (at + 1, _both(year_of(date(int(word), 1, 1))))
            if pieces[at - 1].word in ("in", "of", "for", "during", "by", "until")
            else None
        )
    return None


def _weekend(reader: Reader) -> Span:
    """As in "over the weekend" was the last one, "for the weekend" will be this one."""
    coming = _unit_period("weekend", reader.today, reader)
    past = coming if reader.today >= coming.first else _unit_period("weekend", plus_days(reader.today, -7), reader)
    return Span(past, coming)


def _both(period: Period) -> Span:
    return Span(period, period)


def _unit_period(unit: str, day: date, reader: Reader) -> Period:
    match unit:
        case "day":
            return Period(day, day)
        case "week":
            return week_of(day, manners_of(reader.locale).week_start)
        case "weekend":
            saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
            return Period(saturday, saturday + timedelta(days=1))
        case "quarter":
            first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
            return Period(first, plus_days(plus_months(first, 3), -1))
        case "month":
            return month_of(day)
    return year_of(day)


def _turned(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """this month, next week."""
    following = pieces[at + 1].word
    if following in MONTHS and pieces[at].word == "next":
        return at + 2, _both(_next_month(MONTHS[following], reader))
    unit = UNITS.get(following)
    if unit is None or unit == "fortnight" or pieces[at + 1].word in ("days", "weeks", "months", "years", "night"):
        return None
    later = pieces[at].word == "next"
    day = {
        "day": plus_days(reader.today, 1), "week": plus_days(reader.today, 7), "weekend": plus_days(reader.today, 7),
        "month": plus_months(reader.today.replace(day=1), 1), "quarter": plus_months(reader.today.replace(day=1), 3),
    }.get(unit, plus_months(reader.today, 12)) if later else reader.today  # fmt: skip
    return at + 2, _both(_unit_period(unit, day, reader))


def _next_month(month: int, reader: Reader) -> Period:
    """The month of that name after this one: "next May"."""
    return month_of(dated(reader.today.year + (month <= reader.today.month), month, 1))


def _back(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """last month; last 3 months, past two weeks; last October."""
    today, following = reader.today, pieces[at + 1].word
    if following in MONTHS:
        month = MONTHS[following]
        year = today.year if month < today.month else today.year - 1
        return at + 2, _both(month_of(date(max(year, 1), month, 1)))
    if following in ("few", "couple"):
        count, end = (2 if following == "couple" else 3), at + 2 + (pieces[at + 2].word == "of")
    else:
        count, end = read_count(pieces, at + 1)
    unit = UNITS.get(pieces[end].word)
    if unit is None or pieces[end].word == "night":
        return None
    if unit == "fortnight":
        return end + 1, _both(Period(plus_days(today, -14), today))
    if count:
        if unit in ("day", "week"):
            return end + 1, _both(Period(plus_days(today, -min(count, 4000) * (7 if unit == "week" else 1)), today))
        months = min(count, 400) * {"month": 1, "quarter": 3, "year": 12}.get(unit, 1)
        return end + 1, _both(Period(plus_months(today, -months), today))
    return end + 1, _both(_previous(unit, reader))


def _previous(unit: str, reader: Reader) -> Period:
    today = reader.today
    day = {
        "day": plus_days(today, -1), "week": plus_days(today, -7), "weekend": plus_days(today, -7),
        "month": plus_days(today.replace(day=1), -1), "quarter": plus_months(today.replace(day=1), -3),
    }.get(unit, plus_months(today, -12))  # fmt: skip
    return _unit_period(unit, day, reader)


def this_like(period: Period, reader: Reader) -> Period:
    """The period of the same kind that runs now."""
    return _unit_period(_unit_of(period), reader.today, reader)


def previous_like(period: Period, reader: Reader) -> Period:
    """The period of the same kind before the one that runs now."""
    return _previous(_unit_of(period), reader)


def _unit_of(period: Period) -> str:
    for days, unit in ((1, "day"), (7, "week"), (31, "month"), (92, "quarter")):
        if period.days <= days:
            return unit
    return "year"


def _since(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    day = read_day(pieces, at + 1, reader)
    if day:
        return day[0], _both(Period(min(day[1].past, reader.today), reader.today))
    span = _core(pieces, at + 1, reader, led=True)
    if span and span[1].past.first <= reader.today:
        return span[0], _both(Period(span[1].past.first, reader.today))
    return None


def _between(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    first = read_day(pieces, at + 1, reader)
    if first is None:
        return None
    joint = pieces[first[0]].word
    if joint not in ("and", "to", "until", "till", "-", "through"):
        return None
    last = read_day(pieces, first[0] + 1, reader)
    if last is None:
        return None
    past = Period(min(first[1].past, last[1].past), max(first[1].past, last[1].past))
    future = Period(min(first[1].future, last[1].future), max(first[1].future, last[1].future))
    return last[0], Span(past, future)


def _month(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    """October, in October 2025."""
    piece, today = pieces[at], reader.today
    year_piece = pieces[at + 1]
    explicit = year_piece.kind == "number" and len(year_piece.word) == 4 and "1990" <= year_piece.word <= "2100"
    if piece.word in RISKY and not led and not explicit:
        return None
    month = MONTHS[piece.word]
    if explicit and year_piece.word.isdigit():
        return at + 2, _both(month_of(date(int(year_piece.word), month, 1)))
    past_year = today.year if month <= today.month else today.year - 1
    future_year = today.year if month >= today.month else today.year + 1
    return at + 1, Span(month_of(dated(past_year, month, 1)), month_of(dated(future_year, month, 1)))


STARTERS = frozenset(
    LEADS | _BACK | MONTHS.keys() | {"this", "current", "next", "since", "between", "from", "ytd", "mtd"}
)
