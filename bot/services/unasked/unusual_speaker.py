"""How it is said that a booking is unusually large."""

from bot.domain.alert import KeptAlert
from bot.domain.booking import Booking
from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.store import Tx
from bot.services.unasked.speaker import Reasons, Said
from bot.services.unusual import usual_bookings


class UnusualSpeaker:
    """Kind "unusual": while the booking still says what it was raised on."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        booking = await _booking(tx, visit, kept)
        if booking is None or booking.entry.own.minor != kept.alert.facts["amount"]:
            return None
        return Said(visit.voice.answer("unusual.much", **_facts(kept, booking)))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        booking = await _booking(tx, visit, kept)
        if booking is None:
            return Reasons((visit.voice.line("bill_why.booking_gone"),))
        others = await usual_bookings(tx, visit, booking)
        line = visit.voice.line("unusual.why", **_facts(kept, booking))
        return Reasons((line,), (booking, *others))


def _facts(kept: KeptAlert, booking: Booking) -> dict[str, Fact]:
    entry = booking.entry
    return {
        "amount": entry.own,
        "category": entry.category,
        "usual": Money(int(kept.alert.facts["usual"]), entry.own.currency),
        "period": Period(entry.booked_on, entry.booked_on),
    }


async def _booking(tx: Tx, visit: Visit, kept: KeptAlert) -> Booking | None:
    return await tx.books.booking(visit.ledger_id, BookingId(kept.alert.subject_id))
