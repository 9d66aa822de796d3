"""Reads a day told from today: yesterday morning, last Friday, two days ago, in three weeks, a week on Monday."""

from datetime import date, timedelta

from bot.brain.offline.calendar_days import read_nth
from bot.brain.offline.day_words import PARTS_OF_DAY, RISKY, UNITS, WEEKDAYS
from bot.brain.offline.number_words import read_below_hundred
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Day, exactly, plus_days, plus_months
from bot.domain.decision import Reader

Found = tuple[int, Day]
NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "now": 0}


def read_near(pieces: Pieces, at: int, reader: Reader) -> Found:
    """today, yesterday morning."""
    word = pieces[at].word
    day = plus_days(reader.today, NEAR[word])
    if word == "now":
        return at + 1, exactly(day)
    return _past_part(pieces, at + 1), exactly(day)


def _past_part(pieces: Pieces, at: int) -> int:
    """Skips "morning", "in the evening" after a day."""
    if pieces[at].word in ("in", "at") and pieces[at + 1].word == "the" and pieces[at + 2].word in PARTS_OF_DAY:
        return at + 3
    if pieces[at].word == "at" and pieces[at + 1].word == "night":
        return at + 2
    return at + 1 if pieces[at].word in PARTS_OF_DAY else at


def read_this(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    following = pieces[at + 1].word
    if following in PARTS_OF_DAY:
        return at + 2, exactly(reader.today)
    if following in ("coming", "past") and pieces[at + 2].word in WEEKDAYS:
        return read_turned(pieces, at + 1, reader)
    if following in WEEKDAYS:
        number = WEEKDAYS[following]
        day = reader.today + timedelta(days=(number - reader.today.weekday()) % 7)
        return _past_part(pieces, at + 2), Day(_last_weekday(number, reader.today), day, weekday=number)
    return None


def read_turned(pieces: Pieces, at: int, reader: Reader) -> Found | None:
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


def read_weekday(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    piece, following = pieces[at], pieces[at + 1]
    if (
        piece.word in RISKY
        and not led
        and following.kind == "word"
        and following.word not in ("and", "for", "to", "at")
        and following.word not in PARTS_OF_DAY
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


def read_beside(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """day before yesterday, day after tomorrow, el día 5."""
    two = (pieces[at + 1].word, pieces[at + 2].word)
    if two == ("before", "yesterday"):
        return at + 3, exactly(plus_days(reader.today, -2))
    if pieces[at].raw == "día" and two[0].isdigit() and 1 <= int(two[0][:3]) <= 31:
        return read_nth(pieces, at + 2, int(two[0]), reader)
    if two == ("after", "tomorrow"):
        return at + 3, exactly(plus_days(reader.today, 2))
    return None


def read_ago(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """two days ago, a week ago, 3 weeks from now; a week on Monday; a couple of days ago."""
    count, end = read_count(pieces, at)
    unit = UNITS.get(pieces[end].word) if count else None
    if unit is None:
        return None
    following = pieces[end + 1].word
    if following in ("ago", "back", "earlier"):
        return end + 2, exactly(_shift(reader.today, unit, -count))
    if following in ("later", "hence"):
        return end + 2, exactly(_shift(reader.today, unit, count))
    if following == "from" and pieces[end + 2].word in ("now", "today", "tomorrow"):
        return end + 3, exactly(_shift(plus_days(reader.today, NEAR[pieces[end + 2].word]), unit, count))
    if (
        following in ("on", "from")
        and pieces[at - 1].kind != "number"
        and unit in ("week", "fortnight")
        and pieces[end + 2].word in WEEKDAYS
    ):
        day = _next_weekday(WEEKDAYS[pieces[end + 2].word], reader.today)
        return end + 3, exactly(_shift(day, unit, count))
    return None


def read_in(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """in 3 days, in two weeks, in a month."""
    count, end = read_count(pieces, at + 1)
    unit = UNITS.get(pieces[end].word) if count else None
    if unit in ("day", "week", "fortnight", "month", "year"):
        end += 2 if pieces[end + 1].word in ("time", "now") else 1
        return end, exactly(_shift(reader.today, unit, count))
    return None


def read_count(pieces: Pieces, at: int) -> tuple[int, int]:
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
