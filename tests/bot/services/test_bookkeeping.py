"""Bookkeeping: books and journal move together, and nonsense moves neither."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.act import Act, Amended, Booked, Removed
from bot.domain.bill import Bill
from bot.domain.booking import Entry
from bot.domain.errors import Refused
from bot.domain.ids import BillId
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import amend, book, bookings, remove
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of


async def history(store: Store, visit: Visit) -> list[Act]:
    async with store.transaction() as tx:
        return await tx.journal.all(visit.ledger_id)


async def test_whatever_is_done_to_a_booking_is_in_the_journal(store: Store) -> None:
    visit = await visit_of(store, message=7)
    booking = await book(store, visit, spent(40_00))
    changed = await amend(store, visit, booking, spent(14_00, "coffee"))
    await remove(store, visit, changed)
    acts = await history(store, visit)
    assert [act.deed for act in acts] == [
        Booked(booking),
        Amended(booking_id=booking.id, before=booking.entry, after=changed.entry),
        Removed(changed),
    ]
    assert {act.message_id for act in acts} == {7}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (spent(0), "amount_not_positive"),
        (spent(-1), "amount_not_positive"),
        (spent(1, day=WEDNESDAY + timedelta(days=367)), "too_far"),
        (spent(1, day=WEDNESDAY - timedelta(days=3661)), "too_far"),
        (spent(1, day=date.min), "too_far"),
        (spent(1, day=date.max), "too_far"),
    ],
)
async def test_nonsense_is_refused_and_leaves_nothing(store: Store, entry: Entry, reason: str) -> None:
    visit = await visit_of(store)
    good = await book(store, visit, spent(1))
    for attempt in (book(store, visit, entry), amend(store, visit, good, entry)):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason == reason
    assert await bookings(store, visit) == [good]
    assert len(await history(store, visit)) == 1


@pytest.mark.parametrize("days", [-366, 0, 3660])
async def test_ten_years_back_and_one_ahead_can_be_booked(store: Store, days: int) -> None:
    visit = await visit_of(store)
    booking = await book(store, visit, spent(1, day=WEDNESDAY - timedelta(days=days)))
    assert await bookings(store, visit) == [booking]


@pytest.mark.parametrize(
    ("entry", "is_told"),
    [
        (spent(4_50, "coffee"), False),
        (spent(50_00, "coffee"), False),
        (spent(50_01, "coffee"), True),
        (replace(spent(4_50, "coffee"), merchant="costa"), True),
        (earned(2000_00), False),
    ],
)
async def test_what_gives_nobody_anything_to_do_is_told_nobody(store: Store, entry: Entry, *, is_told: bool) -> None:
    visit = await visit_of(store)
    await book(store, visit, entry)
    async with store.transaction() as tx:
        assert bool(await tx.events.unfinished()) == is_told


async def test_where_a_bill_waits_every_expense_is_told(store: Store) -> None:
    visit = await visit_of(store)
    rent = Bill(
        id=BillId(0), word="rent", merchant="", amount=Money(900_00, "USD"), recurrence="monthly", starts_on=WEDNESDAY
    )
    async with store.transaction() as tx:
        await tx.bills.add(visit.ledger_id, visit.person_id, rent)
    await book(store, visit, spent(4_50, "coffee"))
    async with store.transaction() as tx:
        assert await tx.events.unfinished() == 1
