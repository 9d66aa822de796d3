"""The need to know what is due, at a cost that does not grow with all that is planned."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, Protocol

import msgspec

from bot.domain.ids import PersonId


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The next occurrence of a rule: its local day, and the instant it comes.

    rule      a name, or a name and a number: "digest", "reminder:12"
    attempts  how often it failed
    """

    person_id: PersonId
    rule: str
    occurs_on: date
    due_at: datetime
    attempts: int = 0

    @property
    def name(self) -> str:
        return self.rule.partition(":")[0]

    @property
    def number(self) -> int:
        """What stands behind the name; 0 where nothing does."""
        return int(self.rule.partition(":")[2] or 0)


Became = Literal["done", "skipped"]


class Dues(Protocol):
    """One next occurrence a rule, and for each that came what became of it: once per person, rule and local day."""

    async def plan(self, due: Due) -> None:
        """The rule's next occurrence, in place of what was planned."""
        ...

    async def cancel(self, person_id: PersonId, rule: str) -> None: ...

    async def of(self, person_id: PersonId) -> list[Due]: ...

    async def come(self, names: Iterable[str], now: datetime, most: int) -> list[Due]:
        """What is due by rules of these names, the earliest first; what only other code knows is left to it."""
        ...

    async def still(self, due: Due) -> bool:
        """Whether it is planned exactly so; nobody else changes it until this transaction ends."""
        ...

    async def record(self, due: Due, day: date, became: Became, *, at: datetime, reason: str = "") -> bool:
        """False when that day's occurrence was recorded before."""
        ...

    async def last_day(self, person_id: PersonId, rule: str) -> date | None:
        """The last local day on record."""
        ...

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        """After two people turned out to be one: a rule that both have stays the one of who stays."""
        ...

    async def forget(self, before: datetime, most: int) -> int:
        """Drops records of what came before then; returns how many."""
        ...
