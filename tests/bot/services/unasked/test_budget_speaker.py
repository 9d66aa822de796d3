"""A budget's mark as others of the ledger hear of it, and as it is said later: by how things stand then."""

from datetime import date, timedelta

import msgspec

from bot.domain.budget import Budget
from bot.domain.event import BudgetExceeded, Event, event_of
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.budgeting import remove_budget
from bot.services.unasked.budget_marks import warn_budget_exceeded
from bot.services.unasked.budget_speaker import BudgetSpeaker
from tests.bot.services.deeds import allow, later, spend, undo
from tests.visits import BOB, visit_of

A_MONTH = timedelta(days=30)


def exceeded(visit: Visit, budget: Budget, starts_on: date = date(2026, 11, 1), threshold: int = 80) -> Event:
    fact = BudgetExceeded(budget_id=budget.id, starts_on=starts_on, threshold=threshold)
    return event_of(fact, at=visit.now, person_id=visit.person_id, trace_id="t")


async def heard(store: Store, visit: Visit, event: Event) -> list[str]:
    """What somebody who did not cause it is told, as things stand."""
    async with store.transaction() as tx:
        told: list[str] = []
        for alert in await warn_budget_exceeded(tx, visit, event):
            kept = await tx.alerts.raise_once(visit.person_id, alert, at=visit.now, trace_id="t")
            said = await BudgetSpeaker().say(tx, visit, kept) if kept else None
            told += [said.answer.plain] if said else []
    return told


async def test_who_did_not_cause_it_hears_of_it_as_it_stands_while_the_period_runs(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 100)
    await spend(store, visit, "85")
    other = msgspec.structs.replace(
        visit, person=msgspec.structs.replace(visit.person, id=(await visit_of(store, BOB)).person_id)
    )
    reached = "Groceries budget: 85 % spent, $85.00 of $100.00 this month. $15.00 left."
    assert await heard(store, other, exceeded(visit, budget)) == [reached]
    assert await heard(store, other, exceeded(visit, budget)) == []
    assert await heard(store, other, exceeded(visit, budget, threshold=100)) == []


async def test_of_a_period_that_is_over_nothing_is_heard_whatever_the_next_one_is_like(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 100)
    december = later(visit, A_MONTH)
    await spend(store, visit, "85")
    await spend(store, december, "85")
    assert await heard(store, visit, exceeded(visit, budget, date(2026, 10, 1), 60)) == []
    assert await heard(store, december, exceeded(visit, budget, threshold=60)) == []
    async with store.transaction() as tx:
        *_, kept = await tx.alerts.told(visit.person_id, visit.now)
        assert await BudgetSpeaker().say(tx, visit, kept)
        assert await BudgetSpeaker().say(tx, december, kept) is None


async def test_nobody_hears_of_a_budget_that_is_gone_or_anothers(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 100)
    await spend(store, visit, "85")
    assert await heard(store, await visit_of(store, BOB), exceeded(visit, budget)) == []
    await undo(store, visit)
    async with store.transaction() as tx:
        await remove_budget(tx, visit, budget)
    assert await heard(store, visit, exceeded(visit, budget, threshold=50)) == []
