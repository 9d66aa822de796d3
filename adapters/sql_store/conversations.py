"""What was said lately, in SQL: the words are a person's own, and sealed."""

from datetime import datetime

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Session, Value
from bot.domain.ids import PersonId
from bot.kit.keyring import Keyring, Unsealable
from bot.ports.conversations import Exchange

MOST_RECALLED = 8


class SqlConversations:
    """Fulfils ``bot.ports.conversations.Conversations``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def note(self, person_id: PersonId, exchange: Exchange, *, at: datetime) -> None:
        values: dict[str, Value] = {
            "person_id": person_id,
            "at": to_ms(at),
            "words": self._keyring.seal(exchange.words.encode()),
            "did": " ".join(exchange.did),
        }
        await self._session.run("conversations.note", values)
        await self._session.run("conversations.prune", {"person_id": person_id, "most": MOST_RECALLED})

    async def lately(self, person_id: PersonId, since: datetime) -> list[Exchange]:
        values: dict[str, Value] = {"person_id": person_id, "since": to_ms(since), "most": MOST_RECALLED}
        rows = await self._session.all("conversations.lately", values)
        found = (self._exchange(words, did) for words, did in reversed(rows))
        return [exchange for exchange in found if exchange]

    async def forget(self, before: datetime, most: int) -> int:
        return await self._session.run("conversations.forget", {"before": to_ms(before), "most": most})

    async def forget_of(self, person_id: PersonId) -> None:
        await self._session.run("conversations.forget_of", {"person_id": person_id})

    def _exchange(self, words: bytes, did: str) -> Exchange | None:
        """None for what no key opens any more: it is only missed, never a fault."""
        try:
            return Exchange(self._keyring.open(words).decode(), tuple(did.split()))
        except Unsealable:
            return None
