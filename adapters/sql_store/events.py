"""Events in SQL, and a row for each handler that has not done with one yet."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.event import Event
from bot.domain.ids import EventId, PersonId
from bot.ports.events import DeadDelivery, Delivery

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, int | str]).decode


class SqlEvents:
    """Fulfils ``bot.ports.events.Events``; ``posted`` are the open transaction's, for whoever hears of its commit."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.posted: list[Event] = []

    async def post(self, event: Event, handlers: Sequence[str], *, sweep_at: datetime) -> Event:
        values: dict[str, Value] = {
            "name": event.name,
            "version": event.version,
            "person_id": event.person_id,
            "at": to_ms(event.at),
            "trace_id": event.trace_id,
            "facts": _encode(event.facts).decode(),
        }
        row = await self._session.one("events.post", values)
        assert row is not None
        for handler in handlers:
            expected: dict[str, Value] = {"event_id": row[0], "handler": handler, "due_at": to_ms(sweep_at)}
            await self._session.run("events.expect", expected)
        kept = replace(event, id=EventId(row[0]))
        self.posted.append(kept)
        return kept

    async def open(self, event_id: EventId) -> list[Delivery]:
        rows = await self._session.all("events.open", {"event_id": event_id})
        return [Delivery(event=_event(row[:7]), handler=row[7], attempts=row[8], fault=row[9]) for row in rows]

    async def finish(self, event_id: EventId, handler: str) -> bool:
        return await self._session.run("events.finish", {"event_id": event_id, "handler": handler}) == 1

    async def overdue(self, handlers: Sequence[str], *, now: datetime, again_at: datetime, most: int) -> list[Delivery]:
        values: dict[str, Value] = {
            "handlers": f" {' '.join(handlers)} ",
            "now": to_ms(now),
            "again_at": to_ms(again_at),
            "most": most,
        }
        rows = await self._session.all("events.overdue", values)
        return [await self._taken_up(row) for row in sorted(rows, key=lambda row: row[:2])]

    async def _taken_up(self, row: Row) -> Delivery:
        event_id, handler, attempts, fault = row
        event = await self._session.one("events.event", {"id": event_id})
        assert event is not None
        return Delivery(event=_event(event), handler=handler, attempts=attempts, fault=fault)

    async def hand_back(self, event_id: EventId, handler: str, now: datetime) -> None:
        values: dict[str, Value] = {"event_id": event_id, "handler": handler, "now": to_ms(now)}
        await self._session.run("events.hand_back", values)

    async def hurry(self, event_ids: Sequence[EventId], now: datetime) -> None:
        for event_id in event_ids:
            await self._session.run("events.hurry", {"event_id": event_id, "now": to_ms(now)})

    async def count(self, event_id: EventId, handler: str) -> int:
        row = await self._session.one("events.count", {"event_id": event_id, "handler": handler})
        return row[0] if row else 0

    async def put_back(self, event_id: EventId, handler: str, *, due_at: datetime, fault: str) -> None:
        values: dict[str, Value] = {"event_id": event_id, "handler": handler, "due_at": to_ms(due_at), "fault": fault}
        await self._session.run("events.put_back", values)

    async def bury(self, event_id: EventId, handler: str, *, fault: str) -> None:
        await self._session.run("events.bury", {"event_id": event_id, "handler": handler, "fault": fault})

    async def unfinished(self) -> int:
        row = await self._session.one("events.unfinished", {})
        assert row is not None
        return row[0]

    async def dead(self) -> list[DeadDelivery]:
        return [_dead(row) for row in await self._session.all("events.dead", {})]

    async def revive(self, event_id: EventId, now: datetime) -> bool:
        return await self._session.run("events.revive", {"event_id": event_id, "now": to_ms(now)}) > 0

    async def drop(self, event_id: EventId) -> bool:
        return await self._session.run("events.drop", {"event_id": event_id}) > 0

    async def forget(self, before: datetime, most: int) -> int:
        return await self._session.run("events.forget", {"before": to_ms(before), "most": most})


def _event(row: Row) -> Event:
    row_id, name, version, person_id, at, trace_id, facts = row
    return Event(
        id=EventId(row_id),
        name=name,
        version=version,
        person_id=PersonId(person_id),
        at=from_ms(at),
        trace_id=trace_id,
        facts=_decode(facts),
    )


def _dead(row: Row) -> DeadDelivery:
    event_id, name, handler, at, attempts, fault, trace_id = row
    return DeadDelivery(
        event_id=EventId(event_id),
        name=name,
        handler=handler,
        at=from_ms(at),
        attempts=attempts,
        fault=fault,
        trace_id=trace_id,
    )
