"""Offers in SQL: one row each, sealed, found by the keyed fingerprint of the token under its button."""

from datetime import datetime, timedelta

import msgspec

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Session, Value
from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import AddressId, LetterId
from bot.domain.messages import Tap
from bot.kit.keyring import Keyring

# As long as an undo reaches back.
GOOD_FOR = timedelta(days=1)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[SkillCall, ...]).decode


class SqlOffers:
    """Fulfils ``bot.ports.offers.Offers``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def make(self, letter_id: LetterId, choice: Choice, token: str, *, at: datetime) -> None:
        values: dict[str, Value] = {
            "fingerprint": self._keyring.fingerprint("offer", token),
            "letter_id": letter_id,
            "expires_at": to_ms(at + GOOD_FOR),
            "calls": self._keyring.seal(_encode(choice.calls)),
        }
        await self._session.run("offers.make", values)

    async def take(self, tap: Tap, address_id: AddressId, at: datetime) -> tuple[SkillCall, ...] | None:
        for fingerprint in self._keyring.fingerprints("offer", tap.token):
            values: dict[str, Value] = {
                "fingerprint": fingerprint,
                "address_id": address_id,
                "message_ref": tap.message_ref,
                "now": to_ms(at),
            }
            row = await self._session.one("offers.take", values)
            if row:
                return _decode(self._keyring.open(row[0]))
        return None

    async def forget(self, now: datetime, most: int) -> int:
        return await self._session.run("offers.forget", {"now": to_ms(now), "most": most})
