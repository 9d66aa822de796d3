"""What PAM says unasked: told once per person, kind, subject, period and threshold, and never without a reason."""

from datetime import date, datetime
from typing import Literal

import msgspec

from bot.domain.ids import AlertId, PersonId

AlertKind = Literal[
    "budget",  # a mark of a budget was reached
    "pace",  # at this pace a budget breaks before its period ends
    "unusual",  # a booking far above what is usual
    "bill_due",
    "bill_overdue",
    "price",  # a bill came with another amount
    "bill_found",  # the ledger shows something that recurs
    "reminder",
    "digest",
    "review",  # "did I miss anything?"
    "capped",  # what was booked after the day's last SMS
]

# Asked for to the minute, or asked for as such: no cap a day counts them.
ASKED_FOR = frozenset({"reminder", "digest", "review", "capped"})

AlertState = Literal["raised", "held", "told", "dropped"]


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A reason to speak.

    subject    what it is about, as "budget:12", "booking:88", "reminder:3"
    period     the day its period begins, or the day it belongs to
    threshold  the mark, where there are several
    facts      what it was raised on: ids, days and minor units, never anybody's words
    """

    kind: AlertKind
    subject: str
    period: date
    threshold: int = 0
    facts: dict[str, int | str] = {}

    @property
    def subject_id(self) -> int:
        """The number in the subject; 0 where there is none."""
        number = self.subject.rpartition(":")[2]
        return int(number) if number.isdecimal() else 0


class KeptAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert and what became of it; ``reason`` says why it was held or dropped."""

    id: AlertId
    person_id: PersonId
    alert: Alert
    state: AlertState
    raised_at: datetime
    told_at: datetime | None = None
    reason: str = ""
    trace_id: str = ""
