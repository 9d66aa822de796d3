"""When a digest comes, as a person's preference is written: "daily 09:00", "weekly:SU 18:00"."""

from datetime import date, time

from bot.domain.local_time import Schedule
from bot.domain.recurrence import Recurrence

# Before anybody had a digest; what is written leaves nothing open that a first day would have to fix.
EVER = date(2020, 1, 6)


def schedule_of(written: str) -> Schedule:
    recurrence, _, at = written.partition(" ")
    return Schedule(starts_on=EVER, at=time.fromisoformat(at), recurrence=Recurrence.parse(recurrence))


def is_daily(written: str) -> bool:
    return written.startswith("daily")
