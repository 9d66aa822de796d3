"""budget_status: what is left with what was carried over, what is safe to spend a day, and the pace."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from bot.domain.chart import Burndown, Chart
from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from tests.bot.services.deeds import later, spend
from tests.bot.skills.performed import perform, said
from tests.visits import visit_of

STATUS = SkillCall("budget_status", {"category": "groceries"})
PER_DAY = SkillCall("budget_status", {"category": "groceries", "per": "day"})


async def budget(store: Store, whole: int = 400, **terms: object) -> Visit:
    visit = await visit_of(store)
    await perform(store, visit, SkillCall("set_budget", {"amount": Decimal(whole), "category": "groceries", **terms}))
    return visit


def on(visit: Visit, day: date) -> Visit:
    return later(visit, timedelta(days=(day - visit.today).days))


@pytest.mark.parametrize(
    ("amount", "answer"),
    [
        ("45.30", "Groceries: $354.70 of $400.00 left this month (11 % spent)."),
        ("239.99", "Groceries: $160.01 of $400.00 left this month (59 % spent)."),
        ("270", "Groceries: $130.00 of $400.00 left this month (67 % spent). At this pace you pass $400.00 on Nov 27."),
        ("400", "Groceries: $0.00 of $400.00 left this month (100 % spent). At this pace you pass $400.00 on Nov 19."),
        ("412.60", "Groceries: $12.60 over $400.00 this month (103 % spent)."),
    ],
)
async def test_what_is_left_and_the_pace(store: Store, amount: str, answer: str) -> None:
    visit = await budget(store)
    await spend(store, visit, amount)
    assert await said(store, visit, STATUS) == [answer]


async def test_a_period_that_is_over_has_no_pace(store: Store) -> None:
    visit = await budget(store)
    await spend(store, visit, "270")
    december = on(visit, date(2026, 12, 2))
    november = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}
    call = SkillCall("budget_status", {"category": "groceries", "period": november})
    assert await said(store, december, call) == ["Groceries: $130.00 of $400.00 left in November (67 % spent)."]


@pytest.mark.parametrize(
    ("november", "december"),
    [
        ("370", "Groceries: $430.00 of $430.00 left this month (0 % spent). That includes $30.00 carried over."),
        ("430", "Groceries: $370.00 of $370.00 left this month (0 % spent). That is after $30.00 overspent before."),
        ("400", "Groceries: $400.00 of $400.00 left this month (0 % spent)."),
        ("800", "Groceries: $0.00 over this month, with what was overspent before."),
        ("900", "Groceries: $100.00 over this month, with what was overspent before."),
    ],
)
async def test_what_was_carried_over_is_said(store: Store, november: str, december: str) -> None:
    visit = await budget(store, rollover=True)
    await spend(store, visit, november)
    assert await said(store, on(visit, date(2026, 12, 18)), STATUS) == [december]


async def test_own_days_are_said(store: Store) -> None:
    visit = await budget(store, start_day=25)
    await spend(store, visit, "100")
    assert await said(store, visit, STATUS) == [
        "Groceries: $300.00 of $400.00 left from Oct 25 to Nov 24 (25 % spent)."
    ]


@pytest.mark.parametrize(
    ("amount", "day", "answer"),
    [
        ("0.01", 18, "Groceries: $30.76 a day until Nov 30, $399.99 left."),  # 399.99 / 13 = 30.768…
        ("140", 18, "Groceries: $20.00 a day until Nov 30, $260.00 left."),
        ("140", 30, "Groceries: $260.00 for today, the last day."),
        ("400", 30, "Groceries: $0.00 of $400.00 left this month (100 % spent)."),
        ("500", 18, "Groceries: $100.00 over $400.00 this month (125 % spent)."),
    ],
)
async def test_what_is_safe_to_spend_a_day_is_rounded_down(store: Store, amount: str, day: int, answer: str) -> None:
    visit = await budget(store)
    await spend(store, visit, amount)
    assert await said(store, on(visit, date(2026, 11, day)), PER_DAY) == [answer]


async def test_a_day_with_what_was_carried_over(store: Store) -> None:
    visit = await budget(store, rollover=True)
    await spend(store, visit, "90")
    assert await said(store, on(visit, date(2026, 12, 31)), PER_DAY) == ["Groceries: $710.00 for today, the last day."]


async def test_everybody_elses_weeks(store: Store) -> None:
    visit = await budget(store, 70, interval="weekly")
    german = msgspec.structs.replace(visit, person=msgspec.structs.replace(visit.person, locale="de-DE"))
    assert await said(store, visit, PER_DAY) == ["Groceries: $17.50 a day until Nov 21, $70.00 left."]
    assert "14,00" in (await said(store, german, PER_DAY))[0]


async def drawn(store: Store, visit: Visit, **slots: object) -> Chart:
    outcome = await perform(store, visit, SkillCall("budget_status", {"chart": True, **slots}))
    assert outcome.chart
    return outcome.chart


async def test_a_picture_of_each_day_up_to_today(store: Store) -> None:
    visit = await budget(store)
    for day, amount in ((2, "30"), (2, "10"), (5, "20.50"), (18, "100")):
        await spend(store, visit, amount, day=date(2026, 11, day))
    await spend(store, visit, "50", day=date(2026, 11, 19))
    await spend(store, visit, "500", day=date(2026, 10, 31))
    for currency in ("EUR", "ZAR"):
        await spend(store, visit, "7", currency=currency)
    chart = await drawn(store, visit)
    assert isinstance(chart.figure, Burndown)
    assert chart.figure.spent == (0, *[40_00] * 3, *[60_50] * 13, 160_50)
    assert (chart.figure.days, chart.figure.limit) == (30, 400_00)
    labels = (chart.figure.first_label, chart.figure.today_label, chart.figure.last_label)
    assert labels == ("Nov 1", "today", "Nov 30")
    assert chart.alt == "Groceries: $210.50 of $400.00 spent this month, day by day."


async def test_a_picture_of_a_period_that_is_over_has_all_its_days(store: Store) -> None:
    visit = await budget(store)
    november = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}
    chart = await drawn(store, on(visit, date(2026, 12, 5)), period=november)
    assert isinstance(chart.figure, Burndown)
    assert len(chart.figure.spent) == 30


async def test_a_picture_is_of_what_may_be_spent_with_what_was_carried_over(store: Store) -> None:
    visit = await budget(store, rollover=True)
    await spend(store, visit, "100")
    chart = await drawn(store, on(visit, date(2026, 12, 5)))
    assert isinstance(chart.figure, Burndown)
    assert chart.figure.limit == 700_00
    assert chart.title == "Groceries: $700.00 of $700.00 left"


async def test_of_several_budgets_the_one_on_everything_is_drawn_else_the_most_used(store: Store) -> None:
    visit = await budget(store)
    await perform(store, visit, SkillCall("set_budget", {"amount": Decimal(900), "category": "rent"}))
    await spend(store, visit, "500", "rent")
    assert (await drawn(store, visit)).title.startswith("Rent: ")
    await perform(store, visit, SkillCall("set_budget", {"amount": Decimal(5000)}))
    assert (await drawn(store, visit)).title.startswith("In all: ")


async def test_a_picture_is_offered_where_it_was_not_asked_for(store: Store) -> None:
    visit = await budget(store)
    (offer,) = (await perform(store, visit, STATUS)).offers
    assert offer.label == "Chart"
    outcome = await perform(store, visit, offer.calls[0])
    assert outcome.chart
    assert outcome.offers == ()
