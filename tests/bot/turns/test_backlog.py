"""Too many messages wait: the next is turned away until there are fewer, and what could be answered at once still is."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.brain.brain import Brain
from bot.domain.decision import Decision, Reader
from bot.domain.errors import Unavailable
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.turns.answering import Answering
from bot.turns.backlog import Backlog
from bot.turns.message_turn import MessageTurn
from tests.house import OPEN_HOUSE, Room, a_room


class SlowBrain(Brain):
    def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
        return False


def slow_turn(room: Room, backlog: Backlog) -> MessageTurn:
    return replace(room.pam.messages, answering=Answering(SlowBrain(), OPEN_HOUSE), backlog=backlog)


def from_number(number: int) -> IncomingMessage:
    sender = Address("sms", f"+1415555010{number}")
    return IncomingMessage(source="sms", external_id=f"{number}", sender=sender, text="coffee 4.50")


async def test_above_the_cap_a_message_is_turned_away_and_kept_when_there_is_room(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        slow = slow_turn(room, Backlog(most=2))
        for number in (1, 2):
            assert await slow.accept(from_number(number))
            room.clock.move(seconds=1)
        with pytest.raises(Unavailable):
            await slow.accept(from_number(3))
        assert await room.pam.messages.accept(from_number(4))
        await room.settle()
        room.clock.move(seconds=1)
        assert await slow.accept(from_number(3))


async def test_it_is_counted_once_a_second(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        slow = slow_turn(room, Backlog(most=1))
        for number in (1, 2, 3):
            assert await slow.accept(from_number(number))
            room.clock.move(milliseconds=499)
        with pytest.raises(Unavailable):
            await slow.accept(from_number(4))
