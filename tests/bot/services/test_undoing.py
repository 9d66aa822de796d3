"""Undoing: the last message whole, for a day, from either phone, and further back the next time."""

from datetime import timedelta

import msgspec

from bot.domain.act import Act, Amended, Booked, BudgetRemoved, BudgetSet, PreferenceSet, Removed
from bot.domain.ids import MessageId
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.books import Sum
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from bot.services.budgeting import remove_budget
from bot.services.naming import lay_word, place_meant
from bot.services.preferences import set_preference
from bot.services.undoing import undo_message
from tests.bot.services.deeds import allow, amend, book, bookings, budgets, later, remove, spent_in_all, undo
from tests.entries import earned, spent
from tests.visits import BOB, visit_of

SECOND = timedelta(seconds=1)
A_DAY = timedelta(hours=24)


async def undo_one(store: Store, visit: Visit, message: int) -> list[Act]:
    async with store.transaction() as tx:
        return await undo_message(tx, visit, MessageId(message))


def next_message(visit: Visit, message: int) -> Visit:
    return later(visit, SECOND, message=message)


async def test_a_booking_is_taken_back_once(store: Store) -> None:
    visit = await visit_of(store, message=1)
    booking = await book(store, visit, spent(45_30))
    assert [act.deed for act in await undo(store, visit)] == [Booked(booking)]
    assert await bookings(store, visit) == []
    assert await spent_in_all(store, visit) == []
    assert await undo(store, visit) == []


async def test_all_of_one_message_is_taken_back_together_the_newest_first(store: Store) -> None:
    visit = await visit_of(store, message=1)
    before = await book(store, visit, spent(1))
    second = next_message(visit, 2)
    for minor in (2, 3, 4):
        await book(store, second, spent(minor))
    await allow(store, second, 400)
    kinds = [type(act.deed) for act in await undo(store, next_message(visit, 3))]
    assert kinds == [BudgetSet, Booked, Booked, Booked]
    assert await bookings(store, visit) == [before]
    assert await budgets(store, visit) == []


async def test_a_second_undo_goes_further_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    first = await book(store, visit, spent(1))
    await book(store, next_message(visit, 2), spent(2))
    for left in ([first], []):
        await undo(store, visit)
        assert await bookings(store, visit) == left


async def test_acts_of_no_message_are_taken_back_one_by_one(store: Store) -> None:
    visit = await visit_of(store)
    first = await book(store, visit, spent(1))
    await book(store, visit, spent(2))
    await undo(store, visit)
    assert await bookings(store, visit) == [first]


async def test_an_edit_after_an_edit_is_taken_back_step_by_step_exactly(store: Store) -> None:
    visit = await visit_of(store, message=1)
    original = msgspec.structs.replace(spent(40_00), merchant="Tesco", note="n", tags=("a",))
    booking = await book(store, visit, original)
    once = await amend(store, next_message(visit, 2), booking, spent(14_00, "coffee"))
    await amend(store, next_message(visit, 3), once, earned(20_00, "gift"))
    for entry in (once.entry, original):
        (act,) = await undo(store, visit)
        assert isinstance(act.deed, Amended)
        assert [each.entry for each in await bookings(store, visit)] == [entry]
    assert await spent_in_all(store, visit) == [Sum(Money(40_00, "USD"), 1)]
    await undo(store, visit)
    assert await bookings(store, visit) == []


async def test_a_removed_booking_comes_back_exactly_under_its_id(store: Store) -> None:
    visit = await visit_of(store, message=1)
    booking = await book(store, visit, msgspec.structs.replace(spent(40_00), merchant="Tesco", tags=("a", "b c")))
    await remove(store, next_message(visit, 2), booking)
    (act,) = await undo(store, visit)
    assert act.deed == Removed(booking)
    assert await bookings(store, visit) == [booking]


async def test_a_budget_goes_back_to_what_it_was_and_then_away(store: Store) -> None:
    visit = await visit_of(store, message=1)
    first = await allow(store, visit, 400)
    await allow(store, next_message(visit, 2), 500, interval="weekly")
    for left in ([first], []):
        await undo(store, visit)
        assert await budgets(store, visit) == left


async def test_a_preference_goes_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    for message, (key, value) in enumerate((("timezone", "Asia/Tokyo"), ("alert_thresholds", "30 and 90")), start=1):
        async with store.transaction() as tx:
            await set_preference(tx, next_message(visit, message), key, value)
    assert [type(act.deed) for act in await undo(store, visit)] == [PreferenceSet]
    assert (await visit_of(store)).person == msgspec.structs.replace(visit.person, timezone="Asia/Tokyo")
    await undo(store, visit)
    assert (await visit_of(store)).person == visit.person


async def test_undo_reaches_back_a_day_to_the_second(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await book(store, visit, spent(1))
    assert await undo(store, later(visit, A_DAY + SECOND)) == []
    assert len(await undo(store, later(visit, A_DAY))) == 1


async def test_undo_after_a_day_leaves_the_old_and_takes_the_new(store: Store) -> None:
    visit = await visit_of(store, message=1)
    old = await book(store, visit, spent(1))
    tomorrow = later(visit, A_DAY + SECOND, message=2)
    await book(store, tomorrow, spent(2))
    await undo(store, tomorrow)
    assert await undo(store, tomorrow) == []
    assert await bookings(store, visit) == [old]


async def test_the_other_phone_can_undo_it_and_nobody_else(store: Store) -> None:
    ann = await visit_of(store, message=1)
    stranger = await visit_of(store, BOB)
    await book(store, ann, spent(1))
    assert await undo(store, stranger) == []
    async with store.transaction() as tx:
        await tx.people.give_address(stranger.address.id, ann.person_id)
    assert len(await undo(store, await visit_of(store, BOB))) == 1
    assert await bookings(store, ann) == []


async def test_one_message_is_taken_back_whole_whatever_came_after_it(store: Store) -> None:
    visit = await visit_of(store, message=1)
    for minor in (1, 2):
        await book(store, visit, spent(minor))
    after = await book(store, next_message(visit, 2), spent(3))
    assert len(await undo_one(store, visit, 1)) == 2
    assert await bookings(store, visit) == [after]
    assert await undo_one(store, visit, 1) == []


async def test_a_message_whose_booking_was_changed_since_is_still_taken_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    booking = await book(store, visit, spent(40_00))
    await amend(store, next_message(visit, 2), booking, spent(14_00))
    assert [act.deed for act in await undo_one(store, visit, 1)] == [Booked(booking)]
    assert await spent_in_all(store, visit) == []
    assert await undo(store, next_message(visit, 3)) == []


async def test_a_change_that_was_changed_since_is_not_in_force_and_stays_to_be_undone_in_its_turn(store: Store) -> None:
    visit = await visit_of(store, message=1)
    booking = await book(store, visit, spent(10_00))
    changed = await amend(store, next_message(visit, 2), booking, spent(20_00))
    await amend(store, next_message(visit, 3), changed, spent(30_00))
    assert await undo_one(store, visit, 2) == []
    assert [each.amount for each in await spent_in_all(store, visit)] == [Money(30_00, "USD")]
    await undo(store, next_message(visit, 4))
    await undo(store, next_message(visit, 5))
    assert [each.amount for each in await spent_in_all(store, visit)] == [Money(10_00, "USD")]


async def test_more_acts_of_one_message_than_are_looked_at_for_the_last_one(store: Store) -> None:
    visit = await visit_of(store, message=1)
    for minor in range(1, 61):
        await book(store, visit, spent(minor))
    for message in range(2, 10):
        await book(store, next_message(visit, message), spent(message))
    assert len(await undo_one(store, visit, 1)) == 60


async def test_a_message_is_taken_back_for_a_day_and_by_its_person_alone(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await book(store, visit, spent(1))
    assert await undo_one(store, await visit_of(store, BOB), 1) == []
    assert await undo_one(store, later(visit, A_DAY + SECOND), 1) == []
    assert len(await undo_one(store, later(visit, A_DAY), 1)) == 1


async def test_a_budget_given_up_comes_back_exactly(store: Store) -> None:
    visit = await visit_of(store, message=1)
    budget = await allow(store, visit, 400)
    async with store.transaction() as tx:
        await remove_budget(tx, next_message(visit, 2), budget)
    assert await budgets(store, visit) == []
    assert [type(act.deed) for act in await undo(store, next_message(visit, 3))] == [BudgetRemoved]
    assert await budgets(store, visit) == [budget]


async def lay(store: Store, visit: Visit, word: str, heading: str) -> None:
    async with store.transaction() as tx:
        await lay_word(tx, visit, word, heading)


async def lies_at(store: Store, visit: Visit, word: str) -> str:
    async with store.transaction() as tx:
        return (await place_meant(tx, visit, word)).group


async def test_a_word_that_was_laid_elsewhere_since_stays_there(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await book(store, visit, spent(5_00, "coffee"))
    await lay(store, next_message(visit, 2), "coffee", "leisure")
    await lay(store, next_message(visit, 3), "coffee", "health")
    assert await undo_one(store, next_message(visit, 4), 2) == []
    assert await lies_at(store, visit, "coffee") == "health"
    for heading in ("leisure", "food"):
        await undo(store, next_message(visit, 4))
        assert await lies_at(store, visit, "coffee") == heading
    async with store.transaction() as tx:
        assert (await audit_ledger(tx, visit.ledger_id)).differences == ()
