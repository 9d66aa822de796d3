"""The need to say a thing once, and to remember what became of it."""

from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.alert import Alert, AlertState, KeptAlert
from bot.domain.ids import AlertId, PersonId


class Mute(msgspec.Struct, frozen=True):
    """Nothing about this until then; ``about`` is a kind or a subject of alerts, "" for everything."""

    about: str
    until: datetime


class Alerts(Protocol):
    """One alert per person, kind, subject, period and threshold, for ever."""

    async def raise_once(self, person_id: PersonId, alert: Alert, *, at: datetime, trace_id: str) -> KeptAlert | None:
        """Kept as raised; None when it was raised before: then nothing is written."""
        ...

    async def settle(self, alert_id: AlertId, state: AlertState, *, at: datetime, reason: str = "") -> None:
        """What became of it; told at this instant where it was told."""
        ...

    async def one(self, person_id: PersonId, alert_id: AlertId) -> KeptAlert | None: ...

    async def held(self, person_id: PersonId) -> list[KeptAlert]:
        """Those that wait for a civil hour, the oldest first."""
        ...

    async def told(self, person_id: PersonId, since: datetime) -> list[KeptAlert]:
        """What was told since then, the newest first."""
        ...

    async def mute(self, person_id: PersonId, mute: Mute) -> None:
        """From now on; one that ends sooner ends the same now."""
        ...

    async def mutes(self, person_id: PersonId, at: datetime) -> list[Mute]:
        """Those in force."""
        ...

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        """After two people turned out to be one: what either was told counts as told."""
        ...
