"""The budgets port: one a scope."""

import msgspec

from bot.domain.budget import Budget, Interval, planned
from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.visits import ANN, BOB, visit_of

FOOD = Scope("group", "food")
GROCERIES = Scope("leaf", "groceries")


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


async def test_budgets_come_along_where_there_is_none(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    kept, _ = await set_budget(store, ann, 400, FOOD)
    left, _ = await set_budget(store, bob, 300, FOOD)
    brought, _ = await set_budget(store, bob, 200, GROCERIES)
    async with store.transaction() as tx:
        assert await tx.budgets.move(bob.ledger_id, ann.ledger_id) == [left]
    assert await budgets(store, ann) == [kept, brought]


async def test_a_budget_comes_along_beside_one_that_was_removed(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    removed, _ = await set_budget(store, ann, 400)
    brought, _ = await set_budget(store, bob, 200)
    async with store.transaction() as tx:
        await tx.budgets.remove(ann.ledger_id, removed.id)
        assert await tx.budgets.move(bob.ledger_id, ann.ledger_id) == []
    assert await budgets(store, ann) == [brought]
    assert (await set_budget(store, ann, 900))[1] == brought


async def test_an_unknown_budget_is_removed_in_silence(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.budgets.remove(visit.ledger_id, BudgetId(99))
    assert await budgets(store, visit) == []
