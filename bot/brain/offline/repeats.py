"""Reads what repeats: every month on the 1st, weekly, a week, each 15th."""

from bot.brain.offline.day_words import CODES, MONTHS, UNITS, WEEKDAYS
from bot.brain.offline.days import read_day
from bot.brain.offline.near_days import read_count
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Every
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

_BETWEEN_WEEKDAYS = frozenset({"and", ",", "&"})
_BEFORE_ANOTHER = frozenset({"and", "every", "on", "the"})


def read_every(pieces: Pieces, at: int, reader: Reader) -> tuple[int, Every] | None:
    """A recurrence and where it ends; a day that belongs to it ("on the 1st") is taken in."""
    found = _rule(pieces, at, reader)
    if found is None:
        return None
    end, rule = found
    if rule in ("monthly", "weekly", "biweekly"):
        day = read_day(pieces, end, reader) if pieces[end].word in ("on", "the", "at", "due") else None
        if day and rule == "monthly" and day[1].monthday > 0:
            return day[0], Every(f"monthly:{day[1].said_monthday}")
        if day and rule != "monthly" and day[1].weekday >= 0:
            return day[0], Every(f"{rule}:{CODES[day[1].weekday]}")
    return end, Every(rule)


def _rule(pieces: Pieces, at: int, reader: Reader) -> tuple[int, str] | None:
    word, following = pieces[at].word, pieces[at + 1].word
    if word in ("on", "the", "last"):
        ended = _last_of_every(pieces, at)
        if ended:
            return ended, "monthly:last"
    if word in _ADVERBS:
        return at + 1, _ADVERBS[word]
    if word in ("on", "of") and (
        following in ("each", "every") or (following.endswith("days") and following in WEEKDAYS)
    ):
        return _rule(pieces, at + 1, reader)
    if word in ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"):
        return _with_other_weekdays(pieces, at + 1, WEEKDAYS[word])
    if word in ("every", "each"):
        return _each(pieces, at, reader)
    if word in ("per", "a", "an", "/") and following in _UNIT_RULES:
        return at + 2, _UNIT_RULES[following]
    if word == "/" and following in ("mo", "mth", "wk", "yr", "d"):
        return at + 2, {"mo": "monthly", "mth": "monthly", "wk": "weekly", "yr": "yearly", "d": "daily"}[following]
    if word in ("twice", "once") and following == "a":
        return None
    return None


def _with_other_weekdays(pieces: Pieces, end: int, number: int) -> tuple[int, str]:
    """As "every tuesday and thursday", "mondays, wednesdays and fridays"."""
    numbers = {number}
    while pieces[end].word in _BETWEEN_WEEKDAYS:
        following = end + 1 + (pieces[end + 1].word in _BEFORE_ANOTHER)
        if pieces[following].word not in WEEKDAYS:
            break
        numbers.add(WEEKDAYS[pieces[following].word])
        end = following + 1
    return end, "weekly:" + ",".join(CODES[weekday] for weekday in sorted(numbers))


def _last_of_every(pieces: Pieces, at: int) -> int:
    """Where "on the last day of every month" ends, 0 where it is not that."""
    at += pieces[at].word == "on"
    at += pieces[at].word == "the"
    words = [piece.word for piece in pieces[at : at + 5]]
    last = words[:3] == ["last", "day", "of"] and words[3] in ("every", "each") and words[4] == "month"
    return at + 5 if last else 0


def _each(pieces: Pieces, at: int, reader: Reader) -> tuple[int, str] | None:
    first = at + 1 + (pieces[at + 1].word == "single")
    word = pieces[first].word
    if word in ("weekday", "workday"):
        return first + 1, "weekdays"
    if word == "weekend":
        return first + 1, f"weekly:{CODES[WEEKDAYS['saturday']]}"
    if word in WEEKDAYS:
        end = first + 1 + (pieces[first + 1].word in ("morning", "evening", "night", "afternoon"))
        return _with_other_weekdays(pieces, end, WEEKDAYS[word])
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
        return end, f"monthly:{day[1].said_monthday}"
    count, end = read_count(pieces, first)
    unit = UNITS.get(pieces[end].word, "") if count else ""
    rule = _COUNTED.get((unit, count))
    return (end + 1, rule) if rule else None


STARTERS = frozenset(
    {"every", "each", "per", "a", "an", "/", "on", "of", "the", "last"}
    | _ADVERBS.keys()
    | {day for day in WEEKDAYS if day.endswith("days")}
)
