"""What people do, each in a transaction of its own, as a turn would have it done."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec

from bot.domain.act import Act
from bot.domain.booking import Booking, Entry
from bot.domain.budget import Budget, Interval, planned
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import scope_of
from bot.domain.visit import Visit
from bot.ports.books import Search, Sum, Which
from bot.ports.store import Store
from bot.services.bookkeeping import amend_booking, record_entry, remove_booking
from bot.services.budgeting import set_budget
from bot.services.undoing import undo_last_message
from bot.skills.recording import record

ALWAYS = Period(date(2000, 1, 1), date(2100, 12, 31))


def later(visit: Visit, by: timedelta, *, message: int | None = None) -> Visit:
    """The same person afterwards; with another message."""
    return msgspec.structs.replace(visit, now=visit.now + by, message_id=message or visit.message_id)


async def spend(
    store: Store, visit: Visit, amount: str, word: str = "groceries", *, day: date | None = None, currency: str = "USD"
) -> list[str]:
    """Books an expense; what PAM says unasked about it."""
    slots: dict[str, object] = {"amount": Decimal(amount), "category": word, "currency": currency, "date": day}
    async with store.transaction() as tx:
        outcome = await record(tx, visit, "expense", slots)
    return [answer.plain for answer in outcome.after]


async def book(store: Store, visit: Visit, entry: Entry) -> Booking:
    async with store.transaction() as tx:
        return await record_entry(tx, visit, entry)


async def amend(store: Store, visit: Visit, booking: Booking, after: Entry) -> Booking:
    async with store.transaction() as tx:
        return await amend_booking(tx, visit, booking, after)


async def remove(store: Store, visit: Visit, booking: Booking) -> None:
    async with store.transaction() as tx:
        await remove_booking(tx, visit, booking)


async def allow(
    store: Store, visit: Visit, whole: int, word: str | None = "groceries", interval: Interval = "monthly"
) -> Budget:
    """Sets a budget in dollars."""
    async with store.transaction() as tx:
        budget, _ = await set_budget(tx, visit, planned(word, Money(whole * 100, "USD"), interval))
    return budget


async def undo(store: Store, visit: Visit) -> list[Act]:
    async with store.transaction() as tx:
        return await undo_last_message(tx, visit)


async def bookings(store: Store, visit: Visit) -> list[Booking]:
    """All that stand, in the order they were booked."""
    async with store.transaction() as tx:
        wanted = Search(which=Which(period=ALWAYS, scope=scope_of(None)), most=10_000)
        found = await tx.books.search(visit.ledger_id, wanted)
    return sorted(found, key=lambda booking: booking.id)


async def budgets(store: Store, visit: Visit) -> list[Budget]:
    async with store.transaction() as tx:
        return await tx.budgets.all(visit.ledger_id)


async def spent_in_all(store: Store, visit: Visit) -> list[Sum]:
    async with store.transaction() as tx:
        return await tx.books.sums(visit.ledger_id, "expense", scope_of(None), ALWAYS)
