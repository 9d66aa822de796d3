"""What a new expense shows besides itself: that a bill costs more, that something recurs, that it is unusually much."""

import hashlib
from datetime import date

from msgspec.structs import replace

from bot.domain.act import Booked
from bot.domain.alert import Alert
from bot.domain.bill import Bill
from bot.domain.bill_days import LONGEST, amount_in, around, due_after, due_near, is_named, may_pay
from bot.domain.booking import Booking
from bot.domain.event import Event, ExpenseRecorded
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.billing import bookings_of, change_bill
from bot.services.recurring_found import found_bill
from bot.services.unusual import usual_most

# The two before it tell whether a bill has a price, or comes to something else each time.
TELL_A_PRICE = 2
MOST_READ = 20
EVER = date.min


async def watch_spending(tx: Tx, visit: Visit, event: Event) -> tuple[Alert, ...]:
    """The alerts that a booking gives reason for; none where it is gone meanwhile.

    A few looks into indexes for the usual booking, however many there are.
    """
    booking = await tx.books.booking(visit.ledger_id, event.read(ExpenseRecorded).booking_id)
    if booking is None or booking.entry.kind != "expense":
        return ()
    entry = booking.entry
    paying = [bill for bill in await tx.bills.all(visit.ledger_id) if may_pay(bill, entry)]
    for bill in paying:
        due_on = due_near(bill, entry.booked_on)
        if due_on:
            return await _new_price(tx, visit, bill, due_on, booking)
    found = () if paying else await _found(tx, visit, booking)
    return (*found, *await _unusual(tx, visit, booking))


async def _new_price(tx: Tx, visit: Visit, bill: Bill, due_on: date, booking: Booking) -> tuple[Alert, ...]:
    """The newest booking that alone pays a due day tells what the bill costs from now on.

    That is told where it had a price, and did not come to something else each time.
    """
    entry = booking.entry
    paid = amount_in(bill.amount.currency, entry)
    if paid is None or paid == bill.amount or not is_named(bill, entry):
        return ()
    lately = await bookings_of(tx, visit, bill, _lately(visit, bill, due_on), MOST_READ)
    before = [each for each in lately if each.id != booking.id]
    if any(each.entry.booked_on >= around(bill, due_on).first for each in before):
        return ()
    asked = await _as_its_message(tx, visit, booking)
    await change_bill(tx, asked, bill, replace(bill, amount=paid))
    if len({each.entry.amount for each in before[:TELL_A_PRICE]}) > 1:
        return ()
    facts: dict[str, int | str] = {"booking": booking.id, "currency": paid.currency}
    prices = {"before": bill.amount.minor, "after": paid.minor}
    return (Alert(kind="price", subject=f"bill:{bill.id}", period=entry.booked_on, facts={**facts, **prices}),)


def _lately(visit: Visit, bill: Bill, due_on: date) -> Period:
    """The due day with the two before it; of what comes every year the one before."""
    first = due_on - min(LONGEST, TELL_A_PRICE * (due_after(bill, due_on) - due_on))
    return Period(around(bill, first).first, max(visit.today, around(bill, due_on).last))


async def _as_its_message(tx: Tx, visit: Visit, booking: Booking) -> Visit:
    """As a part of what the message did that booked it: they are taken back together."""
    for act in await tx.journal.of_trace(visit.trace_id):
        if isinstance(act.deed, Booked) and act.deed.booking.id == booking.id:
            return replace(visit, message_id=act.message_id)
    return visit


async def _found(tx: Tx, visit: Visit, booking: Booking) -> tuple[Alert, ...]:
    """Once a merchant, for ever: its period is no day of anybody's, and its subject a mark in place of a word."""
    bill = await found_bill(tx, visit, booking)
    if bill is None:
        return ()
    merchant = hashlib.sha256(bill.merchant.encode()).hexdigest()[:32]
    return (Alert(kind="bill_found", subject=f"merchant:{merchant}", period=EVER, facts={"booking": booking.id}),)


async def _unusual(tx: Tx, visit: Visit, booking: Booking) -> tuple[Alert, ...]:
    usual = await usual_most(tx, visit, booking)
    if usual is None:
        return ()
    facts: dict[str, int | str] = {"amount": booking.entry.own.minor, "usual": usual.minor}
    return (Alert(kind="unusual", subject=f"booking:{booking.id}", period=booking.entry.booked_on, facts=facts),)
