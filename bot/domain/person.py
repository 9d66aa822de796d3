"""A person PAM knows, and the addresses they can be reached at."""

from datetime import date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from bot.domain.ids import AddressId, LedgerId, PersonId
from bot.domain.letter import Address

DEFAULT_THRESHOLDS = (50, 80, 100)

DEFAULT_DAILY_ALERTS = 5

Preference = Literal[
    "timezone",
    "currency",
    "language",
    "locale",
    "name",
    "quiet_hours",
    "alert_thresholds",
    "payday",
    "digest",
    "review",
    "daily_alerts",
    "preferred_channel",
    "sms_fallback",
]
"""What a person may set about themselves; each is a field of Person."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who they are and their manners: zone (IANA), locale (BCP 47), currency (ISO 4217), language.

    payday             the day of the month they are paid on, 31 its last; 0 where it is not known
    quiet_hours        "21:00-08:00"; "" for none
    digest, review     "daily 09:00", "weekly:SU 18:00"; "" for none
    daily_alerts       so many a day, 0 without end
    preferred_channel  "" is Telegram before SMS
    sms_fallback       whether an alert may come by SMS when Telegram does not take it
    """

    id: PersonId
    ledger_id: LedgerId
    name: str
    timezone: str
    locale: str
    currency: str
    language: str
    quiet_hours: str = "21:00-08:00"
    alert_thresholds: tuple[int, ...] = DEFAULT_THRESHOLDS
    payday: int = 0
    digest: str = ""
    review: str = ""
    daily_alerts: int = DEFAULT_DAILY_ALERTS
    preferred_channel: str = ""
    sms_fallback: bool = False

    def local(self, now: datetime) -> datetime:
        """An instant on the person's own clock."""
        return now.astimezone(zone_of(self.timezone))

    def today(self, now: datetime) -> date:
        """The person's own calendar day at an instant."""
        return self.local(now).date()


class KnownAddress(msgspec.Struct, frozen=True, kw_only=True):
    """An address PAM has met.

    open         may be written to
    stopped      the person said STOP; only START opens it again
    unreachable  the channel said nobody is there; the next message from it opens it again
    """

    id: AddressId
    address: Address
    person_id: PersonId | None
    state: Literal["open", "stopped", "unreachable"]
    welcomed_at: datetime | None = None


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    """ZoneInfo with a cache of its own: constructing one costs 2 µs even when zoneinfo has it."""
    return ZoneInfo(name)
