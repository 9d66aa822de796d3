"""One visit of one person: who, from where, when, and what this house offers; all that a skill may know."""

from datetime import date, datetime
from typing import Literal

import msgspec

from bot.domain.exchange import Rates
from bot.domain.ids import AlertId, LedgerId, MessageId, PersonId
from bot.domain.person import KnownAddress, Person
from bot.domain.wording import Voice

Signup = Literal["invite", "open", "closed"]


class House(msgspec.Struct, kw_only=True):
    """What the host set up: how people get in, which phones there are, and what is assumed of newcomers.

    ``bot_username`` is Telegram's to tell; it is filled in after the start, when Telegram answers.
    ``rates`` are filled in once a day, when the table was read.
    ``has_bus``: word of an event reaches a worker by itself; without it workers look for events.
    ``is_alone``: no other process works on the same data.
    ``has_model``: a language model thinks along, ``model_is_free``: on a machine of the host's own. ``fast_lane`` is
    how sure, in percent, the offline brain has to be for a message not to wait for it. What a day and a month may cost
    is in millionths of a dollar, 0 is no limit.
    Without ``sms_countries`` codes go to the country of ``sms_number`` alone.
    """

    signup: Signup = "invite"
    sms: bool = False
    telegram: bool = False
    bot_username: str = ""
    sms_countries: tuple[str, ...] = ()
    sms_number: str = ""
    daily_sms: int = 20
    timezone: str = "UTC"
    locale: str = "en-US"
    currency: str = "USD"
    rates: Rates | None = None
    has_bus: bool = False
    is_alone: bool = True
    has_model: bool = False
    model_is_free: bool = False
    fast_lane: int = 80
    daily_model_micro_usd: int = 500_000
    daily_turns: int = 200
    monthly_micro_usd: int = 0


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """A message from a person PAM knows, or an alert for them, at an instant.

    ``today`` and ``voice`` follow from who and when.
    """

    person: Person
    address: KnownAddress
    now: datetime
    house: House
    message_id: MessageId | None = None
    alert_id: AlertId | None = None
    trace_id: str = ""
    today: date = date.min
    voice: Voice = Voice("", "", date.min)

    def __post_init__(self) -> None:
        today = self.person.today(self.now)
        msgspec.structs.force_setattr(self, "today", today)
        msgspec.structs.force_setattr(self, "voice", Voice(self.person.language, self.person.locale, today))

    def of(self, person: Person) -> "Visit":
        """The same visit by somebody else."""
        return msgspec.structs.replace(self, person=person)

    @property
    def ledger_id(self) -> LedgerId:
        return self.person.ledger_id

    @property
    def person_id(self) -> PersonId:
        return self.person.id
