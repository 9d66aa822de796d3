"""A store and channels that tell somebody of every boundary they pass: there a crash would leave other traces."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Literal

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


class WatchedChannel:
    """Fulfils the Channel port: takes every letter and remembers it in ``taken``."""

    def __init__(self, name: str, taken: list[Letter], passing: Passing) -> None:
        self.name = name
        self.taken = taken
        self._passing = passing

    async def send(self, letter: Letter) -> Receipt:
        await self._passing("send")
        self.taken.append(letter)
        await self._passing("taken")
        return Receipt(f"{self.name}-{len(self.taken)}")

    async def show_typing(self, address: Address) -> None:
        """Nobody looks."""

    async def close(self) -> None:
        """Nothing was opened."""
