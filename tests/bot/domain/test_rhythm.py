"""What recurs at a steady interval, and what does not."""

from datetime import date, timedelta

import pytest

from bot.domain.rhythm import rhythm_of

TODAY = date(2026, 11, 18)


def back(*days_ago: int) -> list[date]:
    return [TODAY - timedelta(days=ago) for ago in days_ago]


@pytest.mark.parametrize(
    ("days_ago", "rhythm"),
    [
        ((0, 7, 14), "weekly"),
        ((1, 7, 15), "weekly"),
        ((0, 6, 15), None),
        ((0, 14, 28), "biweekly"),
        ((0, 31, 61), "monthly:18"),
        ((3, 31, 61), "monthly:18"),
        ((0, 25, 59), "monthly:18"),
        ((0, 24, 54), None),
        ((0, 92, 183), "quarterly"),
        ((0, 365, 730), "yearly"),
        ((0, 365, 500), None),
        ((0, 31), None),
        ((44, 75, 105), "monthly:5"),
        ((45, 75, 105), None),
        ((10, 17, 24), "weekly"),
        ((11, 18, 25), None),
        ((0, 0, 0), None),
        ((0, 1, 2), None),
        ((0, 31, 61, 64), "monthly:18"),
    ],
)
def test_three_at_a_steady_interval_that_goes_on(days_ago: tuple[int, ...], rhythm: str | None) -> None:
    assert rhythm_of(back(*days_ago), TODAY) == rhythm


@pytest.mark.parametrize(
    ("days", "rhythm"),
    [
        ([date(2026, 10, 31), date(2026, 9, 30), date(2026, 8, 31)], "monthly:last"),
        ([date(2026, 11, 16), date(2026, 10, 15), date(2026, 9, 15)], "monthly:15"),
    ],
)
def test_the_usual_day_of_the_month(days: list[date], rhythm: str) -> None:
    assert rhythm_of(days, TODAY) == rhythm
