"""What a journal alone says there is: the live bookings and budgets, without a look at the books."""

import msgspec

from bot.domain.act import Act, Amended, Booked, BudgetSet, Deed, Merged, Removed, Undone
from bot.domain.booking import Entry
from bot.domain.budget import Budget
from bot.domain.ids import BookingId, BudgetId


class Rebuilt(msgspec.Struct, frozen=True):
    """A ledger as its history leaves it."""

    bookings: dict[BookingId, Entry]
    budgets: dict[BudgetId, Budget]


def rebuild(acts: list[Act]) -> Rebuilt:
    """``acts`` are all of one ledger, in the order they were done."""
    rebuilt = Rebuilt({}, {})
    deeds = {act.id: act.deed for act in acts}
    for act in acts:
        if isinstance(act.deed, Undone):
            _take_back(rebuilt, deeds[act.deed.act_id])
        else:
            _do(rebuilt, act.deed)
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
    elif isinstance(deed, Merged):
        for budget_id in deed.budgets_left:
            del rebuilt.budgets[budget_id]


def _take_back(rebuilt: Rebuilt, deed: Deed) -> None:
    """As ``undo_last_message`` does: what is not in force any more is passed over."""
    if isinstance(deed, Booked):
        rebuilt.bookings.pop(deed.booking.id, None)
    elif isinstance(deed, Amended) and deed.booking_id in rebuilt.bookings:
        rebuilt.bookings[deed.booking_id] = deed.before
    elif isinstance(deed, Removed):
        rebuilt.bookings[deed.booking.id] = deed.booking.entry
    elif isinstance(deed, BudgetSet) and rebuilt.budgets.get(deed.after.id) == deed.after:
        if deed.before:
            rebuilt.budgets[deed.after.id] = deed.before
        else:
            del rebuilt.budgets[deed.after.id]
