"""What a journal alone says there is, without a look at the books: bookings, budgets, bills, goals and words."""

from typing import TypeVar

import msgspec

from bot.domain.act import (
    Act,
    Amended,
    BillRemoved,
    BillSet,
    Booked,
    BudgetRemoved,
    BudgetSet,
    Deed,
    GoalRemoved,
    GoalSet,
    Laid,
    Meant,
    Merged,
    Removed,
    Undone,
)
from bot.domain.bill import Bill
from bot.domain.booking import BookingKind, Entry, says_the_same
from bot.domain.budget import Budget
from bot.domain.goal import Goal
from bot.domain.ids import BillId, BookingId, BudgetId, GoalId
from bot.domain.taxonomy import Place, word_key

Key = TypeVar("Key")
Value = TypeVar("Value")


class Rebuilt(msgspec.Struct, frozen=True):
    """A ledger as its history leaves it; reminders are a person's and not the ledger's.

    places    where a word lies that was laid elsewhere, by kind and folded word
    meanings  what a folded word means
    """

    bookings: dict[BookingId, Entry] = {}
    budgets: dict[BudgetId, Budget] = {}
    bills: dict[BillId, Bill] = {}
    goals: dict[GoalId, Goal] = {}
    places: dict[tuple[BookingKind, str], Place] = {}
    meanings: dict[str, str] = {}


def rebuild(acts: list[Act]) -> Rebuilt:
    """``acts`` are all of one ledger, in the order they were done."""
    rebuilt = Rebuilt()
    deeds = {act.id: act.deed for act in acts}
    for act in acts:
        if isinstance(act.deed, Undone):
            _take_back(rebuilt, deeds[act.deed.act_id])
        else:
            _do(rebuilt, act.deed)
    for booking_id, entry in rebuilt.bookings.items():
        rebuilt.bookings[booking_id] = _laid(rebuilt, entry)
    return rebuilt


def _do(rebuilt: Rebuilt, deed: Deed) -> None:
    if isinstance(deed, Booked):
        rebuilt.bookings[deed.booking.id] = deed.booking.entry
    elif isinstance(deed, Amended):
        rebuilt.bookings[deed.booking_id] = deed.after
    elif isinstance(deed, Removed):
        del rebuilt.bookings[deed.booking.id]
    elif isinstance(deed, BudgetSet):
        rebuilt.budgets[deed.after.id] = deed.after
    elif isinstance(deed, BudgetRemoved):
        del rebuilt.budgets[deed.budget.id]
    elif isinstance(deed, Laid):
        _lay(rebuilt, "expense", deed.after)
    elif isinstance(deed, Meant):
        _mean(rebuilt, deed.word, deed.after)
    elif isinstance(deed, Merged):
        _merge(rebuilt, deed)
    else:
        _plan(rebuilt, deed)


def _plan(rebuilt: Rebuilt, deed: Deed) -> None:
    if isinstance(deed, BillSet):
        rebuilt.bills[deed.after.id] = deed.after
    elif isinstance(deed, BillRemoved):
        del rebuilt.bills[deed.bill.id]
    elif isinstance(deed, GoalSet):
        rebuilt.goals[deed.after.id] = deed.after
    elif isinstance(deed, GoalRemoved):
        del rebuilt.goals[deed.goal.id]


def _take_back(rebuilt: Rebuilt, deed: Deed) -> None:
    """What was undone was in force; older journals also tell of acts that were passed over, since they were not."""
    if isinstance(deed, Booked):
        rebuilt.bookings.pop(deed.booking.id, None)
    elif isinstance(deed, Amended) and _is_in_force(rebuilt, deed):
        rebuilt.bookings[deed.booking_id] = deed.before
    elif isinstance(deed, Removed):
        rebuilt.bookings[deed.booking.id] = deed.booking.entry
    elif isinstance(deed, BudgetSet) and rebuilt.budgets.get(deed.after.id) == deed.after:
        if deed.before:
            rebuilt.budgets[deed.after.id] = deed.before
        else:
            del rebuilt.budgets[deed.after.id]
    elif isinstance(deed, BudgetRemoved):
        if all(other.scope != deed.budget.scope for other in rebuilt.budgets.values()):
            rebuilt.budgets[deed.budget.id] = deed.budget
    elif isinstance(deed, Laid):
        _lay(rebuilt, "expense", deed.before)
    elif isinstance(deed, Meant) and rebuilt.meanings.get(word_key(deed.word), "") == deed.after:
        _mean(rebuilt, deed.word, deed.before)
    else:
        _take_back_plan(rebuilt, deed)


def _take_back_plan(rebuilt: Rebuilt, deed: Deed) -> None:
    if isinstance(deed, BillSet):
        _set_back(rebuilt.bills, deed.after.id, deed.before)
    elif isinstance(deed, BillRemoved):
        rebuilt.bills[deed.bill.id] = deed.bill
    elif isinstance(deed, GoalSet):
        _set_back(rebuilt.goals, deed.after.id, deed.before)
    elif isinstance(deed, GoalRemoved):
        rebuilt.goals[deed.goal.id] = deed.goal


def _set_back(kept: dict[Key, Value], key: Key, before: Value | None) -> None:
    if before is None:
        del kept[key]
    else:
        kept[key] = before


def _is_in_force(rebuilt: Rebuilt, deed: Amended) -> bool:
    current = rebuilt.bookings.get(deed.booking_id)
    return current is not None and says_the_same(current, deed.after)


def _merge(rebuilt: Rebuilt, deed: Merged) -> None:
    for budget_id in deed.budgets_left:
        del rebuilt.budgets[budget_id]
    for place in deed.spent_on:
        _lay(rebuilt, "expense", place)
    for place in deed.earned_by:
        _lay(rebuilt, "income", place)
    for word, means in deed.meanings:
        _mean(rebuilt, word, means)


def _mean(rebuilt: Rebuilt, word: str, means: str) -> None:
    if means:
        rebuilt.meanings[word_key(word)] = means
    else:
        rebuilt.meanings.pop(word_key(word), None)


def _lay(rebuilt: Rebuilt, kind: BookingKind, place: Place) -> None:
    rebuilt.places[kind, word_key(place.word)] = place


def _laid(rebuilt: Rebuilt, entry: Entry) -> Entry:
    """All that is booked under a word lies where the word does now."""
    place = rebuilt.places.get((entry.kind, word_key(entry.category)))
    if place is None:
        return entry
    return msgspec.structs.replace(entry, place=Place(group=place.group, leaf=place.leaf, word=entry.category))
