"""Courses: month by month, week by week and day by day, and what a whole month comes to on average."""

from datetime import date

from bot.domain.period import Period
from bot.ports.store import Store
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import NOVEMBER, OCTOBER, asked, autumn
from tests.entries import spent
from tests.visits import visit_of


async def test_month_by_month_tells_the_running_month_and_the_average_of_whole_ones(store: Store) -> None:
    assert await asked(store, await autumn(store), by="month") == [
        "Spending from Jun 1 to Nov 30:",
        "September: $250.00",
        "October: $360.00",
        "November so far: $287.00",
        "November so far: €20.00",
        "Spending from Sep 1 to Oct 31: $305.00 a month on average. Over 2 months.",
    ]


async def test_a_month_between_without_anything_is_shown(store: Store) -> None:
    visit = await visit_of(store)
    for month in (8, 10):
        await book(store, visit, spent(10_00, day=date(2026, month, 5)))
    assert await asked(store, visit, by="month") == [
        "Spending from Jun 1 to Nov 30:",
        "August: $10.00",
        "September: $0.00",
        "October: $10.00",
        "November so far: $0.00",
        "Spending from Aug 1 to Oct 31: $6.67 a month on average. Over 3 months.",
    ]


async def test_a_course_of_one_merchant_is_told_like_any_other(store: Store) -> None:
    assert await asked(store, await autumn(store), by="month", merchant="tesco") == [
        "Tesco from Jun 1 to Nov 30:",
        "October: $90.00",
        "November so far: $12.50",
    ]


async def test_months_at_the_edges_are_cut_where_the_days_asked_for_end(store: Store) -> None:
    days = Period(date(2026, 10, 20), date(2026, 11, 3))
    assert await asked(store, await autumn(store), by="month", period=days) == [
        "Spending from Oct 20 to Nov 3:",
        "October: $70.00",
        "November: $240.00",
    ]


async def test_another_year_is_named(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, spent(10_00, day=date(2025, 12, 5)))
    days = Period(date(2025, 12, 1), date(2025, 12, 31))
    assert (await asked(store, visit, by="month", period=days))[1] == "December 2025: $10.00"


async def test_week_by_week_and_day_by_day(store: Store) -> None:
    visit = await autumn(store)
    assert await asked(store, visit, by="week", period=NOVEMBER) == [
        "Spending this month:",
        "From Nov 1 to Nov 7: $240.00",
        "From Nov 8 to Nov 14: $30.00",
        "This week so far: $17.00",
        "From Nov 8 to Nov 14: €20.00",
        "This week so far: €0.00",
        "Spending this month: $111.61 a week on average. Over 18 days. Also €7.78.",
    ]
    assert (await asked(store, visit, by="week"))[0] == "Spending from Sep 27 to Nov 21:"
    assert await asked(store, visit, by="day", period=OCTOBER) == [
        "Spending in October:",
        "Oct 1: $200.00",
        "Oct 5: $90.00",
        "Oct 25: $70.00",
        "Spending in October: $11.61 a day on average. Over 31 days.",
    ]


async def test_weeks_at_the_edges_are_cut_and_said_so(store: Store) -> None:
    days = Period(date(2026, 11, 3), date(2026, 11, 13))
    assert await asked(store, await autumn(store), by="week", period=days, category="groceries") == [
        "Groceries from Nov 3 to Nov 13:",
        "From Nov 3 to Nov 7: $40.00",
        "From Nov 8 to Nov 13: $0.00",
    ]


async def test_an_average_of_days_counts_the_days_before_the_first_one_too(store: Store) -> None:
    assert await asked(store, await autumn(store), by="day", period=OCTOBER, category="groceries") == [
        "Groceries in October:",
        "Oct 5: $90.00",
        "Oct 25: $70.00",
        "Groceries in October: $5.16 a day on average. Over 31 days.",
    ]


async def test_nothing_to_show_is_said(store: Store) -> None:
    visit = await visit_of(store)
    assert await asked(store, visit, by="month", category="books") == ["Nothing on books from Jun 1 to Nov 30."]
