"""A message that kills whoever works on it is put aside and its sender told; nobody else is taken along."""

import asyncio
import contextlib
from pathlib import Path

from msgspec.structs import replace

from bot.brain.brain import Brain, Thought
from bot.brain.desk import Desk
from bot.domain.decision import Decision, Reader
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.turns.answering import Answering
from bot.turns.lane_loop import LEASE_S
from bot.turns.silent_deaths import OF_QUEUES
from tests.house import ANN_SMS, OPEN_HOUSE, a_room

BOB = Address("sms", "+14155550199")


class ProcessDied(BaseException):
    """What no loop survives."""


async def test_a_message_that_kills_its_process_is_put_aside_and_told(tmp_path: Path) -> None:
    at_work: list[str] = []

    class DeadlyBrain(Brain):
        def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
            return False

        async def think(self, text: str, reader: Reader, desk: Desk | None, patience_s: float = 20.0) -> Thought:
            at_work.append(text)
            await asyncio.sleep(0)
            if "die" in at_work:
                raise ProcessDied
            return await super().think(text, reader, desk, patience_s)

    async with a_room(tmp_path) as room:
        messages = replace(room.pam.messages, answering=Answering(DeadlyBrain(), OPEN_HOUSE))
        for sender, text in ((ANN_SMS, "die"), (ANN_SMS, "coffee 4.50"), (BOB, "taxi 12")):
            await messages.accept(IncomingMessage(source="sms", external_id=text, sender=sender, text=text))
        rounds: list[list[str]] = []
        alone_from, most = OF_QUEUES.alone_from, OF_QUEUES.most
        for _ in range(most + 2):
            at_work.clear()
            with contextlib.suppress(ProcessDied):
                await messages.loop().work_off()
            rounds.append(list(at_work))
            room.clock.move(seconds=LEASE_S)
        await room.settle()

        # Beside another at first, then alone until it is put aside; then comes what waited behind it.
        together, alone = [["die", "taxi 12"]] * (alone_from - 1), [["die"]] * (most - alone_from + 1)
        assert rounds == [*together, *alone, ["taxi 12"], ["coffee 4.50"]]
        (dead,) = (await room.pam.accounts.dead()).messages
        assert (dead.fault, dead.attempts) == ("killed", most + 1)
        told, booked = room.channels["sms"].texts(ANN_SMS)
        assert told.startswith("Something went wrong on my side")
        assert booked == "$4.50 coffee."
        assert room.channels["sms"].texts(BOB) == ["$12.00 taxi."]
