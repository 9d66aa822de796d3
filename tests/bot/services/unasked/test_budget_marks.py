"""A budget's marks: told at every one, once, in words that say what was reached."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.budget import Interval, planned
from bot.domain.event import BudgetExceeded
from bot.domain.ids import AlertId
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.alerts import Mute
from bot.ports.store import Store
from bot.services.budgeting import set_budget
from bot.skills.split_expense import SplitExpense
from tests.bot.services.deeds import allow, later, spend, undo
from tests.visits import BOB, visit_of

A_MONTH = timedelta(days=30)


async def visit_with_budget(store: Store, whole: int = 100, word: str | None = "groceries") -> Visit:
    visit = await visit_of(store)
    await allow(store, visit, whole, word)
    return visit


async def test_a_mark_is_told_when_it_is_reached_and_not_before(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, visit, "49.99") == []
    assert await spend(store, visit, "0.01") == [
        "Groceries budget: 50 % spent, $50.00 of $100.00 this month. $50.00 left."
    ]
    assert await spend(store, visit, "29.99") == []


async def test_one_booking_that_passes_several_tells_the_highest_and_the_lower_count_as_told(store: Store) -> None:
    visit = await visit_with_budget(store)
    visit = msgspec.structs.replace(visit, message_id=None)
    assert await spend(store, visit, "85") == [
        "Groceries budget: 85 % spent, $85.00 of $100.00 this month. $15.00 left."
    ]
    await undo(store, visit)
    assert await spend(store, visit, "55") == []


async def test_exactly_all_of_it_and_more_than_all_of_it(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, visit, "100") == ["Groceries budget: 100 % spent, $100.00 of $100.00 this month."]
    assert await spend(store, visit, "100") == []


async def test_what_goes_over_says_by_how_much(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, visit, "112.60") == [
        "Groceries budget: $12.60 over, $112.60 of $100.00 spent this month (112 %)."
    ]


async def test_an_undo_does_not_re_arm(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert len(await spend(store, visit, "60")) == 1
    await undo(store, visit)
    assert await spend(store, visit, "60") == []
    assert len(await spend(store, visit, "20")) == 1


async def test_raising_a_budget_does_not_repeat_what_was_told(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert len(await spend(store, visit, "85")) == 1
    await allow(store, visit, 200)
    assert await spend(store, visit, "75") == []
    assert await spend(store, visit, "40") == ["Groceries budget: 100 % spent, $200.00 of $200.00 this month."]


async def test_a_new_period_tells_anew(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert len(await spend(store, visit, "60")) == 1
    assert len(await spend(store, later(visit, A_MONTH), "60")) == 1


async def test_a_closed_period_never_alerts(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, visit, "500", day=date(2026, 10, 31)) == []
    assert await spend(store, visit, "500", day=date(2026, 12, 1)) == []


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        ("weekly", date(2026, 11, 15), date(2026, 11, 14)),
        ("monthly", date(2026, 11, 1), date(2026, 10, 31)),
        ("yearly", date(2026, 1, 1), date(2025, 12, 31)),
    ],
)
async def test_the_first_day_of_the_period_counts_and_the_day_before_does_not(
    store: Store, interval: Interval, inside: date, outside: date
) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100, "groceries", interval)
    assert await spend(store, visit, "60", day=outside) == []
    assert len(await spend(store, visit, "60", day=inside)) == 1


async def test_another_currency_passes_no_mark(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, visit, "500", currency="EUR") == []
    assert await spend(store, visit, "49") == []


async def test_every_budget_that_counts_it_tells_its_own_mark_the_narrowest_first(store: Store) -> None:
    visit = await visit_of(store)
    for word in (None, "food", "groceries"):
        await allow(store, visit, 100, word)
    told = await spend(store, visit, "60")
    assert [text.partition(" budget")[0] for text in told] == ["Groceries", "Food", "Overall"]


@pytest.mark.parametrize(
    ("limit", "first", "second"),
    [(Money(1000, "JPY"), "499", "1"), (Money(100_000, "KWD"), "49.999", "0.001"), (Money(1, "JPY"), "1", "1")],
)
async def test_currencies_without_and_with_three_decimals(store: Store, limit: Money, first: str, second: str) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.budgets.set(visit.ledger_id, planned("groceries", limit))
    told = [len(await spend(store, visit, amount, currency=limit.currency)) for amount in (first, second)]
    assert told == ([1, 0] if limit.minor == 1 else [0, 1])


async def test_own_marks_are_kept_to(store: Store) -> None:
    visit = await visit_with_budget(store)
    visit = msgspec.structs.replace(visit, person=msgspec.structs.replace(visit.person, alert_thresholds=(30, 150)))
    told = [len(await spend(store, visit, amount)) for amount in ("29.99", "0.01", "100", "19.99", "0.01")]
    assert told == [0, 1, 0, 0, 1]


async def rolling_since_october(store: Store, october: str) -> Visit:
    """A budget of $100 that rolls over from October on, in which so much was spent then."""
    visit = await visit_of(store)
    budget = msgspec.structs.replace(planned("groceries", Money(100_00, "USD")), rolls_over_from=date(2026, 10, 1))
    async with store.transaction() as tx:
        await set_budget(tx, visit, budget)
    await spend(store, visit, october, day=date(2026, 10, 5))
    return visit


async def test_marks_are_of_what_may_be_spent_with_what_was_carried_over(store: Store) -> None:
    visit = await rolling_since_october(store, "40")
    assert await spend(store, visit, "79.99") == []
    assert await spend(store, visit, "0.01") == [
        "Groceries budget: 50 % spent, $80.00 of $160.00 this month. $80.00 left."
    ]


async def test_what_was_overspent_before_moves_the_marks_down(store: Store) -> None:
    visit = await rolling_since_october(store, "140")
    assert len(await spend(store, visit, "30")) == 1
    assert await spend(store, visit, "30") == ["Groceries budget: 100 % spent, $60.00 of $60.00 this month."]


@pytest.mark.parametrize(("october", "over"), [("200", "$5.00"), ("210", "$15.00")])
async def test_where_nothing_was_left_to_spend_the_first_booking_says_so_once(
    store: Store, october: str, over: str
) -> None:
    visit = await rolling_since_october(store, october)
    assert await spend(store, visit, "5") == [
        f"Groceries budget: {over} over this month. Earlier periods had left nothing to spend, $5.00 spent."
    ]
    assert await spend(store, visit, "5") == []


async def test_only_the_own_part_of_a_shared_expense_counts(store: Store) -> None:
    visit = await visit_with_budget(store)
    slots: dict[str, object] = {"amount": Decimal(98), "with": ("Ann",), "category": "groceries"}
    async with store.transaction() as tx:
        outcome = await SplitExpense().perform(tx, visit, slots)
    assert outcome.after == ()
    assert len(await spend(store, visit, "1")) == 1


async def test_a_mark_that_was_behind_before_a_shared_expense_is_not_passed_by_it(store: Store) -> None:
    visit = await visit_of(store)
    await spend(store, visit, "55")
    await allow(store, visit, 100)
    slots: dict[str, object] = {"amount": Decimal(20), "with": ("Ann",), "category": "groceries"}
    async with store.transaction() as tx:
        outcome = await SplitExpense().perform(tx, visit, slots)
    assert outcome.after == ()


async def test_anothers_spending_passes_no_mark_of_mine(store: Store) -> None:
    visit = await visit_with_budget(store)
    assert await spend(store, await visit_of(store, BOB), "500") == []
    assert await spend(store, visit, "49") == []


async def test_what_came_with_an_answer_is_kept_as_told_so_and_the_lower_marks_as_dropped(store: Store) -> None:
    visit = await visit_with_budget(store)
    await spend(store, visit, "85")
    async with store.transaction() as tx:
        (told,) = await tx.alerts.told(visit.person_id, visit.now)
        lower = await tx.alerts.one(visit.person_id, AlertId(told.id - 1))
    assert lower
    assert (told.alert.threshold, told.reason) == (80, "answer")
    assert (lower.alert.threshold, lower.state, lower.reason) == (50, "dropped", "a higher mark")
    assert told.alert.facts == {"spent": 8500, "limit": 10000, "currency": "USD"}


async def test_a_crossing_is_announced_once_with_the_highest_mark(store: Store) -> None:
    visit = await visit_of(store)
    budget = await allow(store, visit, 100)
    for amount in ("85", "1", "1"):
        await spend(store, visit, amount)
    async with store.transaction() as tx:
        open_now = await tx.events.overdue(
            ("warn_the_others",), now=visit.now, again_at=visit.now + timedelta(minutes=1), most=10
        )
    facts = [each.event.read(BudgetExceeded) for each in open_now]
    assert facts == [BudgetExceeded(budget_id=budget.id, starts_on=date(2026, 11, 1), threshold=80)]


@pytest.mark.parametrize("about", ["", "budget", "budget:1"])
async def test_a_budget_that_is_not_to_be_heard_of_says_nothing_and_does_not_make_up_for_it(
    store: Store, about: str
) -> None:
    visit = await visit_with_budget(store)
    async with store.transaction() as tx:
        await tx.alerts.mute(visit.person_id, Mute(about, visit.now + timedelta(hours=1)))
    assert await spend(store, visit, "55") == []
    assert await spend(store, later(visit, timedelta(hours=1)), "5") == []
    assert len(await spend(store, later(visit, timedelta(hours=1)), "25")) == 1
