"""Reads what is said of bills: told with their rhythm, asked for, over, at another price, paid."""

from collections.abc import Callable

from bot.brain.offline import categories
from bot.brain.offline.bookings import slots_of
from bot.brain.offline.clause import Clause, put, put_amount
from bot.brain.offline.merchants import CATEGORY_OF
from bot.brain.offline.phrases import Phrase, phrases
from bot.brain.offline.sums import the_amount
from bot.domain.decision import Slots
from bot.domain.taxonomy import knows, place_of

_NOUNS = frozenset("bill bills subscription subscriptions membership contract invoice".split())
_SAID = _NOUNS | frozenset(
    "their last latest previous first this that goes got rid paying cancel cancelled canceled cancels quit ended "
    "end dropped drop terminated terminate unsubscribed delete remove forget stop stopped scrap erase tracking "
    "track take recurring regular standing fixed expense expenses payment order costs anymore longer no not do "
    "have pay paid settled mark tick set done already when went gone go going raised raise increased increase "
    "rose risen fell down up price change update has been now charges is are due".split()
)
_STANDING_LEAVES = frozenset({"rent", "mortgage", "council tax", "fitness", "subscriptions"})
_ASKED_FOR = _NOUNS | frozenset("subs recurring fixed regular standing due payable payments pay".split())
_RANKED = frozenset("biggest largest top highest smallest lowest cheapest priciest most least".split())


def recurring_expense(clause: Clause) -> Slots | None:
    """A bill or subscription and its rhythm."""
    slots = slots_of(clause)
    slots.pop("date", None)
    day = clause.day()
    rhythm = clause.every()
    if rhythm is None and day and day.monthday > 0:
        rhythm = f"monthly:{day.said_monthday}"
    put(slots, "recurrence", rhythm)
    return slots if "recurrence" in slots or "amount" in slots else None


def _due(clause: Clause) -> Slots | None:
    """A bill told by when it goes out: without a rhythm it is no bill."""
    slots = recurring_expense(clause)
    return slots if slots and "recurrence" in slots else None


def _list(clause: Clause) -> Slots | None:
    """All that is to come; what was paid in a month gone by is a question of bookings."""
    if not _ASKED_FOR & set(clause.words) and not any("due" in piece.raw.lower() for piece in clause.pieces):
        return None
    span = clause.span()
    past = span is not None and span.past.last < clause.reader.today and span.past == span.future
    return None if past or clause.amounts() or not _RANKED.isdisjoint(clause.words) else {"action": "list"}


def _when(clause: Clause) -> Slots | None:
    """As "when is rent due"."""
    slots, sure = _named(clause)
    return slots | {"action": "list"} if sure else None


def _over(clause: Clause) -> Slots | None:
    """As "I cancelled netflix": of what comes again, and of nothing beside it."""
    slots, sure = _named(clause)
    return slots | {"action": "delete"} if sure and not clause.amounts() and clause.day() is None else None


def _price(clause: Clause) -> Slots | None:
    """As "netflix went up to 17.99", "rent is 1300 now"."""
    slots, sure = _named(clause)
    day = clause.day()
    now = day is None or day.past == clause.reader.today
    return slots | {"action": "update"} if sure and now and "amount" in slots else None


def _paid(clause: Clause) -> Slots | None:
    """As "rent is paid"; with its sum it is a booking."""
    slots, sure = _named(clause)
    return slots | {"action": "paid"} if sure and not clause.amounts() else None


def _bill_paid(clause: Clause) -> Slots | None:
    """As "I paid the water bill"; "paid rent" is a booking whose sum is to be asked for."""
    return _paid(clause) if _names_a_bill(clause) else None


def _unnamed_paid(_clause: Clause) -> Slots:
    """As "paid" and "that is paid": where there are several bills, which one is to be asked."""
    return {"action": "paid"}


def _named(clause: Clause) -> tuple[Slots, bool]:
    """Whose bill it is or what for, and whether it is plainly one: "netflix bill", "the rent"."""
    slots: Slots = {}
    put_amount(slots, the_amount(clause))
    told = phrases(clause.pieces, _SAID)
    found = categories.find(told, booked=True)
    noun = _names_a_bill(clause)
    category = f"{found.category} bill" if noun and knows(f"{found.category} bill") else found.category
    put(slots, "category", category)
    put(slots, "merchant", found.merchant)
    named = found.merchant or found.category
    standing = noun or _is_standing(CATEGORY_OF.get(found.merchant, "") or category)
    return slots, bool(named) and standing and _alone(told, named) and not _is_anothers(clause)


def _names_a_bill(clause: Clause) -> bool:
    """By a word of its own, or in one word, as "Stromrechnung"."""
    return not _NOUNS.isdisjoint(clause.words) or any(
        piece.raw.lower().endswith(("rechnung", "rechnungen")) for piece in clause.pieces
    )


def _is_standing(category: str) -> bool:
    """Whether it comes again by its nature, as rent and a streaming service do."""
    place = place_of(category)
    return place.group == "bills" or place.leaf in _STANDING_LEAVES


def _is_anothers(clause: Clause) -> bool:
    """As "my neighbour's rent"."""
    return any(word.endswith("'s") and word not in CATEGORY_OF for word in clause.words)


def _alone(told: list[Phrase], named: str) -> bool:
    """As "my netflix", but not "my netflix evening with ana"."""
    return len(told) == 1 and told[0].text == named


BILLS: dict[str, Callable[[Clause], Slots | None]] = {
    "due": _due,
    "list": _list,
    "when": _when,
    "over": _over,
    "price": _price,
    "paid": _paid,
    "bill_paid": _bill_paid,
    "unnamed_paid": _unnamed_paid,
}
