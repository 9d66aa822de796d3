"""The outbox in SQL: letters in lanes by address, sealed while they wait, wiped when they are gone."""

from datetime import datetime
from typing import Literal

import msgspec

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.answer import Answer
from bot.domain.errors import Conflict
from bot.domain.ids import AddressId, AlertId, LetterId
from bot.domain.letter import Address, Letter
from bot.kit.keyring import Keyring, Unsealable
from bot.ports.outbox import DeadLetter, Draft, HeldLetter

UNREADABLE = "unreadable"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Answer).decode


class SqlOutbox:
    """Fulfils ``bot.ports.outbox.Outbox``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def post(self, draft: Draft, *, at: datetime) -> LetterId:
        now = to_ms(at)
        row = await self._session.one(
            "outbox.post",
            {
                "address_id": draft.address_id,
                "channel": draft.channel,
                "kind": draft.kind,
                "due_at": now,
                "message_id": draft.message_id,
                "alert_id": draft.alert_id,
                "ref": draft.ref,
                "body": self._keyring.seal(_encode(draft.answer)),
                "trace_id": draft.trace_id,
                "created_at": now,
            },
        )
        return LetterId(_first(row))

    async def claim(self, *, now: datetime, until: datetime, most: int) -> list[HeldLetter]:
        rows = await self._session.all("outbox.claim", {"now": to_ms(now), "until": to_ms(until), "most": most})
        held: list[HeldLetter] = []
        for row in sorted(rows):
            try:
                letter = self._held(row)
            except (Unsealable, msgspec.MsgspecError):
                # One torn row, or one from before a key was lost, must not stop everybody's letters.
                values: dict[str, Value] = {"id": row[0], "attempts": row[5], "state": "dead", "fault": UNREADABLE}
                await self._leave("outbox.bury", values)
                continue
            if letter.fault is not None:
                await self._session.run("outbox.begin_again", _key(letter))
            held.append(letter)
        return held

    def _held(self, row: Row) -> HeldLetter:
        row_id, address_id, kind, ref, body, attempts, trace_id, sealed, channel, alert_id, created_at, fault = row
        letter = Letter(
            id=row_id,
            address=Address(channel, self._keyring.open(sealed).decode()),
            kind=kind,
            answer=_decode(self._keyring.open(body)),
            ref=ref,
            attempt=attempts,
            trace_id=trace_id,
        )
        caused_by = None if alert_id is None else AlertId(alert_id)
        return HeldLetter(
            address_id=AddressId(address_id),
            letter=letter,
            posted_at=from_ms(created_at),
            alert_id=caused_by,
            fault=fault,
        )

    async def following(self, held: HeldLetter, most: int, *, tied: bool = False) -> list[tuple[LetterId, Answer]]:
        values: dict[str, Value] = {"address_id": held.address_id, "least_attempts": int(tied), "most": most}
        found: list[tuple[LetterId, Answer]] = []
        for row_id, kind, body, fault in await self._session.all("outbox.following", values):
            # What failed before, and waits again because somebody revived it, is looked for by its own words.
            if kind != "message" or fault is not None:
                break
            found.append((LetterId(row_id), _decode(self._keyring.open(body))))
        return found

    async def tie(self, held: HeldLetter) -> None:
        for letter_id in held.joined:
            await self._session.run("outbox.tie", {"id": letter_id})

    async def noted(self, *, channel: str, external_ids: list[str]) -> set[str]:
        asked = [{"channel": channel, "external_id": external_id} for external_id in external_ids]
        return {each["external_id"] for each in asked if await self._session.one("outbox.noted", each)}

    async def hand_back(self, held: HeldLetter, *, due_at: datetime) -> None:
        values: dict[str, Value] = {**_key(held), "due_at": to_ms(due_at), "fault": held.fault}
        if await self._session.run("outbox.hand_back", values) != 1:
            raise Conflict("the lease went to somebody else")

    async def renew(self, held: HeldLetter, until: datetime) -> bool:
        return await self._session.run("outbox.renew", {**_key(held), "until": to_ms(until)}) == 1

    async def sent(self, held: HeldLetter, *, external_id: str | None, at: datetime) -> None:
        sent: dict[str, Value] = {"external_id": external_id, "now": to_ms(at)}
        address_id = await self._left("outbox.sent", {**_key(held), **sent})
        for letter_id in held.joined:
            await self._session.run("outbox.sent_along", {"id": letter_id, **sent})
        await self._session.run("outbox.promote", {"address_id": address_id})

    async def put_back(self, held: HeldLetter, *, due_at: datetime, fault: str) -> None:
        if await self._session.run("outbox.put_back", {**_key(held), "due_at": to_ms(due_at), "fault": fault}) != 1:
            raise Conflict("the lease went to somebody else")

    async def bury(self, held: HeldLetter, *, fault: str, as_state: Literal["dead", "dropped"] = "dead") -> None:
        await self._leave("outbox.bury", {**_key(held), "state": as_state, "fault": fault})

    async def alerts_waiting(self, address_id: AddressId) -> list[HeldLetter]:
        return [self._held(row) for row in await self._session.all("outbox.alerts_waiting", {"address_id": address_id})]

    async def drop_waiting(self, address_id: AddressId, *, fault: str) -> int:
        return await self._session.run("outbox.drop_waiting", {"address_id": address_id, "fault": fault})

    async def report(self, *, channel: str, external_id: str, status: str, fault: str | None) -> AddressId | None:
        values = {"channel": channel, "external_id": external_id, "status": status, "fault": fault}
        row = await self._session.one("outbox.report", values)
        return AddressId(row[0]) if row else None

    async def dead(self) -> list[DeadLetter]:
        rows = await self._session.all("outbox.dead", {})
        return [
            DeadLetter(
                id=LetterId(row_id),
                channel=channel,
                created_at=from_ms(created),
                attempts=attempts,
                fault=fault,
                trace_id=trace_id,
            )
            for row_id, channel, created, attempts, fault, trace_id in rows
        ]

    async def revive(self, letter_id: LetterId, now: datetime) -> bool:
        return await self._session.run("outbox.revive", {"id": letter_id, "now": to_ms(now)}) == 1

    async def drop(self, letter_id: LetterId) -> bool:
        return await self._session.run("outbox.drop", {"id": letter_id}) == 1

    async def unsent(self) -> int:
        return _first(await self._session.one("outbox.unsent", {}))

    async def _leave(self, statement: str, values: dict[str, Value]) -> None:
        address_id = await self._left(statement, values)
        await self._session.run("outbox.promote", {"address_id": address_id})

    async def _left(self, statement: str, values: dict[str, Value]) -> int:
        """The address whose head this letter was until now."""
        row = await self._session.one(statement, values)
        if row is None:
            raise Conflict("the lease went to somebody else")
        return row[0]


def _key(held: HeldLetter) -> dict[str, Value]:
    return {"id": held.letter.id, "attempts": held.letter.attempt}


def _first(row: Row | None) -> int:
    return row[0] if row else 0
