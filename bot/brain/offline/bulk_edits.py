"""Reads corrections of many bookings at once: "all Tesco are groceries", "delete everything from last week"."""

from bot.brain.offline import categories, merchants
from bot.brain.offline.clause import Clause, put
from bot.brain.offline.correcting import MANY, delete_transaction, edit_transaction
from bot.domain.decision import Slots
from bot.domain.taxonomy import knows, singular

_SAID_OF_MANY = MANY | {"ones", "one", "bookings", "booking", "of"}
_LONGEST = 3


def edit_every(clause: Clause) -> Slots | None:
    """Many bookings changed alike: which ones, and to which category, account or tag, must both be said."""
    slots = edit_transaction(clause)
    target = _target(str(slots.get("target", "")))
    slots.pop("date", None)
    put(slots, "period", clause.period())
    if not (target or "period" in slots) or not _known(slots):
        return None
    slots.pop("target")
    put(slots, "target", target)
    return {**slots, "every": True}


def edit_every_known(clause: Clause) -> Slots | None:
    """As "all Tesco are groceries": said without an order, so both must be words PAM knows."""
    slots = edit_every(clause)
    target = str(slots.get("target", "")) if slots else ""
    return slots if knows(target) or any(word in merchants.CATEGORY_OF for word in (target, singular(target))) else None


def delete_every(clause: Clause) -> Slots | None:
    """Many bookings deleted: of a time, of a kind, or both; never simply all there are."""
    slots = delete_transaction(clause)
    if slots is None or "target_amount" in slots:
        return None
    slots.pop("date", None)
    target = _target(str(slots.pop("target", "")))
    put(slots, "target", target)
    put(slots, "period", clause.period())
    return {**slots, "every": True} if target or "period" in slots else None


def _known(slots: Slots) -> bool:
    category = str(slots.get("category", ""))
    return "amount" not in slots and (knows(category) or "tags" in slots or "account" in slots)


def _target(said: str) -> str:
    words = [word for word in said.split() if word not in _SAID_OF_MANY and word != "last"]
    if not words or len(words) > _LONGEST:
        return ""
    name = categories.own_word(words) or " ".join(words)
    alone = singular(name)
    return alone if alone in merchants.CATEGORY_OF else name
