"""Local days and instants: gaps, folds, what is due next and what was missed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.local_time import (
    Missed,
    Occurrence,
    Schedule,
    day_of,
    instant_of,
    missed_days,
    next_due,
    next_to_come,
)
from bot.domain.recurrence import Recurrence

MONDAY = date(2026, 11, 23)
DAILY = Schedule(starts_on=MONDAY, at=time(9), recurrence=Recurrence.parse("daily"))
ONCE = Schedule(starts_on=MONDAY, at=time(9))
PARIS = "Europe/Paris"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(date(2026, 11, number) for number in numbers)


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("America/New_York", "2026-11-23T09:00", "2026-11-23T14:00"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00"),  # a gap: 03:00 there
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),  # twice: the first
        ("Africa/Cairo", "2026-04-24T00:15", "2026-04-23T22:00"),  # a day that begins at 01:00
        ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30"),  # half an hour's gap
        ("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T10:00"),  # a day that never was
    ],
)
def test_a_wall_time_is_the_first_instant_that_shows_it_or_the_first_after_the_gap(
    zone: str, wall: str, instant: str
) -> None:
    local = datetime.fromisoformat(wall)
    assert instant_of(local.date(), local.time(), zone) == utc(instant)


def test_the_day_is_that_of_the_zone() -> None:
    assert day_of(utc("2026-11-23T23:30"), PARIS) == date(2026, 11, 24)


def test_once_is_due_once() -> None:
    assert next_due(ONCE, PARIS) == Occurrence(MONDAY, utc("2026-11-23T08:00"))
    assert next_due(ONCE, PARIS, done=MONDAY) is None


def test_what_comes_again_is_due_on_the_day_after_the_last_one_done() -> None:
    assert next_due(DAILY, PARIS) == Occurrence(MONDAY, utc("2026-11-23T08:00"))
    assert next_due(DAILY, PARIS, done=date(2026, 11, 25)) == Occurrence(date(2026, 11, 26), utc("2026-11-26T08:00"))


@pytest.mark.parametrize(
    ("schedule", "now", "day"),
    [
        (DAILY, "2026-11-20T12:00", MONDAY),
        (DAILY, "2026-11-25T07:59", date(2026, 11, 25)),
        (DAILY, "2026-11-25T08:00", date(2026, 11, 26)),
        (ONCE, "2026-11-23T07:59", MONDAY),
    ],
)
def test_what_is_still_to_come(schedule: Schedule, now: str, day: date) -> None:
    coming = next_to_come(schedule, PARIS, now=utc(now))
    assert coming is not None
    assert coming.day == day


def test_nothing_is_to_come_of_what_was_once() -> None:
    assert next_to_come(ONCE, PARIS, now=utc("2026-11-23T08:00")) is None


@pytest.mark.parametrize(
    ("schedule", "done", "now", "missed"),
    [
        (DAILY, None, "2026-11-23T07:59", Missed(None, ())),
        (DAILY, None, "2026-11-23T08:00", Missed(MONDAY, ())),
        (DAILY, MONDAY, "2026-11-23T20:00", Missed(None, ())),
        (DAILY, MONDAY, "2026-11-26T12:00", Missed(date(2026, 11, 26), days(24, 25))),
        (ONCE, None, "2026-11-22T12:00", Missed(None, ())),
        (ONCE, None, "2026-11-29T12:00", Missed(MONDAY, ())),
        (ONCE, MONDAY, "2026-11-29T12:00", Missed(None, ())),
    ],
)
def test_of_what_was_missed_the_newest_is_run(schedule: Schedule, done: date | None, now: str, missed: Missed) -> None:
    assert missed_days(schedule, PARIS, done=done, now=utc(now)) == missed


@pytest.mark.parametrize(("written", "most"), [("daily", 1000), ("yearly", 2)])
def test_after_years_away_the_list_is_bounded_and_the_newest_is_still_found(written: str, most: int) -> None:
    schedule = Schedule(starts_on=date(2000, 1, 1), at=time(9), recurrence=Recurrence.parse(written))
    missed = missed_days(schedule, PARIS, done=None, now=utc("2030-01-01T12:00"))
    assert missed.run == date(2030, 1, 1)
    assert len(missed.skipped) <= most


def test_who_flies_west_is_not_told_twice_on_one_day() -> None:
    coming = next_due(DAILY, "Pacific/Honolulu", done=date(2026, 11, 25))
    assert coming == Occurrence(date(2026, 11, 26), utc("2026-11-26T19:00"))


def test_who_flies_east_into_a_day_that_began_is_told_now() -> None:
    coming = next_due(DAILY, "Pacific/Kiritimati", done=date(2026, 11, 25))
    assert coming == Occurrence(date(2026, 11, 26), utc("2026-11-25T19:00"))
    assert day_of(coming.due_at + timedelta(hours=1), "Pacific/Honolulu") == date(2026, 11, 25)
