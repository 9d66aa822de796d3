"""The rule of a bill: what comes of an occurrence, early, late or in vain."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.ports.dues import Due
from bot.ports.store import Store
from bot.services.unasked.bills import BillRule
from bot.services.unasked.rule import Fired
from bot.skills.recurring_expense import RecurringExpense
from tests.bot.services.deeds import book
from tests.clocks import NOON
from tests.entries import spent
from tests.visits import visit_of

A_DAY = timedelta(days=1)


def day(number: int) -> date:
    return date(2026, 11, number)


async def fired(store: Store, occurs_on: date, at: datetime) -> Fired:
    """At an instant, of a bill that is due on every 20th."""
    visit = await visit_of(store)
    due = Due(person_id=visit.person_id, rule="bill:1", occurs_on=occurs_on, due_at=at)
    async with store.transaction() as tx:
        return await BillRule().fire(tx, msgspec.structs.replace(visit, now=at), due)


async def note(store: Store, recurrence: str = "monthly:20") -> None:
    visit = await visit_of(store)
    slots: dict[str, object] = {"amount": Decimal("15.99"), "merchant": "netflix", "recurrence": recurrence}
    async with store.transaction() as tx:
        await RecurringExpense().perform(tx, visit, slots)


@pytest.mark.parametrize(
    ("at", "kinds", "last", "missed"),
    [
        (NOON + A_DAY, ["bill_due"], day(19), ()),
        (NOON + 2 * A_DAY, ["bill_due"], day(19), ()),
        (NOON + 3 * A_DAY - timedelta(hours=10), [], day(19), ()),
        (NOON + 3 * A_DAY, ["bill_overdue"], day(21), (day(19),)),
        (NOON + 31 * A_DAY, ["bill_overdue", "bill_due"], date(2026, 12, 19), (day(19), day(21))),
    ],
)
async def test_each_day_is_done_or_missed_and_what_is_of_no_use_is_skipped(
    store: Store, at: datetime, kinds: list[str], last: date, missed: tuple[date, ...]
) -> None:
    await note(store)
    came = await fired(store, day(19), at)
    assert ([alert.kind for alert in came.alerts], came.day, came.missed) == (kinds, last, missed)
    assert bool(came.skipped) is not bool(kinds)


async def test_what_is_paid_is_skipped_with_the_reason(store: Store) -> None:
    await note(store)
    paid = msgspec.structs.replace(spent(15_99, "subscriptions", day(14)), merchant="netflix")
    await book(store, await visit_of(store), paid)
    came = await fired(store, day(19), NOON + A_DAY)
    assert (came.alerts, came.skipped) == ((), "paid, or too late to say")


async def test_a_bill_that_is_gone_is_skipped(store: Store) -> None:
    assert (await fired(store, day(19), NOON + A_DAY)).skipped == "there is no such bill any more"


async def test_two_days_of_a_week_may_meet_on_one(store: Store) -> None:
    await note(store, "weekly:MO,TU")
    came = await fired(store, day(24), NOON + 6 * A_DAY)
    assert [(alert.kind, alert.period) for alert in came.alerts] == [("bill_overdue", day(23))]
    came = await fired(store, day(23), NOON + 5 * A_DAY)
    assert [(alert.kind, alert.period) for alert in came.alerts] == [("bill_due", day(24))]
