"""Budgets: their periods, and the marks a booking passes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.budget import Budget, Interval, Standing, thresholds_passed
from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Scope

MARKS = (50, 80, 100)
MONDAY, SUNDAY = 0, 6


def budget(minor: int = 400_00, interval: Interval = "monthly", currency: str = "USD") -> Budget:
    limit = Money(minor, currency)
    return Budget(id=BudgetId(1), scope=Scope("all", ""), word="", interval=interval, limit=limit)


def standing(spent: int, limit: int, currency: str = "USD") -> Standing:
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    return Standing(
        budget=budget(limit, currency=currency),
        period=period,
        spent=Money(spent, currency),
        carried=Money(0, currency),
    )


def passed(
    limit: int, before: int, after: int, marks: tuple[int, ...] = MARKS, currency: str = "USD"
) -> tuple[int, ...]:
    return thresholds_passed(Money(limit, currency), Money(before, currency), Money(after, currency), marks)


@pytest.mark.parametrize(
    ("interval", "day", "starts_on", "period"),
    [
        ("weekly", date(2026, 11, 18), MONDAY, Period(date(2026, 11, 16), date(2026, 11, 22))),
        ("weekly", date(2026, 11, 22), MONDAY, Period(date(2026, 11, 16), date(2026, 11, 22))),
        ("weekly", date(2026, 11, 22), SUNDAY, Period(date(2026, 11, 22), date(2026, 11, 28))),
        ("weekly", date(2027, 1, 1), MONDAY, Period(date(2026, 12, 28), date(2027, 1, 3))),
        ("monthly", date(2028, 2, 29), MONDAY, Period(date(2028, 2, 1), date(2028, 2, 29))),
        ("monthly", date(2026, 12, 31), MONDAY, Period(date(2026, 12, 1), date(2026, 12, 31))),
        ("yearly", date(2026, 1, 1), MONDAY, Period(date(2026, 1, 1), date(2026, 12, 31))),
        ("yearly", date(2026, 12, 31), MONDAY, Period(date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_a_day_lies_in_the_budgets_own_period(interval: Interval, day: date, starts_on: int, period: Period) -> None:
    assert budget(interval=interval).period_at(day, week_starts_on=starts_on) == period


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        (0, 49_99, ()),
        (0, 50_00, (50,)),
        (49_99, 50_00, (50,)),
        (50_00, 79_99, ()),
        (0, 80_00, (50, 80)),
        (79_99, 100_00, (80, 100)),
        (0, 250_00, (50, 80, 100)),
        (100_00, 250_00, ()),
        (60_00, 40_00, ()),
        (50_00, 50_00, ()),
    ],
)
def test_a_mark_is_passed_when_it_is_reached(before: int, after: int, marks: tuple[int, ...]) -> None:
    assert passed(100_00, before, after) == marks


@pytest.mark.parametrize(
    ("limit", "currency", "just_below", "reached"), [(3, "JPY", 1, 2), (1, "JPY", 0, 1), (999, "KWD", 499, 500)]
)
def test_small_limits_are_not_rounded(limit: int, currency: str, just_below: int, reached: int) -> None:
    assert passed(limit, 0, just_below, (50,), currency) == ()
    assert passed(limit, 0, reached, (50,), currency) == (50,)


def test_marks_in_any_order_come_out_rising_and_may_lie_above_the_limit() -> None:
    assert passed(100, 0, 150, (120, 100, 50)) == (50, 100, 120)


@given(st.integers(1, 10**15), st.lists(st.integers(0, 10**12), max_size=8), st.sets(st.integers(1, 200)))
def test_however_it_is_spent_each_mark_reached_is_passed_once(limit: int, amounts: list[int], marks: set[int]) -> None:
    told: list[int] = []
    total = 0
    for amount in amounts:
        told += passed(limit, total, total + amount, tuple(marks))
        total += amount
    assert told == sorted(mark for mark in marks if total * 100 >= limit * mark)


@pytest.mark.parametrize(
    ("spent", "limit", "percent", "left"),
    [
        (0, 400, 0, 400),
        (399, 400, 99, 1),
        (400, 400, 100, 0),
        (401, 400, 100, -1),
        (1, 3, 33, 2),
        (808, 400, 202, -408),
    ],
)
def test_how_a_budget_stands(spent: int, limit: int, percent: int, left: int) -> None:
    now = standing(spent, limit)
    assert (now.percent, now.left) == (percent, Money(left, "USD"))
