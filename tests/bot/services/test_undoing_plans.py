"""Undoing what was said of things to come: they are as they were, and so is what the clock plans of them."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.act import BillRemoved, BillSet, Deed, GoalRemoved, GoalSet, ReminderCancelled, ReminderSet
from bot.domain.bill import Bill
from bot.domain.goal import Goal
from bot.domain.ids import BillId, GoalId, MessageId, ReminderId
from bot.domain.ledger_words import deed_line
from bot.domain.money import Money
from bot.domain.reminder import Reminder
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from bot.services.billing import change_bill, note_bill, remove_bill
from bot.services.reminding import cancel_reminder, coming_reminders, set_reminder
from bot.services.saving import remove_goal, set_goal
from bot.services.undoing import undo_message
from tests.bot.services.deeds import later, undo
from tests.visits import visit_of

RUN = Reminder(id=ReminderId(0), about="run", starts_on=date(2026, 11, 19), at=time(7), recurrence="daily")
RENT = Bill(
    id=BillId(0),
    word="rent",
    merchant="",
    amount=Money(900_00, "USD"),
    recurrence="monthly:1",
    starts_on=date(2026, 12, 1),
)
BIKE = Goal(id=GoalId(0), name="bike", account="bike", target=Money(300_00, "USD"), starts_on=date(2026, 11, 18))


async def planned(store: Store, visit: Visit) -> list[str]:
    async with store.transaction() as tx:
        return [due.rule for due in await tx.dues.of(visit.person_id)]


async def differences(store: Store, visit: Visit) -> tuple[str, ...]:
    async with store.transaction() as tx:
        return (await audit_ledger(tx, visit.ledger_id)).differences


async def undone(store: Store, visit: Visit) -> list[Deed]:
    """In order of being taken back, until nothing is left; the journal agrees with the books throughout."""
    found: list[Deed] = []
    while acts := await undo(store, visit):
        assert await differences(store, visit) == ()
        found += [act.deed for act in acts]
    return found


async def test_a_reminder_goes_with_what_is_planned_of_it_and_comes_back_with_it(store: Store) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        kept = await set_reminder(tx, visit, RUN)
    async with store.transaction() as tx:
        (coming,) = await coming_reminders(tx, visit)
        await cancel_reminder(tx, later(visit, timedelta(seconds=1), message=2), coming)
    assert await planned(store, visit) == []
    assert [act.deed for act in await undo(store, visit)] == [ReminderCancelled(kept.id)]
    assert await planned(store, visit) == ["reminder:1"]
    assert [act.deed for act in await undo(store, visit)] == [ReminderSet(kept.id)]
    assert await planned(store, visit) == []
    assert await undo(store, visit) == []


async def test_a_reminder_that_is_over_is_not_there_to_undo(store: Store) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        kept = await set_reminder(tx, visit, RUN)
        await tx.reminders.set_removed(visit.person_id, kept.id, removed=True)
    assert await undo(store, visit) == []


async def test_a_bill_is_what_it_was_step_by_step(store: Store) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        rent = await note_bill(tx, visit, RENT)
    dearer = replace(rent, amount=Money(950_00, "USD"))
    async with store.transaction() as tx:
        await change_bill(tx, later(visit, timedelta(seconds=1), message=2), rent, dearer)
        await remove_bill(tx, later(visit, timedelta(seconds=2), message=3), dearer)
    assert await differences(store, visit) == ()
    assert await undo(store, visit)
    async with store.transaction() as tx:
        assert await tx.bills.all(visit.ledger_id) == [dearer]
    assert await planned(store, visit) == ["bill:1"]
    assert await undone(store, visit) == [BillSet(after=dearer, before=rent), BillSet(after=rent)]
    async with store.transaction() as tx:
        assert await tx.bills.all(visit.ledger_id) == []
    assert await planned(store, visit) == []


async def test_a_goal_is_what_it_was_step_by_step(store: Store) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        bike = await set_goal(tx, visit, BIKE, None)
        dearer = replace(bike, target=Money(400_00, "USD"))
        await set_goal(tx, later(visit, timedelta(seconds=1), message=2), dearer, bike)
        await remove_goal(tx, later(visit, timedelta(seconds=2), message=3), dearer)
    assert await differences(store, visit) == ()
    assert await undone(store, visit) == [GoalRemoved(dearer), GoalSet(after=dearer, before=bike), GoalSet(after=bike)]
    async with store.transaction() as tx:
        assert await tx.goals.all(visit.ledger_id) == []


async def test_what_was_changed_since_is_not_there_to_undo(store: Store) -> None:
    visit = await visit_of(store, message=1)
    changing = later(visit, timedelta(seconds=1), message=2)
    async with store.transaction() as tx:
        bike, rent = await set_goal(tx, visit, BIKE, None), await note_bill(tx, visit, RENT)
        await set_goal(tx, changing, replace(bike, name="boat"), bike)
        await change_bill(tx, changing, rent, replace(rent, word="boat"))
        assert await undo_message(tx, later(visit, timedelta(seconds=2), message=3), MessageId(1)) == []
    assert await differences(store, visit) == ()


@pytest.mark.parametrize("table", ["bill", "goal"])
async def test_the_audit_finds_what_the_journal_does_not_know(store: Store, table: str) -> None:
    visit = await visit_of(store, message=1)
    async with store.transaction() as tx:
        if table == "bill":
            await tx.bills.add(visit.ledger_id, visit.person_id, RENT)
        else:
            await tx.goals.add(visit.ledger_id, visit.person_id, BIKE)
    assert await differences(store, visit) == (f"{table} 1 differs",)


@pytest.mark.parametrize(
    ("deed", "line"),
    [
        (ReminderSet(ReminderId(7)), "reminder 7"),
        (ReminderCancelled(ReminderId(7)), "reminder 7 cancelled"),
        (BillSet(after=RENT), "bill rent: $900.00 monthly:1"),
        (BillRemoved(replace(RENT, merchant="acme")), "bill acme removed"),
        (GoalSet(after=BIKE), "goal bike: $300.00"),
        (GoalRemoved(BIKE), "goal bike removed"),
    ],
)
def test_each_has_a_line_for_operators(deed: Deed, line: str) -> None:
    assert deed_line(deed, "en-US") == line
