"""The need for one at a time among many processes, also after one of them slept through its turn."""

from datetime import datetime
from typing import Protocol


class Leases(Protocol):
    """A lease has a holder, an end, and a fence: a number that grows whenever it changes hands."""

    async def take(self, name: str, holder: str, *, now: datetime, until: datetime) -> int | None:
        """The fence, where the lease was free or is the holder's already; None where somebody else holds it."""
        ...

    async def check(self, name: str, fence: int) -> None:
        """Raises Conflict unless this fence is the newest; until the transaction ends nobody takes the lease."""
        ...

    async def let_go(self, name: str, holder: str) -> None: ...
