"""A person's own days, and the instants at which what falls on them is due."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

import msgspec

from bot.domain.person import zone_of
from bot.domain.recurrence import ONE_DAY, Recurrence

# What lies further back is not even recorded as skipped: no rhythm is longer, and a clock that jumps stays cheap.
LONGEST_LOOK_BACK = timedelta(days=1000)


def instant_of(day: date, at: time, zone: str) -> datetime:
    """When a clock in the zone first shows that time of that day.

    Where it never does, because the clock is put forward over it: the first instant after the gap.
    """
    wall = datetime.combine(day, at, zone_of(zone))
    instant, within_gap = wall.astimezone(UTC), wall.replace(fold=1)
    if within_gap.utcoffset() == wall.utcoffset():
        return instant
    earlier = within_gap.astimezone(UTC)
    return _change_between(earlier, instant, zone) if earlier < instant else instant


def _change_between(before: datetime, after: datetime, zone: str) -> datetime:
    """The second at which the zone's offset changes, halving the span until it is found."""
    offset_before = before.astimezone(zone_of(zone)).utcoffset()
    while (span := (after - before) // timedelta(seconds=1)) > 1:
        middle = before + timedelta(seconds=span // 2)
        if middle.astimezone(zone_of(zone)).utcoffset() == offset_before:
            before = middle
        else:
            after = middle
    return after


def day_of(instant: datetime, zone: str) -> date:
    """The calendar day in the zone at an instant."""
    return instant.astimezone(zone_of(zone)).date()


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """What is due at a time of day: on ``starts_on`` alone, or on the days its recurrence makes of it.

    It holds no zone: a person who moves takes it along, and what was done on a local day stays done.
    """

    starts_on: date
    at: time
    recurrence: Recurrence | None = None


class Occurrence(msgspec.Struct, frozen=True):
    """A local day, which is its key, and the instant it is due at."""

    day: date
    due_at: datetime


class Missed(msgspec.Struct, frozen=True):
    """The days that have come since the last one done: the newest is run, those before it are skipped."""

    run: date | None
    skipped: tuple[date, ...]


def next_due(schedule: Schedule, zone: str, *, done: date | None = None) -> Occurrence | None:
    """The first after the last day done, which may be past and so is due now; None when it never comes again.

    After a change of zone ask again with the new one: each local day still comes once.
    """
    after = done or schedule.starts_on - ONE_DAY
    if schedule.recurrence is None:
        day = schedule.starts_on
        return Occurrence(day, instant_of(day, schedule.at, zone)) if day > after else None
    day = schedule.recurrence.next_after(after, schedule.starts_on)
    return Occurrence(day, instant_of(day, schedule.at, zone))


def next_to_come(schedule: Schedule, zone: str, *, now: datetime) -> Occurrence | None:
    """The first that is due after now, whatever was done or missed before."""
    coming = next_due(schedule, zone, done=day_of(now, zone) - ONE_DAY)
    while coming is not None and coming.due_at <= now:
        coming = next_due(schedule, zone, done=coming.day)
    return coming


def missed_days(schedule: Schedule, zone: str, *, done: date | None, now: datetime) -> Missed:
    """What has come by now since the last day done, or since the beginning."""
    after = done or schedule.starts_on - ONE_DAY
    if schedule.recurrence is None:
        come = [schedule.starts_on] if after < schedule.starts_on else []
        come = [day for day in come if instant_of(day, schedule.at, zone) <= now]
    else:
        after = max(after, day_of(now, zone) - LONGEST_LOOK_BACK)
        days = schedule.recurrence.days_after(after, schedule.starts_on)
        come = list(takewhile(lambda day: instant_of(day, schedule.at, zone) <= now, days))
    return Missed(come[-1], tuple(come[:-1])) if come else Missed(None, ())
