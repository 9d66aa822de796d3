"""A store and channels that tell somebody of every boundary they pass: there a crash would leave other traces."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal

from bot.domain.errors import Unavailable
from bot.domain.letter import Address, Letter, Receipt
from bot.ports.store import Store, Tx

# begin      before a transaction            send   before a vendor hears of a letter
# commit     all said, nothing durable yet   taken  the vendor has it, PAM does not know yet
# committed  durable
Boundary = Literal["begin", "commit", "committed", "send", "taken"]
Passing = Callable[[Boundary], Awaitable[None]]


class WatchedStore:
    """Fulfils the Store port over another one."""

    def __init__(self, store: Store, passing: Passing) -> None:
        self._store = store
        self._passing = passing

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        return WatchedTransaction(self._store.transaction(), self._passing)

    async def close(self) -> None:
        await self._store.close()


class WatchedTransaction(AbstractAsyncContextManager[Tx]):
    def __init__(self, transaction: AbstractAsyncContextManager[Tx], passing: Passing) -> None:
        self._transaction = transaction
        self._passing = passing

    async def __aenter__(self) -> Tx:
        await self._passing("begin")
        return await self._transaction.__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        if kind is None:
            await self._passing("commit")
        done = await self._transaction.__aexit__(kind, fault, trace)
        await self._passing("committed")
        return done


@dataclass
class Phones:
    """What all phones got; ``away`` is whether the vendors take nothing."""

    taken: list[Letter] = field(default_factory=list)
    away: bool = False


class WatchedChannel:
    """Fulfils the Channel port for all phones of one kind."""

    def __init__(self, name: str, phones: Phones, passing: Passing) -> None:
        self.name = name
        self._phones = phones
        self._passing = passing

    async def send(self, letter: Letter) -> Receipt:
        await self._passing("send")
        if self._phones.away:
            raise Unavailable(self.name)
        self._phones.taken.append(letter)
        await self._passing("taken")
        return Receipt(f"{self.name}-{len(self._phones.taken)}")

    async def show_typing(self, address: Address) -> None:
        """Nobody looks."""

    async def close(self) -> None:
        """Nothing was opened."""
