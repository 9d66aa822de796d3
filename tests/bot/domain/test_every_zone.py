"""Every zone there is, and every change of its clocks from 2020 to 2035: no local day is doubled and none is left out."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.local_time import Schedule, instant_of, missed_days, next_due
from bot.domain.person import zone_of
from bot.domain.recurrence import Recurrence

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)
# No clock is changed twice within it: the closest two changes of these years are 28 days apart, in Fiji.
BETWEEN_LOOKS = timedelta(days=7)
USUAL = (time(0), time(9), time(23, 59))


class Change(NamedTuple):
    """An instant from which on a zone's clocks show another time."""

    instant: datetime
    before: timedelta
    after: timedelta

    @property
    def walls(self) -> list[time]:
        """Times of day inside the gap or fold, at its edges and beside it."""
        edges = (self.instant + self.before, self.instant + self.after)
        middle = min(edges) + abs(self.after - self.before) / 2
        near = [edge + beside for edge in edges for beside in (-A_SECOND, timedelta(0), A_SECOND)]
        return sorted({wall.time() for wall in (*near, middle)} | set(USUAL))


def offset(zone: str, instant: datetime) -> timedelta:
    return instant.astimezone(zone_of(zone)).utcoffset() or timedelta(0)


def found(zone: str, low: datetime, high: datetime) -> Change:
    before, after = offset(zone, low), offset(zone, high)
    while high - low > A_SECOND:
        middle = low + (high - low) // A_SECOND // 2 * A_SECOND
        low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
    return Change(high, before, after)


def changes(zone: str) -> tuple[timedelta, tuple[Change, ...]]:
    """The offset it begins with, and all its changes."""
    looks = [FIRST + BETWEEN_LOOKS * number for number in range((LAST - FIRST) // BETWEEN_LOOKS + 2)]
    offsets = [offset(zone, look) for look in looks]
    changed = [number for number in range(1, len(looks)) if offsets[number] != offsets[number - 1]]
    return offsets[0], tuple(found(zone, looks[number - 1], looks[number]) for number in changed)


@cache
def zones() -> dict[str, tuple[Change, ...]]:
    """One name for each set of equal clocks, and its changes; most names are others' under another name."""
    distinct = {changes(zone): zone for zone in sorted(available_timezones())}
    return {zone: told for (_, told), zone in distinct.items()}


def expected(day: date, at: time, zone: str, change: Change) -> datetime:
    """The first instant near a change that shows the time, tried with both offsets; the change itself where none does."""
    wall = datetime.combine(day, at, UTC)
    tried = (wall - change.before, wall - change.after)
    shown = [each for each in tried if each.astimezone(zone_of(zone)).replace(tzinfo=UTC) == wall]
    return min(shown, default=change.instant)


def daily(starts_on: date, at: time) -> Schedule:
    return Schedule(starts_on=starts_on, at=at, recurrence=Recurrence.parse("daily"))


def test_no_zone_is_left_out() -> None:
    assert len(available_timezones()) > 590
    assert sum(map(len, zones().values())) > 500


def test_around_every_change_each_local_day_comes_once_and_in_order() -> None:
    for zone, told in zones().items():
        for change in told:
            first = (change.instant + change.before).date() - 2 * A_DAY
            for at in change.walls:
                instants, done = [], first - A_DAY
                for number in range(5):
                    coming = next_due(daily(first, at), zone, done=done)
                    assert coming is not None
                    assert coming.day == first + number * A_DAY
                    assert coming.due_at == expected(coming.day, at, zone, change), (zone, coming, at)
                    instants.append(coming.due_at)
                    done = coming.day
                assert instants == sorted(set(instants)), (zone, change, at)


def test_a_clock_that_ticks_through_a_change_runs_every_day_once() -> None:
    shapes = {
        (each.before, each.after, (each.instant + each.before).time()): (zone, each)
        for zone, told in zones().items()
        for each in told
    }
    for zone, change in shapes.values():
        first = (change.instant + change.before).date() - A_DAY
        for at in change.walls:
            ran, done = [], first - A_DAY
            ticks = [change.instant + number * timedelta(minutes=30) for number in range(-100, 101)]
            for now in ticks:
                missed = missed_days(daily(first, at), zone, done=done, now=now)
                assert not missed.skipped
                if missed.run:
                    ran.append(missed.run)
                    done = missed.run
            days = [first + number * A_DAY for number in range(6)]
            assert ran == [day for day in days if expected(day, at, zone, change) <= ticks[-1]]


@pytest.mark.parametrize(
    ("written", "starts_on", "count"),
    [
        ("daily", date(2020, 1, 1), 5844),
        ("weekly:SU", date(2020, 1, 1), 835),
        ("weekly:MO", date(2020, 1, 1), 835),
        ("biweekly", date(2020, 1, 5), 418),
        ("monthly:31", date(2020, 1, 1), 192),
        ("yearly", date(2020, 2, 29), 16),
    ],
)
def test_in_sixteen_years_nothing_is_lost(written: str, starts_on: date, count: int) -> None:
    recurrence = Recurrence.parse(written)
    days = recurrence.days_in(starts_on, date(2035, 12, 31), starts_on)
    assert len(days) == count
    for zone in zones():
        before = FIRST - 3 * A_DAY
        for day in days:
            instant = instant_of(day, time(2, 30), zone)
            assert instant > before, (zone, day)
            before = instant


@given(
    stays=st.lists(
        st.tuples(st.sampled_from(sorted(available_timezones())), st.integers(1, 60)), min_size=1, max_size=12
    ),
    written=st.sampled_from(["daily", "weekdays", "weekly:MO,TH", "monthly:last"]),
    begins=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    at=st.times(),
)
def test_whoever_moves_from_zone_to_zone_has_each_local_day_once(
    stays: list[tuple[str, int]], written: str, begins: date, at: time
) -> None:
    recurrence = Recurrence.parse(written)
    schedule = Schedule(starts_on=begins, at=at.replace(microsecond=0), recurrence=recurrence)
    now, done, came = datetime.combine(begins, time(0), UTC), None, []
    for zone, hours in stays:
        now += timedelta(hours=hours)
        missed = missed_days(schedule, zone, done=done, now=now)
        came += [*missed.skipped, *([missed.run] if missed.run else [])]
        done = missed.run or done
        coming = next_due(schedule, zone, done=done)
        assert coming is not None
        assert coming.due_at > now
    assert came == (recurrence.days_in(begins, came[-1], begins) if came else [])
