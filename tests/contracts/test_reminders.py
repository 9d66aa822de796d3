"""The reminders port: a person's own, sealed, and never lost by being removed."""

from datetime import date, time

from msgspec.structs import replace

from bot.domain.ids import ReminderId
from bot.domain.reminder import Reminder
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, visit_of

RENT = Reminder(
    id=ReminderId(0), about="pay the rent, ñ ✓", starts_on=date(2026, 12, 1), at=time(9), recurrence="monthly:31"
)
BANK = Reminder(id=ReminderId(0), about="call the bank", starts_on=date(2026, 11, 20), at=time(23, 59))


async def add(store: Store, visit: Visit, reminder: Reminder) -> Reminder:
    async with store.transaction() as tx:
        return await tx.reminders.add(visit.person_id, reminder)


async def remove(store: Store, visit: Visit, reminder: Reminder, *, removed: bool = True) -> bool:
    async with store.transaction() as tx:
        return await tx.reminders.set_removed(visit.person_id, reminder.id, removed=removed)


async def standing(store: Store, visit: Visit) -> list[Reminder]:
    async with store.transaction() as tx:
        return await tx.reminders.of(visit.person_id)


async def one(store: Store, visit: Visit, reminder: Reminder) -> Reminder | None:
    async with store.transaction() as tx:
        return await tx.reminders.one(visit.person_id, reminder.id)


async def test_reminders_are_kept_as_they_were_said_in_the_order_they_were(store: Store) -> None:
    visit = await visit_of(store)
    rent, bank = await add(store, visit, RENT), await add(store, visit, BANK)
    assert (replace(rent, id=RENT.id), replace(bank, id=BANK.id)) == (RENT, BANK)
    assert await standing(store, visit) == [rent, bank]
    assert await one(store, visit, bank) == bank


async def test_a_removed_reminder_stands_no_more_and_comes_back_under_its_id(store: Store) -> None:
    visit = await visit_of(store)
    rent = await add(store, visit, RENT)
    assert [await remove(store, visit, rent) for _ in range(2)] == [True, False]
    assert await standing(store, visit) == []
    assert await one(store, visit, rent) == replace(rent, removed=True)
    assert [await remove(store, visit, rent, removed=False) for _ in range(2)] == [True, False]
    assert await standing(store, visit) == [rent]


async def test_another_persons_reminder_is_neither_seen_nor_touched(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    rent = await add(store, ann, RENT)
    assert not await remove(store, bob, rent)
    assert (await one(store, bob, rent), await standing(store, bob)) == (None, [])
    assert await standing(store, ann) == [rent]


async def test_reminders_come_along_removed_ones_too(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    rent, bank = await add(store, bob, RENT), await add(store, bob, BANK)
    await remove(store, bob, bank)
    async with store.transaction() as tx:
        await tx.reminders.move(bob.person_id, ann.person_id)
    assert (await standing(store, ann), await standing(store, bob)) == ([rent], [])
    assert await remove(store, ann, bank, removed=False)


async def test_what_about_is_sealed_at_rest(store: Store, shelf: Shelf) -> None:
    await add(store, await visit_of(store), BANK)
    await shelf.close()
    assert b"call the bank" not in shelf.written()
