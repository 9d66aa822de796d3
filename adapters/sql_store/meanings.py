"""A person's own words in SQL."""

from adapters.sql_store.session import Session, Value
from bot.domain.ids import LedgerId
from bot.domain.taxonomy import word_key


class SqlMeanings:
    """Fulfils ``bot.ports.meanings.Meanings``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, ledger_id: LedgerId, category: str, merchant: str) -> str | None:
        category, merchant = word_key(category), word_key(merchant)
        values: dict[str, Value] = {"ledger_id": ledger_id, "category": category, "merchant": merchant}
        found = dict(await self._session.all("meanings.of", values))
        return found.get(category) or found.get(merchant)

    async def all(self, ledger_id: LedgerId) -> list[tuple[str, str]]:
        return [(word, means) for word, means in await self._session.all("meanings.all", {"ledger_id": ledger_id})]

    async def put(self, ledger_id: LedgerId, word: str, means: str) -> str:
        before = await self.of(ledger_id, word, "")
        keys: dict[str, Value] = {"ledger_id": ledger_id, "folded": word_key(word)}
        if means:
            await self._session.run("meanings.put", {**keys, "word": word, "means": means})
        else:
            await self._session.run("meanings.forget", keys)
        return before or ""

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> None:
        await self._session.run("meanings.move", {"from_ledger": from_ledger, "to_ledger": to_ledger})
