"""A message at the door while others are always first: kept at a later try, or asked for again, and never a bug."""

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.errors import Conflict, Unavailable
from bot.domain.messages import IncomingMessage
from bot.ports.store import Store, Tx
from bot.turns.message_turn import CONFLICTS_BORNE, MessageTurn
from tests.house import ANN_SMS, Room, a_room

SAID = IncomingMessage(source="sms", external_id="SM1", sender=ANN_SMS, text="coffee 4.50")


class Contended:
    """A store in which somebody else is first, so many times."""

    def __init__(self, store: Store, times: int) -> None:
        self._store = store
        self._times = times

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        if not self._times:
            return self._store.transaction()
        self._times -= 1
        return self._lost()

    @asynccontextmanager
    async def _lost(self) -> AsyncGenerator[Tx]:
        async with self._store.transaction() as tx:
            yield tx
            raise Conflict("somebody else was first")

    async def close(self) -> None:
        """The room closes its own."""


def at_a_contended_door(room: Room, times: int) -> MessageTurn:
    return replace(room.pam.messages, store=Contended(room.pam.messages.store, times))


async def test_it_is_kept_at_a_later_try_and_answered_once(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        # The first is the answer in the same breath.
        assert await at_a_contended_door(room, CONFLICTS_BORNE).accept(SAID)
        await room.settle()
        assert room.channels["sms"].texts(ANN_SMS) == ["$4.50 coffee."]


async def test_where_others_are_always_first_the_vendor_is_asked_to_come_again(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        with pytest.raises(Unavailable):
            await at_a_contended_door(room, CONFLICTS_BORNE + 1).accept(SAID)
        assert await room.pam.accounts.waiting() == (0, 0)
        assert await room.pam.messages.accept(SAID)
