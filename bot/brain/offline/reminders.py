"""Reads what to be reminded of, and when; which reminder or alert to put away."""

from bot.brain.offline.clause import Clause, put
from bot.brain.offline.phrases import plain
from bot.brain.offline.pieces import AMOUNT, NUMBER, Piece, Pieces
from bot.domain.decision import Slots

_ABOUT_SMALL = frozenset("to that about of for i we me must should need on it the".split())


_RECALLED = frozenset("what which who where how why when whether".split())


_REMINDER_WORDS = frozenset(
    "scrap ditch lose anymore any more remind me us set a an add create my the reminder reminders cancel delete "
    "remove stop all put make new for to about do not need please "
    "reminding of don't schedule give kill clear forget dismiss turn off drop that one i".split()
)


def remind(clause: Clause) -> Slots | None:
    """About, date, time, recurrence."""
    slots: Slots = {}
    rest = clause.pieces[clause.rule_end + (clause.words[clause.rule_end : clause.rule_end + 1] == ["me"]) :]
    told = clause.day() or clause.every() or clause.hour() or clause.span()
    if rest and (rest[0].word in _RECALLED or (rest[0].word == "of" and not told)):
        return None
    put(slots, "about", _about(clause.pieces, rest))
    every = clause.every()
    put(slots, "recurrence", every)
    if not every:
        put(slots, "date", clause.opening())
    put(slots, "time", _late(clause))
    return slots


def _late(clause: Clause) -> str | None:
    """The time of day; with "tonight" or "this evening" beside it a small hour is one after noon."""
    hour = clause.hour()
    if hour and hour < "12" and not hour.startswith("00") and any(_is_evening(piece) for piece in clause.pieces):
        return f"{int(hour[:2]) + 12:02}{hour[2:]}"
    return hour


def _is_evening(piece: Piece) -> bool:
    return piece.kind == "marked" and piece.raw.lower().endswith(("tonight", "night", "evening", "afternoon", "arvo"))


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
        return plain(before)
    return plain(kept)


def cancel_reminder(clause: Clause) -> Slots:
    slots: Slots = {}
    put(
        slots,
        "about",
        plain([piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _REMINDER_WORDS]),
    )
    return slots


def snooze_alert(clause: Clause) -> Slots:
    slots: Slots = {}
    put(slots, "date", clause.future_day())
    put(slots, "time", clause.hour())
    return slots
