"""set_budget: what is said back when a budget is set, changed, rolled over, begun on pay-day or given up."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from tests.bot.services.deeds import budgets, later, spend
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.visits import visit_of

A_MONTH = timedelta(days=30)


def budget(amount: int | None = None, category: str | None = "groceries", **more: object) -> SkillCall:
    slots = {"amount": None if amount is None else Decimal(amount), "category": category, **more}
    return SkillCall("set_budget", {name: value for name, value in slots.items() if value is not None})


UNDO = SkillCall("undo")


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        ([budget(400)], "Budget set: $400.00 groceries a month."),
        ([budget(100, interval="weekly", start_day=5)],
         "Budget set: $100.00 groceries a week. It runs from Nov 14 to Nov 20."),
        ([budget(400, start_day=1)], "Budget set: $400.00 groceries a month."),
        ([budget(400, start_day=25)], "Budget set: $400.00 groceries a month. It runs from Oct 25 to Nov 24."),
        ([budget(400, start_day=31)], "Budget set: $400.00 groceries a month. It runs from Oct 31 to Nov 29."),
        ([budget(400, rollover=True)],
         "Budget set: $400.00 groceries a month. What is left or overspent is carried over."),
        ([budget(400, None, currency="EUR")], "Budget set: €400.00 overall a month."),
        ([budget(400), budget(500)], "Budget changed: $500.00 groceries a month, before $400.00."),
        ([budget(400), budget(400)], "Budget: $400.00 groceries a month."),
        ([budget(400), budget(rollover=True)],
         "Budget: $400.00 groceries a month. What is left or overspent is carried over."),
        ([budget(400), budget(None, None, rollover=True)],
         "Budget: $400.00 groceries a month. What is left or overspent is carried over."),
        ([budget(400, rollover=True), budget(rollover=True)],
         "Budget: $400.00 groceries a month. What is left or overspent is carried over."),
        ([budget(400, rollover=True), budget(rollover=False)],
         "Budget: $400.00 groceries a month. Nothing is carried over any more."),
        ([budget(400, rollover=True), budget(500)], "Budget changed: $500.00 groceries a month, before $400.00."),
        ([budget(400), budget(start_day=25)], "Budget: $400.00 groceries a month. It runs from Oct 25 to Nov 24."),
        ([budget(400, start_day=25), budget(500)],
         "Budget changed: $500.00 groceries a month, before $400.00. It runs from Oct 25 to Nov 24."),
        ([budget(400), budget(100, interval="weekly")],
         "Budget changed: $100.00 groceries a week, before $400.00 a month."),
        ([budget(400), budget(interval="weekly")],
         "Budget changed: $400.00 groceries a week, before $400.00 a month."),
        ([budget(400, currency="EUR"), budget(500, currency="USD")],
         "Budget changed: €500.00 groceries a month, before €400.00."),
        ([budget(400), budget(remove=True)], "Budget removed: groceries."),
        ([budget(400), budget(None, None, remove=True)], "Budget removed: groceries."),
        ([budget(400, None), budget(100), budget(None, None, remove=True)], "Budget removed: overall."),
        ([budget(400), budget(None, "rent", remove=True)], "There is no budget to remove: rent."),
        ([budget(None, None, remove=True)], "There is no budget to remove: overall."),
        ([budget(400), budget(remove=True), UNDO], "Undone: the groceries budget is $400.00 again."),
        ([budget(400), budget(500, rollover=True), UNDO], "Undone: the groceries budget is $400.00 again."),
        ([budget()], "How much should the budget be?"),
        ([budget(400), budget()], "How much should the budget be?"),
        ([budget(rollover=True)], "How much should the budget be?"),
        ([budget(400, payday=True)], "On which day of the month are you paid? Say for example: 25"),
    ],
)  # fmt: skip
async def test_what_is_said(store: Store, calls: list[SkillCall], answer: str) -> None:
    visit, told = await visit_of(store), [""]
    for number, call in enumerate(calls):
        told = await said(store, msgspec.structs.replace(visit, message_id=number), call)
    assert told == [answer]


async def told_in_december(store: Store, call: SkillCall) -> str:
    """After a November of $100 spent on a rolling budget of $400."""
    visit = await visit_of(store)
    await perform(store, visit, budget(400, rollover=True))
    await spend(store, visit, "100")
    (answer,) = await said(store, later(visit, A_MONTH), call)
    return answer


async def test_what_had_been_carried_is_said_when_the_limit_changes(store: Store) -> None:
    assert await told_in_december(store, budget(500)) == (
        "Budget changed: $500.00 groceries a month, before $400.00. Plus $300.00 carried over."
    )


async def test_what_was_overspent_is_said_too(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, budget(400, rollover=True))
    await spend(store, visit, "430.50")
    assert await said(store, later(visit, A_MONTH), budget(500)) == [
        "Budget changed: $500.00 groceries a month, before $400.00. Minus $30.50 overspent before."
    ]


async def test_how_it_stands_already(store: Store) -> None:
    visit = await visit_of(store)
    await spend(store, visit, "100")
    assert await said(store, visit, budget(400)) == [
        "Budget set: $400.00 groceries a month. $100.00 spent this month, 25 %."
    ]
    assert await said(store, visit, budget(start_day=10)) == [
        "Budget: $400.00 groceries a month. It runs from Nov 10 to Dec 9. $100.00 of it spent, 25 %."
    ]


async def test_from_pay_day_to_pay_day_where_it_is_known(store: Store) -> None:
    visit = await visit_of(store)
    visit = msgspec.structs.replace(visit, person=msgspec.structs.replace(visit.person, payday=25))
    assert await said(store, visit, budget(400, payday=True)) == [
        "Budget set: $400.00 groceries a month. It runs from Oct 25 to Nov 24."
    ]
    assert await said(store, visit, budget(400, payday=True, start_day=10)) == [
        "Budget: $400.00 groceries a month. It runs from Nov 10 to Dec 9."
    ]


async def two_budgets(store: Store) -> Visit:
    visit = await visit_of(store)
    for word in ("groceries", "rent"):
        await perform(store, visit, budget(400, word))
    return visit


@pytest.mark.parametrize("call", [budget(None, None, remove=True), budget(None, None, rollover=True)])
async def test_which_of_several_is_asked_and_the_choice_does_it(store: Store, call: SkillCall) -> None:
    visit = await two_budgets(store)
    outcome = await perform(store, visit, call)
    assert choices(outcome) == ["groceries", "rent"]
    assert outcome.asked
    await perform(store, visit, outcome.asked.choices[1].calls[0])
    now = {each.word: each.rolls_over_from is not None for each in await budgets(store, visit)}
    assert now in ({"groceries": False}, {"groceries": False, "rent": True})


async def test_an_amount_alone_is_for_everything_even_beside_others(store: Store) -> None:
    visit = await two_budgets(store)
    assert await said(store, visit, budget(900, None)) == ["Budget set: $900.00 overall a month."]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (budget(400, start_day=32), "budget_month_start"),
        (budget(400, interval="weekly", start_day=25), "budget_week_start"),
        (budget(400, interval="yearly", start_day=1), "budget_year_start"),
        (budget(0), "amount_not_positive"),
        (budget(-5), "amount_not_positive"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_changes_nothing(store: Store, call: SkillCall, reason: str) -> None:
    visit = await visit_of(store)
    assert await refusal(store, visit, call) == reason
    assert await budgets(store, visit) == []


async def test_undo_restores_every_term(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await perform(store, visit, budget(400, start_day=25, rollover=True))
    before = await budgets(store, visit)
    for message, call in enumerate((budget(500, interval="weekly"), budget(remove=True)), start=2):
        await perform(store, later(visit, A_MONTH * 2, message=message), call)
    for _ in range(2):
        await perform(store, later(visit, A_MONTH * 2, message=9), UNDO)
    assert await budgets(store, visit) == before


async def test_the_journal_alone_tells_the_same_budgets(store: Store) -> None:
    visit = await visit_of(store, message=1)
    calls = [
        budget(400, start_day=25, rollover=True),
        budget(500),
        budget(remove=True),
        budget(70, "food", interval="weekly", start_day=5),
        UNDO,
        UNDO,
        budget(interval="weekly"),
        SkillCall("undo", {"message": 2}),
    ]
    for message, call in enumerate(calls, start=1):
        await perform(store, later(visit, A_MONTH / 1000, message=message), call)
    async with store.transaction() as tx:
        assert (await audit_ledger(tx, visit.ledger_id)).differences == ()
    (standing,) = await budgets(store, visit)
    assert (standing.interval, standing.limit.minor) == ("weekly", 500_00)
