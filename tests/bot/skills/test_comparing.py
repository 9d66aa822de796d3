"""Comparing: both figures, the difference and the percent, and a running month against the same days."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.money import Money
from bot.domain.period import Period, month_of
from bot.ports.store import Store
from bot.skills.comparing import percent_of
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import NOVEMBER, OCTOBER, SEPTEMBER, asked, autumn
from tests.entries import spent
from tests.visits import visit_of


async def test_a_running_month_is_compared_with_the_same_days_and_the_whole(store: Store) -> None:
    visit = await autumn(store)
    await book(store, visit, spent(500_00, "rent", date(2026, 11, 30)))
    answer = [
        "Spending this month: $287.00. That is $3.00 (1 %) less than from Oct 1 to Oct 18: $290.00.",
        "Spending this month: €20.00. Nothing from Oct 1 to Oct 18.",
        "All in October: $360.00.",
    ]
    assert await asked(store, visit, period=NOVEMBER, compare=OCTOBER) == answer
    assert await asked(store, visit, period=OCTOBER, compare=NOVEMBER) == answer
    assert await asked(store, visit, compare=OCTOBER) == answer


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({}, "Spending in October: $360.00. That is $110.00 (44 %) more than in September: $250.00."),
        ({"category": "rent"}, "Rent in October: $200.00, the same as in September."),
        ({"category": "food"}, "Food in October: $160.00. Nothing in September."),
        ({"category": "taxi"}, "Taxi in October: $0.00. That is $50.00 (100 %) less than in September: $50.00."),
        ({"merchant": "tesco"}, "Tesco in October: $90.00. Nothing in September."),
        ({"category": "books"}, "Books: nothing in October, and nothing in September."),
    ],
)
async def test_two_months_that_are_over_are_compared_whole(store: Store, slots: dict[str, object], answer: str) -> None:
    visit = await autumn(store)
    assert await asked(store, visit, period=OCTOBER, compare=SEPTEMBER, **slots) == [answer]


async def test_the_last_day_of_a_month_is_compared_with_the_whole_of_a_shorter_one(store: Store) -> None:
    visit = await visit_of(store, at=datetime(2027, 3, 31, 12, tzinfo=UTC))
    for day in (date(2027, 2, 28), date(2027, 3, 31)):
        await book(store, visit, spent(10_00, day=day))
    march, february = month_of(date(2027, 3, 1)), month_of(date(2027, 2, 1))
    assert await asked(store, visit, period=march, compare=february) == [
        "Spending this month: $10.00, the same as in February."
    ]


async def test_two_running_periods_are_compared_as_they_are(store: Store) -> None:
    visit = await autumn(store)
    week = Period(date(2026, 11, 15), date(2026, 11, 21))
    assert (await asked(store, visit, period=week, compare=NOVEMBER))[0].startswith("Spending this week: $17.00.")


@pytest.mark.parametrize(("part", "whole", "percent"), [(1, 3, 33), (2, 3, 67), (1, 200, 1), (-5, 10, 50), (5, 0, 0)])
def test_percents_are_whole_and_a_half_is_rounded_up(part: int, whole: int, percent: int) -> None:
    assert percent_of(Money(part, "USD"), Money(whole, "USD")) == percent
