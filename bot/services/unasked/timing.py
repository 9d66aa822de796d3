"""When a rule of a schedule comes next, and which of its days have come by now."""

from datetime import date, time, timedelta

import msgspec

from bot.domain.local_time import Occurrence, Schedule, instant_of, missed_days, next_due, next_to_come
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.services.unasked.rule import Planned

# What is told from here on tells of the day itself, before of the day before.
EVENING = time(18)


class Come(msgspec.Struct, frozen=True):
    """The newest day that has come, by how much it is late, and the days before it that were missed."""

    day: date
    late: timedelta
    missed: tuple[date, ...]


def next_planned(visit: Visit, schedule: Schedule, after: date | None) -> Planned | None:
    """The first day that is neither over nor done; of today, where nothing was done yet, it may be due already.

    ``after`` is the last day that was done; without one it is the first that is still to come.
    """
    zone = visit.person.timezone
    if after is None:
        return _planned(next_to_come(schedule, zone, now=visit.now))
    return _planned(next_due(schedule, zone, done=max(after, visit.today - ONE_DAY)))


def _planned(occurrence: Occurrence | None) -> Planned | None:
    return Planned(occurrence.day, occurrence.due_at) if occurrence else None


def come_by_now(visit: Visit, schedule: Schedule, due: Due) -> Come:
    zone = visit.person.timezone
    come = missed_days(schedule, zone, done=due.occurs_on - ONE_DAY, now=visit.now)
    day = come.run or due.occurs_on
    return Come(day, visit.now - instant_of(day, schedule.at, zone), come.skipped)


def days_told(schedule: Schedule, day: date, days: int) -> Period:
    """What a rule that comes on a day tells of: so many days, the last of them over, or nearly so."""
    last = day if schedule.at >= EVENING else day - ONE_DAY
    return Period(last - (days - 1) * ONE_DAY, last)
