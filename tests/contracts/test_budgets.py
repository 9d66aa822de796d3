"""The budgets port: one a scope, each mark told once."""

from datetime import date

import msgspec

from bot.domain.budget import Budget, Interval, planned
from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.clocks import NOON
from tests.visits import ANN, BOB, visit_of

FOOD = Scope("group", "food")
GROCERIES = Scope("leaf", "groceries")
NOVEMBER = date(2026, 11, 1)


def dollars(whole: int) -> Money:
    return Money(whole * 100, "USD")


async def set_budget(
    store: Store, visit: Visit, whole: int, scope: Scope = GROCERIES, interval: Interval = "monthly"
) -> tuple[Budget, Budget | None]:
    async with store.transaction() as tx:
        return await tx.budgets.set(
            visit.ledger_id, msgspec.structs.replace(planned(scope.key, dollars(whole), interval), scope=scope)
        )


async def budgets(store: Store, visit: Visit) -> list[Budget]:
    async with store.transaction() as tx:
        return await tx.budgets.all(visit.ledger_id)


async def tell(store: Store, visit: Visit, budget: Budget, threshold: int, starts_on: date = NOVEMBER) -> bool:
    async with store.transaction() as tx:
        return await tx.budgets.tell_once(visit.person_id, budget.id, starts_on, threshold, NOON)


async def test_a_second_budget_on_a_scope_takes_the_firsts_place(store: Store) -> None:
    visit = await visit_of(store)
    first, nothing = await set_budget(store, visit, 400)
    second, before = await set_budget(store, visit, 500, interval="weekly")
    assert (nothing, before) == (None, first)
    assert (second.id, second.limit, second.interval) == (first.id, dollars(500), "weekly")
    assert await budgets(store, visit) == [second]


async def test_budgets_on_different_scopes_stand_side_by_side(store: Store) -> None:
    visit = await visit_of(store)
    for scope in (FOOD, GROCERIES, Scope("all", ""), Scope("word", "lunch")):
        await set_budget(store, visit, 400, scope)
    assert [budget.scope for budget in await budgets(store, visit)] == [
        FOOD,
        GROCERIES,
        Scope("all", ""),
        Scope("word", "lunch"),
    ]


async def test_a_removed_budget_set_again_is_the_same_one_and_was_not_there_before(store: Store) -> None:
    visit = await visit_of(store)
    first, _ = await set_budget(store, visit, 400)
    async with store.transaction() as tx:
        await tx.budgets.remove(visit.ledger_id, first.id)
    assert await budgets(store, visit) == []
    again, before = await set_budget(store, visit, 300)
    assert (again.id, before) == (first.id, None)


async def test_a_budget_can_be_made_to_say_what_it_said(store: Store) -> None:
    visit = await visit_of(store)
    first, _ = await set_budget(store, visit, 400)
    await set_budget(store, visit, 500, interval="yearly")
    async with store.transaction() as tx:
        await tx.budgets.put(visit.ledger_id, first)
    assert await budgets(store, visit) == [first]


async def test_another_ledgers_budget_is_neither_seen_nor_touched(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    first, _ = await set_budget(store, ann, 400)
    async with store.transaction() as tx:
        await tx.budgets.remove(bob.ledger_id, first.id)
        await tx.budgets.put(bob.ledger_id, msgspec.structs.replace(first, limit=dollars(1)))
    assert await budgets(store, ann) == [first]
    assert await budgets(store, bob) == []


async def test_a_mark_is_told_once_a_person_budget_period_and_threshold(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    food, _ = await set_budget(store, ann, 400, FOOD)
    groceries, _ = await set_budget(store, ann, 400)
    told = [
        await tell(store, ann, food, 50),
        await tell(store, ann, food, 50),
        await tell(store, ann, food, 80),
        await tell(store, ann, food, 50, date(2026, 12, 1)),
        await tell(store, ann, groceries, 50),
        await tell(store, bob, food, 50),
    ]
    assert told == [True, False, True, True, True, True]


async def test_what_was_told_stays_told_when_a_budget_is_removed_and_set_again(store: Store) -> None:
    visit = await visit_of(store)
    first, _ = await set_budget(store, visit, 400)
    await tell(store, visit, first, 50)
    async with store.transaction() as tx:
        await tx.budgets.remove(visit.ledger_id, first.id)
    again, _ = await set_budget(store, visit, 400)
    assert not await tell(store, visit, again, 50)


async def test_budgets_come_along_where_there_is_none_and_what_was_told_with_them(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    kept, _ = await set_budget(store, ann, 400, FOOD)
    left, _ = await set_budget(store, bob, 300, FOOD)
    brought, _ = await set_budget(store, bob, 200, GROCERIES)
    await tell(store, bob, brought, 50)
    async with store.transaction() as tx:
        assert await tx.budgets.move(bob.ledger_id, ann.ledger_id) == [left]
        await tx.budgets.move_told(bob.person_id, ann.person_id)
    assert await budgets(store, ann) == [kept, brought]
    assert not await tell(store, ann, brought, 50)


async def test_a_budget_comes_along_beside_one_that_was_removed(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    removed, _ = await set_budget(store, ann, 400)
    brought, _ = await set_budget(store, bob, 200)
    async with store.transaction() as tx:
        await tx.budgets.remove(ann.ledger_id, removed.id)
        assert await tx.budgets.move(bob.ledger_id, ann.ledger_id) == []
    assert await budgets(store, ann) == [brought]
    assert (await set_budget(store, ann, 900))[1] == brought


async def test_marks_both_were_told_of_are_told_once(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    shared, _ = await set_budget(store, ann, 400)
    for visit in (ann, bob):
        await tell(store, visit, shared, 50)
    async with store.transaction() as tx:
        await tx.budgets.move_told(bob.person_id, ann.person_id)
    assert not await tell(store, ann, shared, 50)


async def test_an_unknown_budget_is_removed_in_silence(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.budgets.remove(visit.ledger_id, BudgetId(99))
    assert await budgets(store, visit) == []
