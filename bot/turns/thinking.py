"""Taking time over a message: the person sees that an answer is coming, and its first words where they can be shown."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import msgspec
from loguru import logger

from bot.brain.brain import Thought
from bot.domain.letter import Address
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.turns.answering import Answering
from bot.turns.drafting import Draft
from bot.turns.message_desk import MessageDesk
from bot.turns.situation import Reading, Situation

TYPING_AFTER_S = 0.5
# https://core.telegram.org/bots/api#sendchataction
TYPING_LASTS_S = 5.0


class Thinking(msgspec.Struct, frozen=True, kw_only=True):
    """Never inside a transaction. ``can_show`` tells of a channel whether drafts are shown there."""

    store: Store
    show_typing: Callable[[Address], Awaitable[None]]
    show_draft: Callable[[Address, int, str], Awaitable[None]]
    can_show: Callable[[str], bool]

    async def think(self, answering: Answering, visit: Visit, situation: Situation, reading: Reading) -> Thought:
        """However long it takes; nothing is shown any more once it returned."""
        address = situation.known.address
        typing = asyncio.create_task(self._keep_typing(address))
        draft = Draft(partial(self.show_draft, address, visit.message_id or 1))
        desk = MessageDesk(store=self.store, visit=visit, draft=draft if self.can_show(address.channel) else None)
        try:
            thought = await answering.think(situation, reading, visit.now, desk)
        finally:
            typing.cancel()
            await draft.end()
        logger.debug("decided, {lane}", lane=thought.lane, trace_id=visit.trace_id, stage="brain")
        return thought

    async def _keep_typing(self, address: Address) -> None:
        await asyncio.sleep(TYPING_AFTER_S)
        while True:
            await self.show_typing(address)
            await asyncio.sleep(TYPING_LASTS_S)
