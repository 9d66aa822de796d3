"""Booking, changing and taking out: books and journal always move together."""

from loguru import logger

from bot.domain.act import Amended, Booked, Deed, Removed
from bot.domain.booking import Booking, Entry
from bot.domain.errors import Refused
from bot.domain.event import ExpenseRecorded
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.announcing import announce
from bot.services.unusual import FLOOR

# Ten years back covers every tax office's look-back; a year ahead every planned holiday.
DAYS_BACK = 3660
DAYS_AHEAD = 366


async def record_entry(tx: Tx, visit: Visit, entry: Entry) -> Booking:
    """Raises Refused for an amount that is not positive (a balance may go down) or a day out of reach."""
    _check(visit, entry)
    booking = await tx.books.add(visit.ledger_id, visit.person_id, entry)
    await write_deed(tx, visit, Booked(booking))
    if entry.kind == "expense" and await _may_be_minded(tx, visit, entry):
        await announce(tx, visit, ExpenseRecorded(booking_id=booking.id, address_id=visit.address.id))
    return booking


async def _may_be_minded(tx: Tx, visit: Visit, entry: Entry) -> bool:
    """Of a small expense at nobody's, where no bill waits for one, there is nothing to watch.

    Most are like that, and a transaction of its own to find that out costs a fifth of the message.
    """
    is_small = entry.own.minor <= Money.of(FLOOR, entry.own.currency).minor
    return bool(entry.merchant) or not is_small or bool(await tx.bills.all(visit.ledger_id))


async def amend_booking(tx: Tx, visit: Visit, booking: Booking, after: Entry) -> Booking:
    _check(visit, after)
    changed = await tx.books.change(visit.ledger_id, booking, after)
    await write_deed(tx, visit, Amended(booking_id=booking.id, before=booking.entry, after=changed.entry))
    return changed


async def remove_booking(tx: Tx, visit: Visit, booking: Booking) -> None:
    await tx.books.remove(visit.ledger_id, booking)
    await write_deed(tx, visit, Removed(booking))


async def write_deed(tx: Tx, visit: Visit, deed: Deed) -> None:
    logger.debug("{deed}", deed=type(deed).__name__, trace_id=visit.trace_id, stage="ledger")
    await tx.journal.write(visit.ledger_id, visit.person_id, deed, at=visit.now, message_id=visit.message_id)


def _check(visit: Visit, entry: Entry) -> None:
    if entry.amount.minor <= 0 and entry.kind != "balance":
        raise Refused("amount_not_positive")
    if not -DAYS_AHEAD <= (visit.today - entry.booked_on).days <= DAYS_BACK:
        raise Refused("too_far")
