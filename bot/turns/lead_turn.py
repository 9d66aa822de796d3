"""One at a time among all processes: who leads, by a lease whose fence tells a leader of before from one of now."""

import secrets
from datetime import datetime, timedelta

import msgspec
from loguru import logger

from bot.ports.clock import Clock
from bot.ports.store import Store

# Who is not heard of for so long is followed by another within 8 s.
LASTS = timedelta(seconds=6)
ASK_AGAIN_AFTER = timedelta(seconds=2)
# Where there is no other the lease is for who comes later, and a write every two seconds for nobody.
ALONE_LASTS = timedelta(seconds=60)
ALONE_ASKS_AGAIN_AFTER = timedelta(seconds=20)


class Lead:
    """What this process was told last. Where no other process can be, the holder has one name through all restarts."""

    def __init__(self, *, alone: bool) -> None:
        self.holder = "alone" if alone else secrets.token_hex(8)
        self.lasts = ALONE_LASTS if alone else LASTS
        self._ask_again_after = ALONE_ASKS_AGAIN_AFTER if alone else ASK_AGAIN_AFTER
        self.fence: int | None = None
        self.asked_at: datetime | None = None

    def is_known(self, now: datetime) -> bool:
        """A clock that was set back knows nothing."""
        return self.asked_at is not None and self.asked_at <= now < self.asked_at + self._ask_again_after

    def forget(self) -> None:
        self.fence = self.asked_at = None


class LeadTurn(msgspec.Struct, frozen=True):
    """The lease ``name``, as one process sees it."""

    name: str
    store: Store
    clock: Clock
    lead: Lead

    async def fence(self) -> int | None:
        """The number this process leads under; None where another leads. Asks the store now and then.

        Raises Unavailable when the store is away.
        """
        lead, now = self.lead, self.clock.now()
        if lead.is_known(now):
            return lead.fence
        async with self.store.transaction() as tx:
            fence = await tx.leases.take(self.name, lead.holder, now=now, until=now + lead.lasts)
        if (fence is None) != (lead.fence is None):
            logger.info("{name}: {who}", name=self.name, who="another leads" if fence is None else "this one leads")
        lead.fence, lead.asked_at = fence, now
        return fence

    async def step_down(self) -> None:
        """Lets another lead at once."""
        if self.lead.fence is not None:
            self.lead.forget()
            async with self.store.transaction() as tx:
                await tx.leases.let_go(self.name, self.lead.holder)
