"""The days of a bill: when it is due, when PAM speaks of it, and what lies near enough to have paid it."""

from datetime import date, timedelta

import msgspec

from bot.domain.bill import Bill
from bot.domain.booking import Entry
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY, Recurrence
from bot.domain.taxonomy import OTHER, place_of, word_key

# Weekends and bank holidays move a payment by so many days; a yearly bill is paid weeks around its day.
LEAST_NEAR = 3
FIFTH = 5
# Nobody wants two alerts a day about the same thing.
TOO_OFTEN = frozenset({"daily", "weekdays"})
# The longest there is between two due days, and a day of a leap year.
LONGEST = timedelta(days=366)


class Occasion(msgspec.Struct, frozen=True, order=True):
    """A day on which PAM speaks of a bill: the one before it is due, and the one after."""

    day: date
    due_on: date

    @property
    def is_after(self) -> bool:
        return self.day > self.due_on


def due_after(bill: Bill, day: date) -> date:
    """The first day it is due after this one."""
    return Recurrence.parse(bill.recurrence).next_after(day, bill.starts_on)


def due_before(bill: Bill, day: date) -> date | None:
    """The last day it was due before this one; None before the first."""
    days = Recurrence.parse(bill.recurrence).days_in(day - LONGEST, day - ONE_DAY, bill.starts_on)
    return days[-1] if days else None


def a_year(bill: Bill) -> Money:
    """What it comes to in the 52 weeks from its first day on."""
    last = bill.starts_on + timedelta(weeks=52) - ONE_DAY
    times = len(Recurrence.parse(bill.recurrence).days_in(bill.starts_on, last, bill.starts_on))
    return Money(bill.amount.minor * times, bill.amount.currency)


def a_month(a_year: Money) -> Money:
    """A twelfth, half a minor unit rounded up."""
    return Money((a_year.minor + 6) // 12, a_year.currency)


def around(bill: Bill, due_on: date) -> Period:
    """The days on which a booking counts as paying what is due on a day; those of two due days never meet."""
    gap = (due_after(bill, due_on) - due_on).days
    near = timedelta(days=min(max(LEAST_NEAR, gap // FIFTH), (gap - 1) // 2))
    return Period(due_on - near, due_on + near)


def due_near(bill: Bill, day: date) -> date | None:
    """The due day that a booking of this day may have paid."""
    coming = due_after(bill, day - ONE_DAY)
    return next((due for due in (coming, due_before(bill, day)) if due and day in around(bill, due)), None)


def may_pay(bill: Bill, entry: Entry) -> bool:
    """Whether an expense is what the bill is about: by its name, or by its kind and amount where nobody is named.

    By name between half and twice the amount: a phone bought where the phone bill comes from does not pay it.
    """
    paid = amount_in(bill.amount.currency, entry)
    if entry.kind != "expense" or paid is None:
        return False
    if is_named(bill, entry):
        return bill.amount.minor <= paid.minor * 2 and paid.minor <= bill.amount.minor * 2
    leaf = place_of(bill.word).leaf
    is_alike = abs(paid.minor - bill.amount.minor) * FIFTH <= bill.amount.minor
    return not bill.merchant and leaf == entry.place.leaf != OTHER and is_alike


def is_named(bill: Bill, entry: Entry) -> bool:
    """Of its merchant, or of nobody's under its own word."""
    if bill.merchant:
        return entry.merchant == bill.merchant
    return word_key(entry.category) in spellings(bill.word)


def spellings(word: str) -> tuple[str, str]:
    """As "rent" and "rent bill" are one."""
    bare = word_key(word).removesuffix(" bill")
    return bare, f"{bare} bill"


def amount_in(currency: str, entry: Entry) -> Money | None:
    """What was paid in this currency, all of it, whoever owes a part; None for another one."""
    return next((amount for amount in (entry.amount, entry.worth) if amount and amount.currency == currency), None)


def is_said_paid(bill: Bill, due_on: date) -> bool:
    """By word: what the ledger shows counts beside it."""
    return bill.paid_through is not None and due_on <= bill.paid_through


def occasions(bill: Bill, period: Period) -> list[Occasion]:
    """The days of the period on which PAM has something to say, unless it is paid; in order."""
    if bill.recurrence in TOO_OFTEN:
        return []
    first, last = period.first - ONE_DAY, period.last + ONE_DAY
    days = Recurrence.parse(bill.recurrence).days_in(first, last, bill.starts_on)
    open_days = [due_on for due_on in days if not is_said_paid(bill, due_on)]
    found = [Occasion(due_on + aside, due_on) for due_on in open_days for aside in (-ONE_DAY, ONE_DAY)]
    return sorted(each for each in found if each.day in period)


def next_occasion(bill: Bill, first: date) -> date | None:
    """The first day from this one on, on which PAM has something to say."""
    if bill.recurrence in TOO_OFTEN:
        return None
    begins = max(first, bill.starts_on - ONE_DAY, bill.paid_through or first)
    return occasions(bill, Period(first, begins + LONGEST))[0].day
