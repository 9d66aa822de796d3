"""When a reminder comes first, from as much as was said about it."""

import datetime as dt
from datetime import date, datetime, time, timedelta

import msgspec

from bot.domain.errors import Refused
from bot.domain.local_time import Schedule, instant_of, next_to_come
from bot.domain.quiet import quiet_until
from bot.domain.recurrence import MONTHS_APART, Recurrence
from bot.domain.visit import Visit

# When only a day is said.
MORNING = time(9)
EVENING = time(20)
MONDAY = 0
ONE_DAY = timedelta(days=1)
# Ten years: what is farther away was misread, or is nobody's to remember.
FARTHEST_DAYS = 3660


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Of these at least one is said; ``recurrence`` as a Recurrence is written."""

    date: dt.date | None = None
    time: dt.time | None = None
    recurrence: str = ""


def schedule_of(visit: Visit, wish: Wish) -> Schedule:
    """Its first day is one that is still to come, unless a past one was said.

    Raises Refused for what is no rhythm, or a day out of reach.
    """
    if wish.date and abs((wish.date - visit.today).days) > FARTHEST_DAYS:
        raise Refused("reminder_far")
    if wish.recurrence:
        return _again_and_again(visit, wish)
    if wish.time is None:
        return _some_time_of(visit, wish.date or visit.today)
    if wish.date is None:
        is_over = instant_of(visit.today, wish.time, visit.person.timezone) <= visit.now
        return Schedule(starts_on=visit.today + ONE_DAY * is_over, at=wish.time)
    return Schedule(starts_on=wish.date, at=wish.time)


def likely_times(visit: Visit) -> list[datetime]:
    """What people often mean who do not say when, on their own clock: this evening, tomorrow, next Monday."""
    monday = visit.today + timedelta(days=(MONDAY - visit.today.weekday()) % 7 or 7)
    moments = [datetime.combine(visit.today, EVENING)]
    moments += [datetime.combine(day, MORNING) for day in dict.fromkeys((visit.today + ONE_DAY, monday))]
    local = visit.person.local(visit.now).replace(tzinfo=None)
    return [moment for moment in moments if moment - local > timedelta(hours=1)]


def _some_time_of(visit: Visit, day: date) -> Schedule:
    """In the morning; where that is over the next full hour; quiet hours are left out."""
    zone, at = visit.person.timezone, instant_of(day, MORNING, visit.person.timezone)
    if day == visit.today and at <= visit.now:
        at = _next_full_hour(visit)
    local = visit.person.local(quiet_until(visit.person.quiet_hours, at, zone) or at)
    return Schedule(starts_on=local.date(), at=local.time())


def _next_full_hour(visit: Visit) -> datetime:
    """By the person's own clock: zones are half an hour apart."""
    local = visit.person.local(visit.now)
    since = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return visit.now - since + timedelta(hours=1)


def _again_and_again(visit: Visit, wish: Wish) -> Schedule:
    anchor = wish.date or visit.today
    recurrence = _fixed(wish.recurrence, anchor)
    at = wish.time or _some_time_of(visit, visit.today + ONE_DAY).at
    schedule = Schedule(starts_on=anchor, at=at, recurrence=recurrence)
    coming = next_to_come(schedule, visit.person.timezone, now=visit.now)
    return msgspec.structs.replace(schedule, starts_on=coming.day) if coming else schedule


def _fixed(text: str, anchor: date) -> Recurrence:
    """Its day of the month is the one that was meant, even if it first comes in a shorter month."""
    try:
        recurrence = Recurrence.parse(text)
    except ValueError as fault:
        raise Refused("understand") from fault
    if recurrence.rhythm in MONTHS_APART and recurrence.rhythm != "yearly" and not recurrence.month_day:
        return msgspec.structs.replace(recurrence, month_day=anchor.day)
    return recurrence
