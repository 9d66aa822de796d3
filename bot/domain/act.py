"""An act: one change to a ledger as the journal keeps it, enough to undo it and to build the ledger again."""

from datetime import datetime

import msgspec

from bot.domain.bill import Bill
from bot.domain.booking import Booking, Entry
from bot.domain.budget import Budget
from bot.domain.goal import Goal
from bot.domain.ids import ActId, AlertId, BookingId, BudgetId, MessageId, ReminderId
from bot.domain.taxonomy import Place


class Booked(msgspec.Struct, frozen=True, tag="booked"):
    """An entry was booked."""

    booking: Booking


class Amended(msgspec.Struct, frozen=True, tag="amended"):
    """A booking now says something else."""

    booking_id: BookingId
    before: Entry
    after: Entry


class Removed(msgspec.Struct, frozen=True, tag="removed"):
    """A booking was taken out."""

    booking: Booking


class BudgetSet(msgspec.Struct, frozen=True, tag="budget_set"):
    """A budget was set; ``before`` is what it said until then."""

    after: Budget
    before: Budget | None = None


class BudgetRemoved(msgspec.Struct, frozen=True, tag="budget_removed"):
    """A budget was given up."""

    budget: Budget


class Laid(msgspec.Struct, frozen=True, tag="laid"):
    """A word of the person's own was laid elsewhere, with all that is booked under it."""

    before: Place
    after: Place


class Meant(msgspec.Struct, frozen=True, tag="meant"):
    """A word or a merchant now means a category; "" is nothing in particular."""

    word: str
    before: str
    after: str


class PreferenceSet(msgspec.Struct, frozen=True, tag="preference_set"):
    """A person changed something about themselves."""

    key: str
    before: str
    after: str


class ReminderSet(msgspec.Struct, frozen=True, tag="reminder_set"):
    """A reminder was set. What about is a person's own words: it stands with the reminder, sealed."""

    reminder_id: ReminderId


class ReminderCancelled(msgspec.Struct, frozen=True, tag="reminder_cancelled"):
    """A reminder is not wanted any more."""

    reminder_id: ReminderId


class BillSet(msgspec.Struct, frozen=True, tag="bill_set"):
    """A bill was noted; ``before`` is what it said until then."""

    after: Bill
    before: Bill | None = None


class BillRemoved(msgspec.Struct, frozen=True, tag="bill_removed"):
    """A bill does not come any more."""

    bill: Bill


class GoalSet(msgspec.Struct, frozen=True, tag="goal_set"):
    """A goal was set; ``before`` is what it said until then."""

    after: Goal
    before: Goal | None = None


class GoalRemoved(msgspec.Struct, frozen=True, tag="goal_removed"):
    """A goal was given up."""

    goal: Goal


class Snoozed(msgspec.Struct, frozen=True, tag="snoozed"):
    """Nothing was to be heard until then ``about`` these subjects; ``again`` is the alert that was put off with it."""

    about: tuple[str, ...]
    until: datetime
    again: AlertId | None = None


class Undone(msgspec.Struct, frozen=True, tag="undone"):
    """An earlier act was taken back."""

    act_id: ActId


class Merged(msgspec.Struct, frozen=True, tag="merged"):
    """Another ledger came into this one when two phones became one person; where both had a budget, theirs gave way.

    ``spent_on``, ``earned_by`` and ``meanings`` are all the words there are from then on, and where they lie.
    """

    ledger_id: int
    budgets_left: tuple[BudgetId, ...] = ()
    spent_on: tuple[Place, ...] = ()
    earned_by: tuple[Place, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()


Deed = (
    Booked
    | Amended
    | Removed
    | BudgetSet
    | BudgetRemoved
    | Laid
    | Meant
    | PreferenceSet
    | ReminderSet
    | ReminderCancelled
    | BillSet
    | BillRemoved
    | GoalSet
    | GoalRemoved
    | Snoozed
    | Undone
    | Merged
)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A deed with when it was done and which message asked for it."""

    id: ActId
    at: datetime
    message_id: MessageId | None
    deed: Deed
