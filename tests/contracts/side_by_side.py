"""Two processes on one store, the one in the middle of what it does while the other begins."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.ports.store import Tx
from tests.shelves import Shelf

Deed = Callable[[Tx], Awaitable[object]]


async def meanwhile(shelf: Shelf, first: Deed, second: Deed) -> list[object]:
    """The second begins when the first has acted and not yet ended; what the second came to."""
    one, other = shelf.open(), shelf.open()

    async def act() -> object:
        async with other.transaction() as tx:
            return await second(tx)

    async with one.transaction() as tx:
        await first(tx)
        acting = asyncio.create_task(act())
        await shelf.stands_still(acting)
    return list(await asyncio.gather(acting, return_exceptions=True))
