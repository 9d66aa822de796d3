"""The pace of a budget: the day it is passed on, and when nothing can be said of it."""

from datetime import date

import pytest

from bot.domain.budget import Budget, Standing
from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.pace import passed_on
from bot.domain.period import Period
from bot.domain.taxonomy import Scope

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def standing(spent: int, *, limit: int = 400_00, carried: int = 0) -> Standing:
    budget = Budget(id=BudgetId(1), scope=Scope("all", ""), word="", interval="monthly", limit=Money(limit, "USD"))
    return Standing(budget=budget, period=NOVEMBER, spent=Money(spent, "USD"), carried=Money(carried, "USD"))


@pytest.mark.parametrize(
    ("spent", "today", "passed"),
    [
        (200_00, 10, 21),  # 20.00 a day: 400.00 on the 20th, more on the 21st
        (270_00, 18, 27),
        (240_00, 18, None),  # 13.33 a day: exactly 400.00 on the 30th
        (240_01, 18, 30),
        (400_00, 18, 19),
        (400_01, 18, None),  # passed already
        (0, 18, None),
        (399_00, 5, None),  # five days of thirty tell no pace
        (399_00, 6, 7),
        (400_00, 30, None),
    ],
)
def test_the_first_day_with_more_than_the_limit(spent: int, today: int, passed: int | None) -> None:
    expected = passed and date(2026, 11, passed)
    assert passed_on(standing(spent), date(2026, 11, today)) == expected


def test_what_was_carried_over_moves_the_day() -> None:
    today = date(2026, 11, 10)
    assert passed_on(standing(200_00, carried=100_00), today) == date(2026, 11, 26)
    assert passed_on(standing(200_00, carried=-100_00), today) == date(2026, 11, 16)
    assert passed_on(standing(1_00, carried=-400_00), today) is None
