"""The journal in SQL: acts as JSON, appended and never changed."""

from datetime import datetime

import msgspec

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session
from bot.domain.act import Act, Deed, Undone
from bot.domain.ids import ActId, LedgerId, MessageId, PersonId

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Deed).decode


class SqlJournal:
    """Fulfils ``bot.ports.journal.Journal``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def write(
        self, ledger_id: LedgerId, person_id: PersonId, deed: Deed, *, at: datetime, message_id: MessageId | None
    ) -> ActId:
        row = await self._session.one(
            "journal.write",
            {
                "ledger_id": ledger_id,
                "person_id": person_id,
                "at": to_ms(at),
                "message_id": message_id,
                "undoes": deed.act_id if isinstance(deed, Undone) else None,
                "deed": _encode(deed).decode(),
            },
        )
        assert row is not None
        return ActId(row[0])

    async def undoable(self, person_id: PersonId, since: datetime) -> list[Act]:
        rows = await self._session.all("journal.undoable", {"person_id": person_id, "since": to_ms(since)})
        return [_act(row) for row in rows]

    async def undoable_of(self, person_id: PersonId, message_id: MessageId, since: datetime) -> list[Act]:
        values = {"person_id": person_id, "message_id": message_id, "since": to_ms(since)}
        return [_act(row) for row in await self._session.all("journal.undoable_of", values)]

    async def all(self, ledger_id: LedgerId) -> list[Act]:
        return [_act(row) for row in await self._session.all("journal.all", {"ledger_id": ledger_id})]

    async def of_trace(self, trace_id: str) -> list[Act]:
        return [_act(row) for row in await self._session.all("journal.of_trace", {"trace_id": trace_id})]

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None:
        values = {"from_ledger": from_ledger, "to_ledger": to_ledger, "to_person": to_person}
        await self._session.run("journal.move", values)


def _act(row: Row) -> Act:
    row_id, at, message_id, deed = row
    return Act(
        id=ActId(row_id),
        at=from_ms(at),
        message_id=None if message_id is None else MessageId(message_id),
        deed=_decode(deed),
    )
