"""What is far above the usual: an expense against what its category came to lately, day by day."""

from datetime import timedelta
from decimal import Decimal

from bot.domain.booking import Booking
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Scope, word_key
from bot.domain.visit import Visit
from bot.ports.books import Point, Search, Which
from bot.ports.store import Tx

LATELY = timedelta(days=180)
# With fewer bookings nothing is usual yet.
LEAST = 10
TIMES = 3
# In units of the person's own money: nobody is warned of a dear coffee.
FLOOR = Decimal(50)
MOST_SHOWN = 10


async def usual_most(tx: Tx, visit: Visit, booking: Booking) -> Money | None:
    """What its category stays within on nine days in ten, where a booking is more than thrice that; else None.

    Read from running totals, which have days and no bookings: a day of several is the more that is usual.
    """
    own = booking.entry.own
    if own.currency != visit.person.currency or own.minor <= Money.of(FLOOR, own.currency).minor:
        return None
    points = await _other_points(tx, visit, booking)
    if sum(point.bookings for point in points) < LEAST:
        return None
    days = sorted(point.amount.minor for point in points)
    most = days[(len(days) * 9 - 1) // 10]
    return Money(most, own.currency) if own.minor > most * TIMES else None


async def usual_bookings(tx: Tx, visit: Visit, booking: Booking) -> list[Booking]:
    """The newest others of its category lately."""
    points = await _other_points(tx, visit, booking)
    if not points:
        return []
    period = Period(points[-MOST_SHOWN:][0].starts_on, visit.today)
    search = Search(which=Which(period=period, scope=_scope(booking)), kind="expense", most=MOST_SHOWN)
    return [each for each in await tx.books.search(visit.ledger_id, search) if each.id != booking.id]


async def _other_points(tx: Tx, visit: Visit, booking: Booking) -> list[Point]:
    """The days of its category, without what the booking itself adds to its own."""
    own, day = booking.entry.own, booking.entry.booked_on
    period = Period(visit.today - LATELY, visit.today)
    points = await tx.books.series(visit.ledger_id, "expense", _scope(booking), period, "day")
    others = [
        Point(day, point.amount - own, point.bookings - 1) if point.starts_on == day else point
        for point in points
        if point.amount.currency == own.currency
    ]
    return [point for point in others if point.bookings]


def _scope(booking: Booking) -> Scope:
    return Scope("word", word_key(booking.entry.category))
