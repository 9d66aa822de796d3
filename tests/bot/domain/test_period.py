"""Periods: whole months and the days at their edges, no day twice and none forgotten."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.period import Period, month_of, runs_of, week_of, year_of

days = st.dates(date(2019, 1, 1), date(2035, 12, 31))
periods = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))


def days_of(period: Period) -> list[date]:
    return [period.first + timedelta(days=n) for n in range(period.days)]


@given(periods)
def test_the_runs_of_a_period_are_exactly_its_days(period: Period) -> None:
    covered: list[date] = []
    for grain, first, last in runs_of(period):
        if grain == "day":
            covered += days_of(Period(first, last))
        else:
            assert first.day == last.day == 1
            covered += days_of(Period(first, month_of(last).last))
    assert sorted(covered) == days_of(period)


@given(periods)
def test_at_most_the_two_edges_are_read_by_day(period: Period) -> None:
    by_day = [(first, last) for grain, first, last in runs_of(period) if grain == "day"]
    assert len(by_day) <= 2
    assert sum((last - first).days + 1 for first, last in by_day) <= 60


@pytest.mark.parametrize("whole", [week_of, month_of, year_of])
@given(day=days)
def test_a_day_lies_in_its_own_week_month_and_year_and_so_do_all_of_its_days(
    whole: Callable[[date], Period], day: date
) -> None:
    period = whole(day)
    assert day in period
    assert whole(period.first) == whole(period.last) == period
    assert day not in whole(period.last + timedelta(days=1))


@given(days, st.integers(0, 6))
def test_a_week_is_seven_days_from_the_day_it_starts_on(day: date, starts_on: int) -> None:
    week = week_of(day, starts_on)
    assert (week.days, week.first.weekday()) == (7, starts_on)


def test_february_ends_when_it_does() -> None:
    assert month_of(date(2028, 2, 5)) == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert month_of(date(2026, 2, 5)) == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_both_ends_belong_to_a_period() -> None:
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert date(2026, 11, 1) in period
    assert date(2026, 11, 30) in period
    assert date(2026, 12, 1) not in period
