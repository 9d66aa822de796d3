"""Averages with their divisor, counts, the largest and the smallest."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.period import Period, year_of
from bot.ports.store import Store
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import NOVEMBER, OCTOBER, SEPTEMBER, asked, autumn
from tests.entries import spent
from tests.visits import visit_of

THIS_YEAR = year_of(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({}, "Spending this month: $15.94 a day on average. Over 18 days. Also €1.11."),
        ({"period": OCTOBER}, "Spending in October: $11.61 a day on average. Over 31 days."),
        ({"period": Period(date(2026, 11, 3), date(2026, 11, 3))},
         "Spending on Nov 3: $40.00 a day on average. Over 1 day."),
        ({"per": "week", "period": OCTOBER}, "Spending in October: $81.29 a week on average. Over 31 days."),
        ({"per": "week"}, "Spending from Oct 1 to Nov 18: $92.43 a week on average. Over 49 days. Also €2.86."),
        ({"per": "month"}, "Spending from Sep 1 to Oct 31: $305.00 a month on average. Over 2 months."),
        ({"per": "month", "period": THIS_YEAR},
         "Spending from Jan 1 to Oct 31: $61.00 a month on average. Over 10 months."),
        ({"period": THIS_YEAR}, "Spending from Jan 1 to Oct 31: $61.00 a month on average. Over 10 months."),
        ({"per": "month", "category": "groceries"},
         "Groceries from Sep 1 to Oct 31: $80.00 a month on average. Over 2 months."),
        ({"per": "month", "period": NOVEMBER},
         "$287.00 spent this month. Also €20.00. No whole month has passed in it yet."),
        ({"per": "month", "period": Period(date(2026, 9, 2), date(2026, 10, 30))},
         "$410.00 spent from Sep 2 to Oct 30. No whole month has passed in it yet."),
        ({"per": "booking", "category": "groceries"},
         "Groceries from Sep 1 to Nov 18: $53.12 a booking on average. Over 4 bookings."),
        ({"per": "booking", "merchant": "lidl"},
         "Lidl from Sep 1 to Nov 18: $40.00 a booking on average. Over 1 booking."),
        ({"kind": "income", "per": "month"}, "$2,400.00 came in this month. No whole month has passed in it yet."),
        ({"tag": "trip"}, "Nothing tagged #trip from Sep 1 to Oct 31."),
        ({"category": "books"}, "Nothing on books this month."),
    ],
)  # fmt: skip
async def test_an_average_tells_what_it_is_taken_over(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await asked(store, await autumn(store), measure="average", **slots) == [answer]


async def test_days_to_come_are_neither_summed_nor_counted(store: Store) -> None:
    visit = await visit_of(store, at=datetime(2026, 11, 10, 12, tzinfo=UTC))
    for day in (date(2026, 11, 10), date(2026, 11, 30)):
        await book(store, visit, spent(10_00, day=day))
    assert await asked(store, visit, measure="average", per="day") == [
        "Spending this month: $1.00 a day on average. Over 10 days."
    ]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"category": "groceries"}, "Groceries this month: 2 bookings, $52.50 together."),
        ({"merchant": "lidl"}, "Lidl this month: 1 booking, $40.00."),
        ({}, "Spending this month: 6 bookings, $287.00 together. Also €20.00."),
        ({"category": "books", "period": SEPTEMBER}, "Nothing on books in September."),
    ],
)
async def test_how_often(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await asked(store, await autumn(store), measure="count", **slots) == [answer]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"measure": "largest"}, ["Spending this month, the largest:", "Nov 1: $200.00 rent"]),
        ({"measure": "smallest"}, ["Spending this month, the smallest:", "today: $4.50 coffee"]),
        ({"measure": "largest", "category": "food"},
         ["Food this month, the largest:", "Nov 3: $40.00 groceries, Lidl, #trip"]),
        ({"measure": "largest", "kind": "income"},
         ["Income this month, the largest:", "Nov 1: +$2,400.00 salary"]),
        ({"measure": "largest", "category": "lunch"}, ["Lunch this month, the largest:", "Nov 11: €20.00 lunch"]),
        ({"measure": "smallest", "category": "books"}, ["Nothing on books this month."]),
    ],
)  # fmt: skip
async def test_the_largest_and_the_smallest_one(store: Store, slots: dict[str, object], answer: list[str]) -> None:
    assert await asked(store, await autumn(store), **slots) == answer
