"""How far a goal has come: figures a person would come to with a calendar and a pencil."""

from datetime import date

import pytest
from msgspec.structs import replace

from bot.domain.goal import Goal
from bot.domain.ids import GoalId
from bot.domain.money import Money
from bot.domain.saving_pace import Progress

START = date(2026, 11, 18)
GOAL = Goal(id=GoalId(1), name="bike", account="bike", target=Money(1200_00, "USD"), starts_on=START)


def progress(goal: Goal, saved: int, today: date = START) -> Progress:
    return Progress(goal=goal, saved=Money(saved * 100, "USD"), today=today)


def by(day: date) -> Goal:
    return replace(GOAL, ends_on=day)


def pledged(whole: int, every: str = "monthly") -> Goal:
    return replace(GOAL, pledge=Money(whole * 100, "USD"), pledge_recurs=every)


@pytest.mark.parametrize(
    ("saved", "percent"), [(0, 0), (-50, 0), (11, 0), (12, 1), (1199, 99), (1200, 100), (1300, 108)]
)
def test_a_hundred_percent_is_only_said_of_what_is_reached(saved: int, percent: int) -> None:
    found = progress(GOAL, saved)
    assert (found.percent, found.is_reached) == (percent, percent >= 100)


@pytest.mark.parametrize(
    ("ends_on", "months", "a_month"),
    [
        (date(2026, 11, 19), 1, 1200_00),
        (date(2026, 12, 17), 1, 1200_00),
        (date(2026, 12, 18), 2, 600_00),
        (date(2027, 6, 30), 8, 150_00),
        (date(2027, 6, 17), 7, 171_43),
        (date(2026, 11, 17), 0, 1200_00),
    ],
)
def test_what_is_left_is_parted_among_the_months_left_and_rounded_up(ends_on: date, months: int, a_month: int) -> None:
    found = progress(by(ends_on), 0)
    assert (found.months_left, found.a_month) == (months, Money(a_month, "USD"))
    assert found.is_over == (months == 0)


@pytest.mark.parametrize(
    ("goal", "saved", "today", "behind"),
    [
        (by(date(2027, 11, 18)), 0, START, 0),
        (by(date(2027, 11, 18)), 600, date(2027, 5, 19), 0),
        (by(date(2027, 11, 18)), 500, date(2027, 5, 20), 101_64),
        (by(date(2027, 11, 18)), 0, date(2029, 1, 1), 1200_00),
        (pledged(100), 0, date(2026, 12, 17), 0),
        (pledged(100), 0, date(2026, 12, 18), 100_00),
        (pledged(100), 150, date(2027, 2, 18), 150_00),
        (pledged(100), 0, date(2030, 1, 1), 1200_00),
        (pledged(100, "weekly"), 0, date(2026, 12, 2), 200_00),
        (GOAL, 0, date(2030, 1, 1), 0),
    ],
)
def test_behind_is_what_the_straight_line_or_the_pledge_says_is_missing(
    goal: Goal, saved: int, today: date, behind: int
) -> None:
    assert progress(goal, saved, today).behind == Money(behind, "USD")


@pytest.mark.parametrize(
    ("goal", "saved", "day"),
    [
        (pledged(100), 0, date(2027, 11, 18)),
        (pledged(100), 1101, date(2026, 12, 18)),
        (pledged(500, "yearly"), 0, date(2029, 11, 18)),
        (pledged(1, "weekly"), 1195, date(2026, 12, 23)),
        (pledged(100), 1200, None),
        (GOAL, 0, None),
        (replace(pledged(1, "yearly"), target=Money(10**12, "USD")), 0, None),
    ],
)
def test_a_pledge_says_when_it_gets_there(goal: Goal, saved: int, day: date | None) -> None:
    assert progress(goal, saved).there_on == day
