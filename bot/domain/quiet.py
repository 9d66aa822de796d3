"""The hours of a person's own day in which nothing is told unasked."""

from datetime import datetime, time

from bot.domain.local_time import day_of, instant_of
from bot.domain.recurrence import ONE_DAY


def quiet_until(hours: str, now: datetime, zone: str) -> datetime | None:
    """When the quiet hours that are on end; None outside them. ``hours`` as Person has them: "21:00-08:00" or "".

    Counted in instants, not in what the clock shows: where it is put back over their end they end once.
    """
    if not hours:
        return None
    first, last = map(time.fromisoformat, hours.split("-"))
    today = day_of(now, zone)
    for day in (today - ONE_DAY, today):
        ends_at = instant_of(day if first <= last else day + ONE_DAY, last, zone)
        if instant_of(day, first, zone) <= now < ends_at:
            return ends_at
    return None
