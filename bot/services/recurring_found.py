"""What the ledger shows to recur: like amounts at one merchant, at a steady interval."""

from datetime import timedelta

from bot.domain.bill import Bill
from bot.domain.bill_days import amount_in
from bot.domain.booking import Booking, Entry
from bot.domain.ids import BillId
from bot.domain.period import Period
from bot.domain.rhythm import rhythm_of
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.books import Search, Which
from bot.ports.store import Tx

# Three yearly ones lie within it.
FAR_BACK = timedelta(days=800)
# Half a millisecond to read; a subscription among more purchases than that at one merchant is not seen.
MOST_READ = 60
TENTH = 10


async def found_bill(tx: Tx, visit: Visit, booking: Booking) -> Bill | None:
    """The bill that a booking looks like one more of; None where its merchant has one, or nothing is steady."""
    entry = booking.entry
    if not entry.merchant or any(bill.merchant == entry.merchant for bill in await tx.bills.all(visit.ledger_id)):
        return None
    alike = await bookings_alike(tx, visit, booking)
    rhythm = rhythm_of([each.entry.booked_on for each in alike], visit.today)
    if rhythm is None:
        return None
    newest = alike[0].entry
    return Bill(
        id=BillId(0),
        word=newest.category,
        merchant=newest.merchant,
        amount=newest.amount,
        recurrence=rhythm,
        starts_on=newest.booked_on,
        found=True,
    )


async def bookings_alike(tx: Tx, visit: Visit, booking: Booking) -> list[Booking]:
    """What was paid to the same merchant within a tenth of the same amount, the newest first."""
    entry = booking.entry
    last = max(visit.today, entry.booked_on)
    which = Which(period=Period(last - FAR_BACK, last), scope=Scope("all", ""), merchant=entry.merchant)
    found = await tx.books.search(visit.ledger_id, Search(which=which, kind="expense", most=MOST_READ))
    return [each for each in found if _is_alike(entry, each.entry)]


def _is_alike(entry: Entry, other: Entry) -> bool:
    paid = amount_in(entry.amount.currency, other)
    return paid is not None and abs(paid.minor - entry.amount.minor) * TENTH <= entry.amount.minor
