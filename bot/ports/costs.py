"""The need to know what a person costs, before it is spent."""

from datetime import date
from typing import Literal, Protocol

import msgspec

from bot.domain.ids import PersonId

Service = Literal["model", "vision", "transcription", "embedding", "sms"]


class Used(msgspec.Struct, frozen=True, kw_only=True):
    """What was used of one service, in its own units; money in millionths of a dollar.

    units     tokens; seconds of sound that went in; segments of SMS that go out
    counted   what the day's caps count: thoughts, however many calls each took; SMS that are no codes
    reserved  held for calls that are under way, or whose end was never heard of: it counts as spent
    """

    service: Service
    calls: int = 0
    counted: int = 0
    units_in: int = 0
    units_out: int = 0
    micro_usd: int = 0
    reserved_micro_usd: int = 0


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """Money that is put aside before a call, as much as it can cost at most; ``month`` as "2026-11".

    ``counts`` towards the day's cap: the first call of a thought does.
    """

    person_id: PersonId
    day: date
    month: str
    service: Service
    micro_usd: int
    counts: bool = True


class HouseMonth(msgspec.Struct, frozen=True):
    """What the whole house spent and holds in one month, in millionths of a dollar, and its segments of SMS."""

    micro_usd: int
    reserved_micro_usd: int
    sms_segments: int


class Costs(Protocol):
    """By person, service and the person's own day; the whole house's by month."""

    async def hold(self, hold: Hold, monthly_cap: int | None) -> bool:
        """Puts it aside; False, and nothing written, where the month has reached its cap.

        Of many at once each sees what the others hold: all together come to the cap and one hold at the most.
        """
        ...

    async def settle(self, hold: Hold, spent: Used) -> None:
        """What was held is given back, and what was really used is written down. Once a hold."""
        ...

    async def refuse(self, person_id: PersonId, day: date, service: Service) -> int:
        """Nothing was left; how often that makes today."""
        ...

    async def count_sms(self, person_id: PersonId, day: date, segments: int, cap: int | None) -> int:
        """One more message, where it is below the cap; how many that makes today, those above it among them.

        Without a cap it is not counted towards one.
        """
        ...

    async def of_day(self, person_id: PersonId, day: date) -> list[Used]: ...

    async def of_days(self, person_id: PersonId, first: date, last: date) -> list[Used]:
        """All those days together."""
        ...

    async def of_month(self, month: str) -> HouseMonth: ...
