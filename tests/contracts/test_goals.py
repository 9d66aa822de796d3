"""The goals port: a ledger's own, and never lost by being removed."""

from datetime import date

from msgspec.structs import replace

from bot.domain.goal import Goal
from bot.domain.ids import GoalId
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.visits import ANN, BOB, visit_of

BIKE = Goal(id=GoalId(0), name="bike", account="bike", target=Money(300_00, "USD"), starts_on=date(2026, 11, 18))
HOLIDAY = replace(
    BIKE,
    name="Urlaub am Meer",
    account="savings",
    target=Money(10**12, "JPY"),
    ends_on=date(2027, 6, 30),
    pledge=Money(20_000, "JPY"),
    pledge_recurs="monthly",
)


async def add(store: Store, visit: Visit, goal: Goal) -> Goal:
    async with store.transaction() as tx:
        return await tx.goals.add(visit.ledger_id, visit.person_id, goal)


async def remove(store: Store, visit: Visit, goal: Goal, *, removed: bool = True) -> bool:
    async with store.transaction() as tx:
        return await tx.goals.set_removed(visit.ledger_id, goal.id, removed=removed)


async def change(store: Store, visit: Visit, goal: Goal) -> None:
    async with store.transaction() as tx:
        await tx.goals.change(visit.ledger_id, goal)


async def goals(store: Store, visit: Visit) -> list[Goal]:
    async with store.transaction() as tx:
        return await tx.goals.all(visit.ledger_id)


async def one(store: Store, visit: Visit, goal: Goal) -> Goal | None:
    async with store.transaction() as tx:
        return await tx.goals.one(visit.ledger_id, goal.id)


async def test_goals_are_kept_as_they_were_said_and_can_say_something_else(store: Store) -> None:
    visit = await visit_of(store)
    bike, holiday = await add(store, visit, BIKE), await add(store, visit, HOLIDAY)
    assert (replace(bike, id=BIKE.id), replace(holiday, id=HOLIDAY.id)) == (BIKE, HOLIDAY)
    assert await goals(store, visit) == [bike, holiday]
    bike, holiday = replace(holiday, id=bike.id), replace(bike, id=holiday.id)
    for goal in (bike, holiday):
        await change(store, visit, goal)
    assert await goals(store, visit) == [bike, holiday]


async def test_a_removed_goal_stands_no_more_and_comes_back_under_its_id(store: Store) -> None:
    visit = await visit_of(store)
    bike = await add(store, visit, BIKE)
    assert [await remove(store, visit, bike) for _ in range(2)] == [True, False]
    assert (await goals(store, visit), await one(store, visit, bike)) == ([], None)
    assert [await remove(store, visit, bike, removed=False) for _ in range(2)] == [True, False]
    assert (await goals(store, visit), await one(store, visit, bike)) == ([bike], bike)


async def test_another_ledgers_goal_is_neither_seen_nor_touched(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    bike = await add(store, ann, BIKE)
    assert not await remove(store, bob, bike)
    await change(store, bob, replace(bike, name="boat"))
    assert (await goals(store, bob), await one(store, bob, bike)) == ([], None)
    assert await goals(store, ann) == [bike]


async def test_goals_come_along(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    holiday, bike = await add(store, ann, HOLIDAY), await add(store, bob, BIKE)
    async with store.transaction() as tx:
        await tx.goals.move(bob.ledger_id, ann.ledger_id, ann.person_id)
    assert (await goals(store, ann), await goals(store, bob)) == ([holiday, bike], [])
