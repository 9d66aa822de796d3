"""Understands texts line by line, offline: JSON Lines in, JSON Lines out, for measuring and for pipes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from bot.brain.offline import decide
from bot.domain.decision import Calls, Decision, Question, Reader, SkillCall
from bot.domain.money import is_currency
from bot.domain.period import Period
from bot.domain.taxonomy import OTHER, place_of

Predicted = dict[str, object]

# What the published labels do not name.
UNLABELLED = frozenset("tell_cost remember recall_memories forget_memory".split())


class Line(msgspec.Struct):
    """One text to understand. ``now`` is an instant with its offset."""

    id: str | int | None = None
    text: str = ""
    now: datetime | None = None
    tz: str = "UTC"
    locale: str = "en-US"
    currency_default: str = "USD"


class _OnlyId(msgspec.Struct):
    id: str | int | None = None


def understand_lines(lines: Iterable[str], out: TextIO) -> None:
    """One line out for each line in, in order, flushed at once; a malformed line is answered with its error."""
    for line in lines:
        out.write(msgspec.json.encode(_answer(line)).decode() + "\n")
        out.flush()


def _answer(line: str) -> Predicted:
    try:
        asked = msgspec.json.decode(line, type=Line)
        reader = _reader(asked)
    except (msgspec.DecodeError, ZoneInfoNotFoundError, ValueError, OverflowError) as fault:
        return {"id": _id_of(line), "predicted": [{"skill": "none"}], "error": str(fault)}
    return {"id": asked.id, "predicted": _predicted(decide(asked.text, reader))}


def _id_of(line: str) -> str | int | None:
    try:
        return msgspec.json.decode(line, type=_OnlyId).id
    except (msgspec.DecodeError, ValueError):
        return None


def _reader(line: Line) -> Reader:
    if not is_currency(line.currency_default):
        raise ValueError(f"unknown currency: {line.currency_default}")
    now = line.now or datetime.fromtimestamp(0, UTC)
    local = now.astimezone(ZoneInfo(line.tz))
    return Reader(
        today=local.date(),
        time=f"{local:%H:%M}",
        timezone=line.tz,
        locale=line.locale,
        currency=line.currency_default,
    )


def _predicted(decision: Decision) -> list[Predicted]:
    if isinstance(decision, Question):
        return [{"skill": "none", "question": decision.key}]
    if isinstance(decision, Calls):
        return [_frame(call) for call in decision.calls]
    return [{"skill": "none"}]


def _frame(call: SkillCall) -> Predicted:
    """A call as LABELS tell it: the category by its published leaf, and beside it the person's own word.

    They know one way to forget everything.
    """
    if call.skill == "forget_memory" and call.slots.get("all"):
        return {"skill": "delete_my_data", "slots": {}}
    if call.skill in UNLABELLED:
        return {"skill": "none", "slots": {}}
    slots = {name: _plain(value) for name, value in call.slots.items()}
    slots = _as_labelled(slots)
    word = call.slots.get("category")
    if isinstance(word, str):
        leaf = place_of(word).leaf
        slots |= {"category": word if leaf == OTHER else leaf, "category_text": word}
    return {"skill": call.skill, "slots": slots}


def _as_labelled(slots: Predicted) -> Predicted:
    """One person's share of a split as LABELS tell it: the amount, with whoever paid."""
    if "share" in slots:
        slots = {"amount": slots["share"], **slots}
    return {"with": [slots["payer"]], **slots} if "payer" in slots else slots


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Period):
        return {"from": value.first.isoformat(), "to": value.last.isoformat()}
    return value.isoformat() if isinstance(value, date) else value
