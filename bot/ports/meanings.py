"""The need to remember what a person means by a word."""

from typing import Protocol

from bot.domain.ids import LedgerId


class Meanings(Protocol):
    """A ledger's own words: a category or a merchant, and the category it stands for. Words are compared folded."""

    async def of(self, ledger_id: LedgerId, category: str, merchant: str) -> str | None:
        """What to book under: what the category means, else what the merchant means, else None."""
        ...

    async def all(self, ledger_id: LedgerId) -> list[tuple[str, str]]: ...

    async def put(self, ledger_id: LedgerId, word: str, means: str) -> str:
        """From now on; "" forgets it. Returns what it meant before, "" for nothing."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> None:
        """Words come along where the other ledger has none of that spelling."""
        ...
