"""Reads one day, told from today or by the calendar, with the small words that lead to it."""

from collections.abc import Callable

from bot.brain.offline.calendar_days import (
    names_a_day,
    read_day_month,
    read_end_of,
    read_month_day,
    read_nth,
    read_numeric,
)
from bot.brain.offline.day_words import MONTHS, ORDINALS, WEEKDAYS
from bot.brain.offline.near_days import (
    NEAR,
    read_ago,
    read_beside,
    read_in,
    read_near,
    read_this,
    read_turned,
    read_weekday,
)
from bot.brain.offline.number_words import ONES, TENS
from bot.brain.offline.pieces import Pieces
from bot.brain.offline.when import Day
from bot.domain.decision import Reader

Found = tuple[int, Day]

LEADS = frozenset("on by at for until till dated from in before due the this of since after".split())
_MOST_LEADS = 3


def read_day(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    """A day with what leads to it ("on the", "by", "for"), and where it ends."""
    first = at
    while pieces[first].word in LEADS and first < at + _MOST_LEADS:
        found = _core(pieces, first, reader, led=first > at)
        if found:
            return found
        first += 1
    return _core(pieces, first, reader, led=first > at)


def _core(pieces: Pieces, at: int, reader: Reader, *, led: bool) -> Found | None:
    piece = pieces[at]
    word = piece.word
    if piece.kind == "number":
        return (
            read_ago(pieces, at, reader)
            or read_numeric(pieces, at, reader)
            or read_day_month(pieces, at, reader, led=led)
        )
    if word in WEEKDAYS and not word.endswith("days"):
        return read_weekday(pieces, at, reader, led=led)
    if word in ORDINALS and (pieces[at + 1].word == "of" or (led and names_a_day(pieces, at))):
        return read_nth(pieces, at + 1, ORDINALS[word], reader)
    read = _OPENERS.get(word)
    return read(pieces, at, reader) if read else None


def _last(pieces: Pieces, at: int, reader: Reader) -> Found | None:
    return read_end_of(pieces, at, reader) if pieces[at + 1].word == "day" else read_turned(pieces, at, reader)


_OPENERS: dict[str, Callable[[Pieces, int, Reader], Found | None]] = {
    **dict.fromkeys(NEAR, read_near),
    **dict.fromkeys(MONTHS, read_month_day),
    **dict.fromkeys((*ONES, *TENS, "a", "an"), read_ago),
    "this": read_this,
    "last": _last,
    "past": read_turned,
    "next": read_turned,
    "coming": read_turned,
    "day": read_beside,
    "in": read_in,
    "end": read_end_of,
}

STARTERS = frozenset(LEADS | WEEKDAYS.keys() | ORDINALS.keys() | _OPENERS.keys()) - {"zero"}
