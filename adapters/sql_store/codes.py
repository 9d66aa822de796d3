"""One-time codes in SQL: only keyed fingerprints, five tries each, ten wrong guesses a day from one address."""

import hmac
from datetime import datetime, timedelta

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.ids import AddressId, PersonId
from bot.kit.keyring import Keyring
from bot.ports.codes import Grant, NewCode, Purpose

TRIES_PER_CODE = 5
WRONG_A_DAY = 10


class SqlCodes:
    """Fulfils ``bot.ports.codes.Codes``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def issue(self, new: NewCode, at: datetime) -> None:
        if new.person_id is not None:
            await self._session.run("codes.void_for", {"purpose": new.purpose, "person_id": new.person_id})
        values: dict[str, Value] = {
            "purpose": new.purpose,
            "fingerprint": self._keyring.fingerprint(_label(new.purpose, new.typed_at), new.code),
            "person_id": new.person_id,
            "typed_at": new.typed_at,
            "links": new.links,
            "expires_at": to_ms(new.expires_at),
            "now": to_ms(at),
        }
        await self._session.one("codes.issue", values)

    async def redeem(self, purpose: Purpose, code: str, address_id: AddressId, at: datetime) -> Grant | None:
        day_ago = to_ms(at - timedelta(days=1))
        wrong = await self._session.one("codes.wrong_since", {"address_id": address_id, "since": day_ago})
        if wrong and wrong[0] >= WRONG_A_DAY:
            return None
        row = await self._right_code(purpose, code, address_id, at)
        if row and await self._session.run("codes.use", {"id": row[0]}) == 1:
            person_id, links = row[1], row[2]
            return Grant(
                person_id=None if person_id is None else PersonId(person_id),
                links=None if links is None else AddressId(links),
            )
        await self._session.run("codes.count_wrong", {"address_id": address_id, "now": to_ms(at)})
        return None

    async def awaited_at(self, address_id: AddressId, at: datetime) -> bool:
        values: dict[str, Value] = {"typed_at": address_id, "purpose": "link", "now": to_ms(at)}
        return await self._session.one("codes.awaiting", values) is not None

    async def issued_since(self, person_id: PersonId, since: datetime) -> int:
        values: dict[str, Value] = {"purpose": "link", "person_id": person_id, "since": to_ms(since)}
        row = await self._session.one("codes.issued_since", values)
        return row[0] if row else 0

    async def sent_to_since(self, address_id: AddressId, since: datetime) -> int:
        row = await self._session.one("codes.sent_to_since", {"links": address_id, "since": to_ms(since)})
        return row[0] if row else 0

    async def _right_code(self, purpose: Purpose, code: str, address_id: AddressId, at: datetime) -> Row | None:
        """The code awaited at this address, each guess counted first; else one that may be typed anywhere."""
        awaited = await self._session.one(
            "codes.awaiting", {"typed_at": address_id, "purpose": purpose, "now": to_ms(at)}
        )
        if awaited:
            if await self._session.run("codes.try", {"id": awaited[0], "most": TRIES_PER_CODE}) != 1:
                return None
            prints = self._keyring.fingerprints(_label(purpose, address_id), code)
            right = [hmac.compare_digest(fingerprint, awaited[3]) for fingerprint in prints]
            return awaited if any(right) else None
        for fingerprint in self._keyring.fingerprints(_label(purpose, None), code):
            values: dict[str, Value] = {"purpose": purpose, "fingerprint": fingerprint, "now": to_ms(at)}
            row = await self._session.one("codes.matching", values)
            if row:
                return row
        return None


def _label(purpose: Purpose, typed_at: AddressId | None) -> str:
    return f"code {purpose} {typed_at or 'anywhere'}"
