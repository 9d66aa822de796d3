"""Bills: which one is meant, noted, changed, given up, and whether what was due is paid."""

from datetime import date

from msgspec.structs import replace

from bot.domain.act import BillRemoved, BillSet
from bot.domain.bill import Bill
from bot.domain.bill_days import around, due_after, due_before, is_said_paid, may_pay, spellings
from bot.domain.booking import Booking
from bot.domain.errors import Refused
from bot.domain.ids import BookingId
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.taxonomy import OTHER, Scope, place_of, word_key
from bot.domain.visit import Visit
from bot.ports.books import Search, Which
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.naming import place_meant

# More than anybody pays; each costs a look a day it is due.
MOST_BILLS = 100
MOST_NEAR = 50


async def note_bill(tx: Tx, visit: Visit, bill: Bill) -> Bill:
    """A new one, under its id. Raises Refused for an amount that is not positive, or one bill too many."""
    _check(bill)
    if len(await tx.bills.all(visit.ledger_id)) >= MOST_BILLS:
        raise Refused("too_many_bills", most=MOST_BILLS)
    kept = await tx.bills.add(visit.ledger_id, visit.person_id, bill)
    await write_deed(tx, visit, BillSet(after=kept))
    return kept


async def change_bill(tx: Tx, visit: Visit, before: Bill, after: Bill) -> None:
    """Raises Refused for an amount that is not positive."""
    _check(after)
    if after != before:
        await tx.bills.change(visit.ledger_id, after)
        await write_deed(tx, visit, BillSet(after=after, before=before))


async def remove_bill(tx: Tx, visit: Visit, bill: Bill) -> None:
    await tx.bills.set_removed(visit.ledger_id, bill.id, removed=True)
    await write_deed(tx, visit, BillRemoved(bill))


async def pay_bill(tx: Tx, visit: Visit, bill: Bill, due_on: date) -> Bill:
    """What is due on that day, and all before it, counts as paid; nothing is booked."""
    paid = replace(bill, paid_through=max(due_on, bill.paid_through or due_on))
    await change_bill(tx, visit, bill, paid)
    return paid


def bills_called(bills: list[Bill], merchant: str, word: str) -> list[Bill]:
    """Those of a merchant or of that very word, else those of the same kind: "loyer" finds "rent"."""
    if merchant:
        return [bill for bill in bills if merchant in (bill.merchant, word_key(bill.word))]
    named_so, leaf = spellings(word), place_of(word).leaf
    called = [bill for bill in bills if not {word_key(bill.word), word_key(bill.merchant)}.isdisjoint(named_so)]
    return called or [bill for bill in bills if place_of(bill.word).leaf == leaf != OTHER]


async def open_day(tx: Tx, visit: Visit, bill: Bill) -> date | None:
    """The last due day before today, where nothing shows that it was paid."""
    due_on = due_before(bill, visit.today)
    return None if due_on is None or await is_paid(tx, visit, bill, due_on) else due_on


async def next_day(tx: Tx, visit: Visit, bill: Bill) -> date:
    """The next day that something is to be paid; what was paid ahead is passed over."""
    due_on = due_after(bill, visit.today - ONE_DAY)
    while await is_paid(tx, visit, bill, due_on):
        due_on = due_after(bill, due_on)
    return due_on


async def is_paid(tx: Tx, visit: Visit, bill: Bill, due_on: date) -> bool:
    """By word or by a booking; one that is undone has paid nothing."""
    if is_said_paid(bill, due_on):
        return True
    return bool(await bookings_of(tx, visit, bill, around(bill, due_on), MOST_NEAR))


async def bookings_of(tx: Tx, visit: Visit, bill: Bill, period: Period, most: int) -> list[Booking]:
    """What may have paid it in a period, the newest first."""
    if bill.merchant:
        wanted = [Which(period=period, scope=Scope("all", ""), merchant=bill.merchant)]
    else:
        wanted = await _of_its_kind(tx, visit, bill, period)
    found: dict[BookingId, Booking] = {}
    for which in wanted:
        search = Search(which=which, kind="expense", most=most)
        found |= {each.id: each for each in await tx.books.search(visit.ledger_id, search)}
    paying = [each for each in found.values() if may_pay(bill, each.entry)]
    return sorted(paying, key=lambda each: (each.entry.booked_on, each.id), reverse=True)[:most]


async def _of_its_kind(tx: Tx, visit: Visit, bill: Bill, period: Period) -> list[Which]:
    """All of its kind, and its word in the other spelling, between the first and the last day that have any.

    Totals tell those days: a kind of bill has few bookings, a ledger many.
    """
    leaf = (await place_meant(tx, visit, bill.word)).leaf
    scopes = [Scope("word", word_key(word)) for word in spellings(bill.word)]
    if leaf != OTHER:
        scopes.append(Scope("leaf", leaf))
    wanted = []
    for scope in scopes:
        days = await tx.books.series(visit.ledger_id, "expense", scope, period, "day")
        if days:
            wanted.append(Which(period=Period(days[0].starts_on, days[-1].starts_on), scope=scope))
    return wanted


def _check(bill: Bill) -> None:
    if bill.amount.minor <= 0:
        raise Refused("amount_not_positive")
