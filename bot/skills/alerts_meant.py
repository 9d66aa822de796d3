"""Which alert a person means: the one under whose button they are, one about a word, or the last one told."""

from datetime import timedelta

from bot.domain.alert import KeptAlert
from bot.domain.booking import Booking, merchant_key
from bot.domain.ids import AlertId, BookingId
from bot.domain.taxonomy import fold, word_key
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.billing import bills_called
from bot.services.budgets_meant import budgets_on
from bot.services.naming import meant_by

# What was told longer ago is not what somebody asks about.
LATELY = timedelta(days=7)


async def alert_meant(tx: Tx, visit: Visit, alert: int | None, about: str) -> KeptAlert | None:
    """None where nothing like it was told lately."""
    if alert is not None:
        return await tx.alerts.one(visit.person_id, AlertId(alert))
    told = await tx.alerts.told(visit.person_id, visit.now - LATELY)
    if not about:
        return told[0] if told else None
    subjects = await subjects_called(tx, visit, about)
    for kept in told:
        if kept.alert.subject in subjects or await _is_booked_under(tx, visit, kept, about):
            return kept
    return None


async def subjects_called(tx: Tx, visit: Visit, word: str) -> list[str]:
    """What PAM may speak of unasked that goes by a word: budgets, bills and reminders."""
    budgets = await budgets_on(tx, visit, word)
    bills = bills_called(await tx.bills.all(visit.ledger_id), merchant_key(word), await meant_by(tx, visit, word))
    reminders = [each for each in await tx.reminders.of(visit.person_id) if fold(word) in fold(each.about)]
    return [
        *(f"budget:{budget.id}" for budget in budgets),
        *(f"bill:{bill.id}" for bill in bills),
        *(f"reminder:{reminder.id}" for reminder in reminders),
    ]


async def _is_booked_under(tx: Tx, visit: Visit, kept: KeptAlert, word: str) -> bool:
    """Whether it is about a booking of that category or merchant."""
    if not kept.alert.subject.startswith("booking:"):
        return False
    booking = await tx.books.booking(visit.ledger_id, BookingId(kept.alert.subject_id))
    return booking is not None and _goes_by(booking, word)


def _goes_by(booking: Booking, word: str) -> bool:
    return word_key(word) in (word_key(booking.entry.category), word_key(booking.entry.merchant))
