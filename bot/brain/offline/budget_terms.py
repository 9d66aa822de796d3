"""Reads the terms of a budget: whether what is left rolls over, and on which day it starts."""

from bot.brain.offline.clause import Clause
from bot.brain.offline.day_words import CODES
from bot.brain.offline.when import LAST_OF_MONTH, Every

ROLLING = frozenset("roll rolls rollover rolling rolled carry carries carrying".split())
_OFF = frozenset("no without stop not never off dont".split())
_STARTING = frozenset(
    "from starting start starts begin begins beginning payday paid resets reset until till then".split()
)
_WEEKLY = frozenset("week weekly".split())
_LAST_DAY = 31


def rollover(clause: Clause) -> bool | None:
    """Whether unused money is said to roll over, None when nothing is said of it."""
    words = clause.words
    at = next((at for at, word in enumerate(words) if word in ROLLING), -1)
    if at < 0:
        return None
    turned_off = not _OFF.isdisjoint(words[max(at - 3, 0) : at]) or "off" in words[:2]
    return not turned_off


def start_day(clause: Clause) -> int | None:
    """1 to 31 of the month, or 0 to 6 of the week (Monday is 0); None when no start is said."""
    if _STARTING.isdisjoint(clause.words) and not _led_by_from(clause):
        return None
    rule = ""
    for value in clause.values:
        if isinstance(value, Every):
            rule, _, day = value.rule.partition(":")
            if day:
                return CODES.index(day) if day in CODES else _LAST_DAY if day == "last" else int(day)
    told = clause.day()
    if told is None:
        return None
    if told.monthday > 0:
        return min(told.monthday, LAST_OF_MONTH - 1)
    weekly = rule == "weekly" or not _WEEKLY.isdisjoint(clause.words)
    return told.weekday if weekly and told.weekday >= 0 else None


def _led_by_from(clause: Clause) -> bool:
    """As "from the 25th", which is one marked piece."""
    return any(piece.kind == "marked" and piece.raw.lower().startswith(("from", "since")) for piece in clause.pieces)
