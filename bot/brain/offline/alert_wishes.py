"""Reads how PAM may speak unasked: the digest, the weekly question, how many alerts a day, and over which channel."""

from collections.abc import Callable

from bot.brain.offline.clause import Clause
from bot.brain.offline.day_words import CODES
from bot.brain.offline.parts_of_day import hour_told
from bot.brain.offline.when import Day, Every
from bot.domain.decision import Slots

_ENDED = frozenset("off stop no not never cancel end disable anymore".split())
_RHYTHMS = frozenset({"daily", "weekly"})
_MOST_A_DAY = 99
_TELEGRAM = frozenset({"telegram"})
_SMS = frozenset({"sms", "text", "texts"})


def _digest(clause: Clause) -> Slots | None:
    """daily, "daily 07:30", weekly, "weekly:SU 18:00", off; without a rhythm it is asked for."""
    return _rhythmic("digest", clause)


def _review(clause: Clause) -> Slots | None:
    """The question whether anything was missed: once a week, or off."""
    slots = _rhythmic("review", clause)
    if slots and str(slots.get("value", "")).startswith("daily"):
        return None
    return slots if slots is None or "value" in slots else {**slots, "value": "weekly"}


def _rhythmic(key: str, clause: Clause) -> Slots | None:
    if not _ENDED.isdisjoint(clause.words):
        return {"key": key, "value": "off"}
    rhythm = _rhythm(clause)
    if not rhythm:
        return {"key": key}
    if rhythm.partition(":")[0] not in _RHYTHMS:
        return None
    return {"key": key, "value": " ".join(filter(None, (rhythm, hour_told(clause))))}


def _rhythm(clause: Clause) -> str:
    """The most exact one told: "weekly … on sundays" is every Sunday."""
    rules = [value.rule for value in clause.values if isinstance(value, Every)]
    days = [value.weekday for value in clause.values if isinstance(value, Day) and value.weekday >= 0]
    if days and "daily" not in rules:
        return f"weekly:{CODES[days[0]]}"
    return max(rules, key=len, default="")


def _cap(clause: Clause) -> Slots | None:
    """How many alerts a day at most."""
    most = clause.counted(_MOST_A_DAY) or ("one" in clause.words)
    return {"key": "daily_alerts", "value": str(int(most))} if most and clause.every() == "daily" else None


def _channel(clause: Clause) -> Slots | None:
    """The last one named is where to: "text me my alerts on telegram", but "text me instead of telegram"."""
    named = [word for word in clause.words if word in _SMS | _TELEGRAM]
    if not named:
        return None
    told = named[0 if "instead" in clause.words else -1]
    return {"key": "preferred_channel", "value": "telegram" if told in _TELEGRAM else "sms"}


def _fallback(clause: Clause) -> Slots | None:
    """Whether an SMS may come where Telegram does not: what is denied behind "if telegram" is Telegram's failing."""
    words = clause.words
    told = words
    for at, word in enumerate(words):
        if word == "telegram" and at and words[at - 1] in ("if", "when", "whenever"):
            told = words[: at - 1]
            break
    return {"key": "sms_fallback", "value": "on" if _ENDED.isdisjoint(told) else "off"}


ALERT_WISHES: dict[str, Callable[[Clause], Slots | None]] = {
    "digest": _digest,
    "review": _review,
    "cap": _cap,
    "channel": _channel,
    "fallback": _fallback,
}
