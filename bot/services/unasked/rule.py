"""A rule the clock fires: when its next occurrence is, and what comes of one."""

from datetime import date, datetime
from typing import Protocol

import msgspec

from bot.domain.alert import Alert
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx


class Planned(msgspec.Struct, frozen=True):
    """An occurrence: its local day and its instant."""

    day: date
    at: datetime


class Fired(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an occurrence.

    day      the local day it counts for: the newest that has come, where several were missed
    missed   the earlier days that came meanwhile; they are recorded as skipped, made one with this
    skipped  why nothing was done, "" where something was
    """

    day: date
    alerts: tuple[Alert, ...] = ()
    missed: tuple[date, ...] = ()
    skipped: str = ""


class Rule(Protocol):
    """One kind of rule; ``number`` tells a person's rules of a kind apart, 0 where there is one.

    Both may write what belongs to the rule itself (a bill that is paid, a reminder that is over), never an alert.
    """

    @property
    def name(self) -> str: ...

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        """The next occurrence, behind the last one's day where there was one; None where none comes."""
        ...

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired: ...
