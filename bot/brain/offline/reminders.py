"""Reads what to be reminded of, and when; which reminder to put away."""

import itertools

from bot.brain.offline.clause import Clause, put
from bot.brain.offline.day_words import ORDINALS
from bot.brain.offline.parts_of_day import hour_told
from bot.brain.offline.phrases import as_written, plain
from bot.brain.offline.pieces import AMOUNT, HOURS, NUMBER, Pieces
from bot.brain.offline.when import Day
from bot.domain.decision import Slots

_ABOUT_SMALL = frozenset("to that about of for i we me must should need on it the once".split())


_DATED = frozenset({"yearly", "semiannual", "quarterly"})
"""Recurrences that need the day told beside them."""

_OTHER_RHYTHMS = frozenset({"every", "each", "twice"})
_NUMBERED = frozenset({"reminder", "reminders", "number", "#"})
_EVERY_ONE = frozenset({"all", "every", "everything"})
_RECALLED = frozenset("what which who where how why when whether yourself".split())


_REMINDER_WORDS = frozenset(
    "scrap ditch lose anymore any more remind me us set a an add create my the reminder reminders cancel delete "
    "remove stop all put make new for to about do not need please "
    "reminding of don't schedule give kill clear forget dismiss turn off drop that one i no "
    "longer want every number everything get rid".split()
)


def remind(clause: Clause) -> Slots | None:
    """About, date, time, recurrence."""
    slots: Slots = {}
    rest = clause.pieces[clause.rule_end + (clause.words[clause.rule_end : clause.rule_end + 1] == ["me"]) :]
    told = clause.day() or clause.every() or clause.hour() or clause.span()
    if rest and (rest[0].word in _RECALLED or (rest[0].word == "of" and not told)):
        return None
    every = clause.every()
    if _comes_otherwise(clause, rest, every):
        return None
    put(slots, "about", _about(clause.pieces, rest))
    put(slots, "recurrence", every)
    if not every or every in _DATED:
        put(slots, "date", clause.opening())
    put(slots, "time", hour_told(clause))
    return slots


def _comes_otherwise(clause: Clause, rest: Pieces, every: str | None) -> bool:
    """As "every 3 days", "twice a week", "at noon and at 8", "the first monday of every month": no other rhythm."""
    if HOURS in clause.words or any(piece.word in _OTHER_RHYTHMS and piece.kind == "word" for piece in rest):
        return True
    if any(nth.word in ORDINALS and isinstance(day.value, Day) for nth, day in itertools.pairwise(clause.pieces)):
        return True
    monthly = (every or "").startswith("monthly")
    return monthly and any(isinstance(value, Day) and value.weekday >= 0 for value in clause.values)


def _about(pieces: Pieces, rest: Pieces) -> str:
    kept = [piece for piece in rest if piece.kind != "marked" or piece.word in (AMOUNT, NUMBER)]
    while kept and (kept[0].word in _ABOUT_SMALL or kept[0].kind == "mark"):
        kept.pop(0)
    while kept and (
        kept[-1].word in ("on", "at", "in", "by", "please", "to", "every", "is", "are", "was")
        or kept[-1].kind == "mark"
    ):
        kept.pop()
    if not kept:
        before = [piece for piece in pieces if piece.kind == "word" and piece.word not in _REMINDER_WORDS]
        return as_written(before)
    return as_written(kept)


def cancel_reminder(clause: Clause) -> Slots:
    """Which one: by its words, by its number in the list, or all."""
    slots: Slots = {}
    number, at = _number(clause)
    named = [piece for place, piece in enumerate(clause.pieces) if piece.kind == "word" and place != at]
    put(slots, "about", plain([piece for piece in named if piece.word not in _REMINDER_WORDS]))
    put(slots, "number", number)
    if not _EVERY_ONE.isdisjoint(clause.words):
        slots["all"] = True
    return slots


def _number(clause: Clause) -> tuple[int | None, int]:
    """As "reminder 2" and "the second reminder", and where it stands."""
    words = ["", *clause.words, ""]
    for at, piece in enumerate(clause.pieces):
        before, following = words[at], words[at + 2]
        if piece.word in (AMOUNT, NUMBER) and before in _NUMBERED and piece.raw.isdecimal():
            return int(piece.raw), at
        if piece.word in ORDINALS and following in ("reminder", "one"):
            return ORDINALS[piece.word], at
    return None, -1


def tick_off(_clause: Clause) -> Slots:
    return {"done": True}
