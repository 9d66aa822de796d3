"""Days, months and years as they stand in a text, as keys that are equal where the same days are meant."""

from datetime import date, timedelta

import msgspec

from bot.brain.grounding.tokens import END, Token
from bot.brain.offline import day_words
from bot.brain.offline.day_words import WEEKDAYS
from bot.domain.money_words import first_weekday
from bot.domain.period import month_of, week_of

Days = frozenset[str]
"""Keys: "d:2026-11-12" a day, "w:2026-11-09" a week by its first day, "m:2026-11", "y:2026", "wd:3" a weekday."""

# As locales shorten them.
MONTHS = day_words.MONTHS | {
    "okt": 10, "dez": 12, "mrz": 3, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "fevr": 2, "avr": 4, "juil": 7,
}  # fmt: skip
# Months that are everyday words too count only with a capital letter or beside a number.
_ALSO_WORDS = frozenset("may mar march mars mai sun sat wed jan dec sept mon second set juin".split())
_JOINTS = frozenset({"de", "of", "del"})
_BEFORE_MONTHS = _JOINTS | {"en", "in", "im", "d"}
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "e", "o"})


class Found(msgspec.Struct, frozen=True):
    """What days stand at a place, and where their words end."""

    key: str
    end: int


def day_at(tokens: list[Token], at: int, today: date) -> Found | None:
    """As in "Nov 12", "12. November 2026", "12 de noviembre", "November", "2025", "Monday"."""
    token = tokens[at]
    if token.kind == "number":
        return _day_first(tokens, at, today) or _year(token, at)
    if token.kind != "word":
        return None
    month = _month(tokens, at)
    if month:
        return _month_first(tokens, at, month, today)
    if token.key in WEEKDAYS and (len(token.key) > 3 or token.text[0].isupper()):
        return Found(f"wd:{WEEKDAYS[token.key]}", _without_stop(tokens, at + 1, is_short=len(token.key) <= 3))
    return None


def _month(tokens: list[Token], at: int) -> int:
    token = tokens[at] if at < len(tokens) else END
    month = MONTHS.get(token.key, 0)
    if token.key in _ALSO_WORDS and not token.text[0].isupper() and not _stands_by_a_day(tokens, at):
        return 0
    return month


def _stands_by_a_day(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else END
    return before.kind == "number" or before.text == "." or before.key in _BEFORE_MONTHS


def _month_first(tokens: list[Token], at: int, month: int, today: date) -> Found:
    end = _without_stop(tokens, at + 1, is_short=len(tokens[at].key) <= 4)
    day = _number(tokens, end, 31)
    if day and not _is_amount(tokens, end):
        end = _without_suffix(tokens, end + 1)
        year, end = _year_after(tokens, end, today)
        return Found(_day_key(year, month, day), end)
    year, end = _year_after(tokens, end, today)
    return Found(f"m:{year}-{month:02}", end)


def _day_first(tokens: list[Token], at: int, today: date) -> Found | None:
    day = _number(tokens, at, 31)
    if not day:
        return None
    end = _without_suffix(tokens, at + 1)
    end = _without_stop(tokens, end, is_short=True)
    while end < len(tokens) and tokens[end].key in _JOINTS:
        end += 1
    month = _month(tokens, end)
    if not month:
        return None
    end = _without_stop(tokens, end + 1, is_short=len(tokens[end].key) <= 4 and _goes_on(tokens, end + 1))
    year, end = _year_after(tokens, end, today)
    return Found(_day_key(year, month, day), end)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the full stop after a short month is not the end of the sentence."""
    after = tokens[at + 1] if at + 1 < len(tokens) else END
    return after.kind == "number" or (after.kind == "word" and after.text[0].islower()) or after.text in (",", ":")


def _year(token: Token, at: int) -> Found | None:
    if len(token.text) == 4 and token.text.isdigit() and 1900 <= int(token.text) <= 2100:
        return Found(f"y:{token.text}", at + 1)
    return None


def _year_after(tokens: list[Token], at: int, today: date) -> tuple[int, int]:
    place = at
    if place < len(tokens) and (tokens[place].key in _JOINTS or tokens[place].text == ","):
        place += 1
    if place < len(tokens) and (found := _year(tokens[place], place)) and not _is_amount(tokens, place):
        return int(found.key[2:]), place + 1
    return today.year, at


def _is_amount(tokens: list[Token], at: int) -> bool:
    """Whether what follows makes a number money or a share: "in November 20 €"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else END
    return after.text in ("$", "€", "£", "%", "¥") or (after.kind in ("word", "number") and not after.gap and
                                                        after.key not in _SUFFIXES)  # fmt: skip


def _number(tokens: list[Token], at: int, most: int) -> int:
    token = tokens[at] if at < len(tokens) else END
    is_number = token.kind == "number" and token.text.isascii() and token.text.isdigit() and len(token.text) <= 2
    return int(token.text) if is_number and 0 < int(token.text) <= most else 0


def _without_suffix(tokens: list[Token], at: int) -> int:
    if at < len(tokens) and not tokens[at].gap and tokens[at].key in _SUFFIXES:
        return at + 1
    return at


def _without_stop(tokens: list[Token], at: int, *, is_short: bool) -> int:
    stands = is_short and at < len(tokens) and tokens[at].text == "." and not tokens[at].gap
    return at + 1 if stands else at


def _day_key(year: int, month: int, day: int) -> str:
    try:
        return f"d:{date(year, month, day).isoformat()}"
    except ValueError:
        return "d:never"


def near_key(tag: str, today: date, locale: str) -> str:
    """The key of "day:-1", "this:month", "last:week"."""
    which, _, what = tag.partition(":")
    if which == "day":
        return f"d:{(today + timedelta(days=int(what))).isoformat()}"
    step = {"this": 0, "last": -1, "next": 1}[which]
    if what == "week":
        first = week_of(today, first_weekday(locale)).first + timedelta(weeks=step)
        return f"w:{first.isoformat()}"
    if what == "year":
        return f"y:{today.year + step}"
    month = month_of(today)
    day = {0: month.first, -1: month.first - timedelta(days=1), 1: month.last + timedelta(days=1)}[step]
    return f"m:{day.year}-{day.month:02}"


def also_named(keys: Days, today: date) -> Days:
    """The keys with the weekdays that near days may be called by."""
    near: set[str] = set()
    for key in keys:
        if key.startswith("d:2"):
            day = date.fromisoformat(key[2:])
            if abs((day - today).days) < 7:
                near.add(f"wd:{day.weekday()}")
    return keys | near
