"""Leases in SQL: a row each, whose fence grows when it changes hands."""

from datetime import datetime

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Session
from bot.domain.errors import Conflict


class SqlLeases:
    """Fulfils ``bot.ports.leases.Leases``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def take(self, name: str, holder: str, *, now: datetime, until: datetime) -> int | None:
        values = {"name": name, "holder": holder, "now": to_ms(now), "until": to_ms(until)}
        row = await self._session.one("leases.take", values)
        return row[0] if row else None

    async def check(self, name: str, fence: int) -> None:
        if await self._session.one("leases.check", {"name": name, "fence": fence}) is None:
            raise Conflict(f"somebody else leads {name}")

    async def let_go(self, name: str, holder: str) -> None:
        await self._session.run("leases.let_go", {"name": name, "holder": holder})
