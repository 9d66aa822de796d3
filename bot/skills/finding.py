"""Finds the bookings that an edit means, by what they are called and where they were."""

import msgspec

from bot.domain.booking import Booking, merchant_key
from bot.domain.visit import Visit
from bot.ports.books import Search, Which
from bot.ports.store import Tx
from bot.services.naming import scope_meant
from bot.skills.asked_days import ever
from bot.skills.edit_slots import EditSlots
from bot.skills.subject import EVERYTHING, MOST_READ


async def bookings_meant(tx: Tx, visit: Visit, wanted: EditSlots) -> list[Booking]:
    """All of a category, a merchant or a tag of that name, or all of the days said; the newest first."""
    if wanted.names_nothing:
        return []
    every = Which(period=wanted.days or ever(visit), scope=EVERYTHING)
    searches = [every]
    if wanted.word:
        scope = await scope_meant(tx, visit, wanted.word)
        replace = msgspec.structs.replace
        searches = [
            replace(every, scope=scope),
            replace(every, merchant=merchant_key(wanted.target or "")),
            replace(every, tag=wanted.word),
        ]
    found: dict[int, Booking] = {}
    for which in searches:
        search = Search(which=which, most=MOST_READ)
        found |= {booking.id: booking for booking in await tx.books.search(visit.ledger_id, search)}
    fitting = [booking for booking in found.values() if wanted.amount_meant in (None, booking.entry.amount.amount)]
    return sorted(fitting, key=lambda booking: (booking.entry.booked_on, booking.id), reverse=True)
