"""The inbox in SQL: kept once, claimed by lane heads, fenced by the attempt number."""

from datetime import datetime

import msgspec

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session
from bot.domain.errors import Conflict
from bot.domain.ids import AddressId, MessageId
from bot.domain.messages import IncomingMessage
from bot.kit.keyring import Keyring, Unsealable
from bot.kit.trace import new_trace_id
from bot.ports.inbox import Claim, DeadMessage

UNREADABLE = "unreadable"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(IncomingMessage).decode


class SqlInbox:
    """Fulfils ``bot.ports.inbox.Inbox``; the words are sealed while they wait and wiped when they are done."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def keep(
        self, message: IncomingMessage, *, address_id: AddressId, lane: int, at: datetime, trace_id: str
    ) -> bool:
        kept = await self._session.run(
            "inbox.keep",
            {
                "source": message.source,
                "external_id": message.external_id,
                "proof": message.proof,
                "address_id": address_id,
                "lane": lane,
                "received_at": to_ms(at),
                "body": self._keyring.seal(_encode(message)),
                "trace_id": trace_id,
            },
        )
        return kept == 1

    async def keep_done(
        self, message: IncomingMessage, *, address_id: AddressId, lane: int, at: datetime, trace_id: str
    ) -> MessageId | None:
        row = await self._session.one(
            "inbox.keep_done",
            {
                "source": message.source,
                "external_id": message.external_id,
                "proof": message.proof,
                "address_id": address_id,
                "lane": lane,
                "received_at": to_ms(at),
                "trace_id": trace_id,
            },
        )
        return MessageId(row[0]) if row else None

    async def keep_raw(self, source: str, external_id: str, raw: bytes, *, at: datetime, fault: str) -> None:
        await self._session.run(
            "inbox.keep_raw",
            {
                "source": source,
                "external_id": external_id,
                "received_at": to_ms(at),
                "body": self._keyring.seal(raw),
                "trace_id": new_trace_id(),
                "fault": fault,
            },
        )

    async def claim(self, *, now: datetime, until: datetime, most: int) -> list[Claim]:
        rows = await self._session.all("inbox.claim", {"now": to_ms(now), "until": to_ms(until), "most": most})
        claims: list[Claim] = []
        for row in sorted(rows):
            try:
                claim = self._claim(row)
            except (Unsealable, msgspec.MsgspecError):
                # One torn row, or one from before a key was lost, must not stop everybody's queue.
                await self._leave("inbox.bury", {"id": row[0], "attempts": row[3], "fault": UNREADABLE})
                continue
            if claim.fault is not None:
                await self._session.run("inbox.begin_again", {"id": claim.id, "attempts": claim.attempt})
            claims.append(claim)
        return claims

    def _claim(self, row: Row) -> Claim:
        row_id, body, address_id, attempts, trace_id, fault = row
        return Claim(
            id=MessageId(row_id),
            attempt=attempts,
            address_id=AddressId(address_id),
            message=_decode(self._keyring.open(body)),
            trace_id=trace_id,
            fault=fault,
        )

    async def hand_back(self, claim: Claim) -> None:
        values = {"id": claim.id, "attempts": claim.attempt, "fault": claim.fault}
        if await self._session.run("inbox.hand_back", values) != 1:
            raise Conflict("the lease went to somebody else")

    async def renew(self, claim: Claim, until: datetime) -> bool:
        held = {"id": claim.id, "attempts": claim.attempt, "until": to_ms(until)}
        return await self._session.run("inbox.renew", held) == 1

    async def finish(self, claim: Claim) -> None:
        await self._leave("inbox.finish", {"id": claim.id, "attempts": claim.attempt})

    async def put_back(self, claim: Claim, *, not_before: datetime, fault: str) -> None:
        values = {"id": claim.id, "attempts": claim.attempt, "not_before": to_ms(not_before), "fault": fault}
        if await self._session.run("inbox.put_back", values) != 1:
            raise Conflict("the lease went to somebody else")

    async def bury(self, claim: Claim, fault: str) -> None:
        await self._leave("inbox.bury", {"id": claim.id, "attempts": claim.attempt, "fault": fault})

    async def dead(self) -> list[DeadMessage]:
        rows = await self._session.all("inbox.dead", {})
        return [
            DeadMessage(
                id=MessageId(row_id),
                source=source,
                received_at=from_ms(received),
                attempts=attempts,
                fault=fault,
                trace_id=trace_id,
            )
            for row_id, source, received, attempts, fault, trace_id in rows
        ]

    async def revive(self, message_id: MessageId) -> bool:
        return await self._session.run("inbox.revive", {"id": message_id}) == 1

    async def drop(self, message_id: MessageId) -> bool:
        return await self._session.run("inbox.drop", {"id": message_id}) == 1

    async def unfinished(self) -> int:
        row = await self._session.one("inbox.unfinished", {})
        return row[0] if row else 0

    async def _leave(self, statement: str, values: dict[str, str | int | bytes | None]) -> None:
        row = await self._session.one(statement, values)
        if row is None:
            raise Conflict("the lease went to somebody else")
        await self._session.run("inbox.promote", {"lane": row[0]})
