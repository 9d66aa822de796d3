"""A reminder: what about, and when in the person's own zone."""

from datetime import date, time

import msgspec

from bot.domain.ids import ReminderId
from bot.domain.local_time import Schedule
from bot.domain.recurrence import Recurrence


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """``about`` in the person's own words; ``recurrence`` as a Recurrence is written, "" for once.

    removed  cancelled, or told where it comes once
    """

    id: ReminderId
    about: str
    starts_on: date
    at: time
    recurrence: str = ""
    removed: bool = False

    @property
    def schedule(self) -> Schedule:
        recurrence = Recurrence.parse(self.recurrence) if self.recurrence else None
        return Schedule(starts_on=self.starts_on, at=self.at, recurrence=recurrence)

    @property
    def is_given_up(self) -> bool:
        """One that comes once is removed by being told, and may still be put off."""
        return self.removed and bool(self.recurrence)
