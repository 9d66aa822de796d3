"""Outages of vendors in SQL: one row a service, shared by all processes."""

from datetime import datetime, timedelta

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Session, Value
from bot.domain.ids import PersonId

# So long without a failure, and the next one begins another outage.
OVER_AFTER = timedelta(minutes=10)
# So long, and an answer ends it.
CALM_AFTER = timedelta(minutes=1)


class SqlOutages:
    """Fulfils ``bot.ports.outages.Outages``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def failed(self, service: str, *, at: datetime) -> datetime:
        values = {"service": service, "at": to_ms(at), "over_at": to_ms(at - OVER_AFTER)}
        row = await self._session.one("outages.failed", values)
        assert row is not None
        return from_ms(row[0])

    async def answered(self, service: str, *, at: datetime) -> None:
        await self._session.run("outages.answered", {"service": service, "calm_at": to_ms(at - CALM_AFTER)})

    async def tell(self, service: str, began_at: datetime, person_id: PersonId) -> bool:
        values: dict[str, Value] = {"service": service, "person_id": person_id, "began_at": to_ms(began_at)}
        return await self._session.run("outages.tell", values) == 1
