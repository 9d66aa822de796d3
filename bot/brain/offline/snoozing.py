"""Reads until when PAM shall be quiet, and about what; which alert a person asks after."""

import re
from datetime import date

from bot.brain.offline.amount import Amount
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.day_words import UNITS
from bot.brain.offline.manners import manners_of
from bot.brain.offline.parts_of_day import hour_told
from bot.brain.offline.phrases import plain
from bot.brain.offline.pieces import AMOUNT, HOUR, HOURS, NUMBER, Piece
from bot.brain.offline.when import Day, Every, Hour, Span, plus_days, plus_months
from bot.domain.decision import Slots
from bot.domain.period import month_of, week_of

_HOUR, _HALF_HOUR = 60, 30
_MINUTES = {"minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": _HOUR, "hours": _HOUR, "hr": _HOUR, "hrs": _HOUR}
_SHORT = re.compile(r"(\d{1,3})(m|mins?|h|hrs?)")
_DAYS = {"daily": 1, "weekly": 7, "biweekly": 14}
_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
_LONGEST = 400
_OTHERS = frozenset("he she they him her them".split())
_NOW = frozenset("now nicht no maintenant".split())
"""As the last word of "not now", "jetzt nicht" and "ahora no": that tells no day to come."""
_NIGHTLY = frozenset("after before past".split())
_ALL = frozenset("alerts warnings notifications alone everything".split())
"""Where nothing else is named these are all there are, not the last one."""

_WEEKENDS = frozenset({"weekend", "weekends"})
_SAID = frozenset(
    "last latest bother snooze postpone mute muted silence silent pause hide quiet suspend hush stop warning "
    "warnings warn alert alerts alerting bugging bug nagging nag notifying notify notification notifications "
    "pestering reminder reminders remind ask tell ping nudge text message me us again later instead no not do "
    "does did i we you more any all about of for until till on in to at the a an my our this that it one them "
    "these those please now off turn switch leave alone be enough because rest week month day year time days "
    "weeks months minute minutes min mins hour hours half and why how come explain what is was get got getting "
    "are am maybe perhaps warned alerted notified pinged texted show behind triggered caused which telling told "
    "say said saying sent send sending see seeing there bookings transactions rows entries expenses purchases "
    "numbers figures shut up want hear everything many much so will anymore longer".split()
)


def snooze_alert(clause: Clause) -> Slots | None:
    """About (one word for all: "alerts"), and until when: minutes from now, or the first day alerts come again."""
    if HOURS in clause.words or not _WEEKENDS.isdisjoint(clause.words) or _is_nightly(clause):
        return None
    slots: Slots = {}
    put(slots, "about", _about(clause) or ("" if _ALL.isdisjoint(clause.words) else "alerts"))
    return slots | _until(clause)


def snooze_until(clause: Clause) -> Slots | None:
    """Words that ask for quiet only with a time or "about" beside them: "again" alone does not."""
    slots = snooze_alert(clause)
    if not slots or (slots.keys() == {"about"} and "about" not in clause.words and slots["about"] != "alerts"):
        return None
    day = slots.get("date")
    return None if isinstance(day, date) and day < clause.reader.today else slots


def explain_alert(clause: Clause) -> Slots | None:
    """What it was about, if that was said; what others warned of is none of PAM's."""
    if not _OTHERS.isdisjoint(clause.words):
        return None
    slots: Slots = {}
    put(slots, "about", _about(clause))
    return slots


def _is_nightly(clause: Clause) -> bool:
    """As "no alerts after 11pm", which is a wish for every night."""
    words = clause.words
    at = words.index(HOUR) if HOUR in words else 0
    return at > 0 and words[at - 1] in _NIGHTLY


def _about(clause: Clause) -> str:
    return plain([piece for piece in clause.pieces if piece.kind == "word" and piece.word not in _SAID])


def _until(clause: Clause) -> Slots:
    minutes = _minutes(clause)
    if minutes:
        return {"minutes": minutes}
    slots: Slots = {}
    hour = hour_told(clause)
    put(slots, "date", _first_day(clause, timed=hour is not None))
    put(slots, "time", hour)
    return slots


def _minutes(clause: Clause) -> int:
    """As "in 20 minutes", "for 2 hours", "30m", "an hour and a half"."""
    told = next((value.minutes for value in clause.values if isinstance(value, Hour) and value.minutes), 0)
    if told:
        return told
    half = _HALF_HOUR if "half" in clause.words else 0
    for at, piece in enumerate(clause.pieces):
        short = _SHORT.fullmatch(piece.raw.lower()) if piece.word in (AMOUNT, NUMBER) else None
        if short:
            return int(short[1]) * (_HOUR if short[2].startswith("h") else 1)
        unit = _MINUTES.get(piece.word, 0) if piece.kind == "word" else 0
        if unit:
            before = clause.pieces[at - 1] if at else piece
            return half if half and "half" in clause.words[:at] else _count(before) * unit + half
    return 0


def _count(piece: Piece) -> int:
    value = piece.value
    count = value.whole if isinstance(value, Amount) else value
    return count if isinstance(count, int) and 0 < count < _LONGEST else 1


def _first_day(clause: Clause, *, timed: bool) -> date | None:
    """The day alerts come again: the one told last ("not today, tomorrow"), or the one after what was told."""
    today = clause.reader.today
    for value in reversed([piece.value for piece in clause.pieces if piece.raw.lower() not in _NOW]):
        if isinstance(value, Day):
            return value.future if timed or value.future != today else plus_days(today, 1)
        if isinstance(value, Span):
            first = value.future.first
            return first if first > today else plus_days(value.future.last, 1)
        if isinstance(value, Every):
            rule = value.rule
            return plus_months(today, _MONTHS[rule]) if rule in _MONTHS else plus_days(today, _DAYS.get(rule, 1))
    return _after_a_while(clause) or _rest(clause)


def _after_a_while(clause: Clause) -> date | None:
    """As "for 3 days", "for two weeks", where the number is a piece of its own."""
    today = clause.reader.today
    for before, piece in zip(clause.pieces, clause.pieces[1:], strict=False):
        unit = UNITS.get(piece.word, "") if before.word in (AMOUNT, NUMBER) else ""
        if unit == "month":
            return plus_months(today, _count(before))
        if unit in ("day", "week"):
            return plus_days(today, _count(before) * (7 if unit == "week" else 1))
    return None


def _rest(clause: Clause) -> date | None:
    """As "for the rest of the month": the day after the last of it."""
    if "rest" not in clause.words:
        return None
    today = clause.reader.today
    if "week" in clause.words:
        return plus_days(week_of(today, manners_of(clause.reader.locale).week_start).last, 1)
    return plus_days(month_of(today).last, 1) if "month" in clause.words else plus_days(today, 1)
