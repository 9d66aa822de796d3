"""What leaves the house leaves once, also when nobody could note it, and what kills its process is put aside."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.answer import say
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt, Taken
from bot.domain.messages import IncomingMessage
from bot.pam import build_pam
from bot.ports.outbox import Draft
from bot.turns.lane_loop import LEASE_S
from bot.turns.silent_deaths import OF_QUEUES
from tests.clocks import FakeClock
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, RecordingChannel, Room, a_room
from tests.kept import fresh_store

BOB = Address("sms", "+14155550199")


class RecallingPhone(RecordingChannel):
    """Can be asked what it took; while ``loses_answers`` it takes a letter and says so to nobody."""

    def __init__(self) -> None:
        super().__init__("sms")
        self.loses_answers = False
        self.book: list[tuple[Address, Taken]] = []
        self.asked = 0

    async def send(self, letter: Letter) -> Receipt:
        before = next((each for each in letter.taken if each.text == letter.answer.plain), None)
        if before:
            return Receipt(before.external_id)
        receipt = await super().send(letter)
        self.book.append((letter.address, Taken(receipt.external_id or "", letter.answer.plain)))
        if self.loses_answers:
            raise Unavailable("the answer was lost")
        return receipt

    async def recall(self, address: Address, since: datetime) -> list[Taken]:
        self.asked += 1
        if self.fault:
            raise self.fault
        return [taken for to, taken in reversed(self.book) if to == address]


@asynccontextmanager
async def a_room_with(folder: Path, phone: RecordingChannel) -> AsyncGenerator[Room]:
    store, clock = fresh_store(folder), FakeClock()
    channels = {phone.name: phone}
    try:
        yield Room(build_pam(store, clock, channels, OPEN_HOUSE), clock, channels)
    finally:
        await store.close()


async def come_back(room: Room) -> None:
    room.clock.move(minutes=15)
    await room.settle()


async def test_an_sms_whose_answer_was_lost_is_noted_and_not_sent_again(tmp_path: Path) -> None:
    phone = RecallingPhone()
    async with a_room_with(tmp_path, phone) as room:
        phone.loses_answers = True
        await room.say(ANN_SMS, "coffee 1")
        await come_back(room)
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."]
        assert await room.pam.accounts.waiting() == (0, 0)
        assert phone.asked == 1


async def test_two_letters_with_equal_words_both_arrive_whichever_answer_was_lost(tmp_path: Path) -> None:
    phone = RecallingPhone()
    async with a_room_with(tmp_path, phone) as room:
        await room.say(ANN_SMS, "coffee 1")
        phone.fault = Unavailable("down before it took anything")
        await room.say(ANN_SMS, "coffee 1")
        phone.fault = None
        await come_back(room)
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."] * 2
        phone.loses_answers = True
        await room.say(ANN_SMS, "coffee 1")
        await come_back(room)
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."] * 3
        assert await room.pam.accounts.waiting() == (0, 0)


async def test_while_the_channel_cannot_be_asked_nothing_is_sent_again(tmp_path: Path) -> None:
    phone = RecallingPhone()
    async with a_room_with(tmp_path, phone) as room:
        phone.loses_answers = True
        await room.say(ANN_SMS, "coffee 1")
        phone.fault = Unavailable("down")
        for _ in range(6):
            await come_back(room)
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."]
        # Given up on, and revived by hand: asked first all the same.
        phone.fault, phone.loses_answers = None, False
        (dead,) = (await room.pam.accounts.dead()).letters
        assert await room.pam.accounts.retry_letter(dead.id)
        await room.settle()
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."]


async def accept(room: Room, sender: Address, text: str) -> None:
    """Answered, but the answer is not carried out yet."""
    message = IncomingMessage(source="sms", external_id=f"{sender.value} {text}", sender=sender, text=text)
    await room.pam.messages.accept(message)


async def test_a_joined_backlog_whose_answer_was_lost_is_not_said_again(tmp_path: Path) -> None:
    phone = RecallingPhone()
    async with a_room_with(tmp_path, phone) as room:
        for amount in range(1, 8):
            await accept(room, ANN_SMS, f"coffee {amount}")
        phone.loses_answers = True
        await room.settle()
        phone.loses_answers = False
        await accept(room, ANN_SMS, "coffee 8")
        await come_back(room)
        assert phone.texts(ANN_SMS) == [
            "\n".join(f"${amount}.00 coffee." for amount in range(1, 8)),
            "$8.00 coffee.",
        ]
        assert await room.pam.accounts.waiting() == (0, 0)


async def post(room: Room, address: Address, text: str) -> None:
    async with room.pam.dispatch.store.transaction() as tx:
        known = await tx.people.meet(address, room.clock.now())
        draft = Draft(address_id=known.id, channel=address.channel, answer=say(text))
        await tx.outbox.post(draft, at=room.clock.now())


async def test_what_was_not_tried_waits_as_told_and_spends_no_try(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        phone = room.channels["sms"]
        phone.fault = Unavailable("left alone", retry_after_s=30, tried=False)
        await room.say(ANN_SMS, "coffee 1")
        for _ in range(9):
            room.clock.move(seconds=29)
            await room.settle()
            # What was put off together does not come back in one moment.
            room.clock.move(seconds=3)
            await room.settle()
        assert [letter.attempt for letter in phone.refused] == [1] * 10
        phone.fault = None
        room.clock.move(seconds=32)
        await room.settle()
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."]


async def have_both_phones(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "coffee 1")
    await room.say(ANN_SMS, "coffee 1")
    async with room.pam.dispatch.store.transaction() as tx:
        (telegram, sms) = [await tx.people.caller(each, room.clock.now()) for each in (ANN_TELEGRAM, ANN_SMS)]
        assert telegram.person
        assert sms.person
        await tx.people.rehome(sms.person.id, telegram.person.id)


@pytest.mark.parametrize(("reason", "told"), [("bad_address", 1), ("refused", 0), ("opted_out", 0)])
async def test_a_number_that_cannot_be_reached_is_told_in_telegram_once(tmp_path: Path, reason: str, told: int) -> None:
    async with a_room(tmp_path) as room:
        await have_both_phones(room)
        before = len(room.letters(ANN_TELEGRAM))
        room.channels["sms"].fault = Rejected(reason, "21211")
        await room.say(ANN_SMS, "coffee 1")
        # An alert that was on its way there all the same.
        await post(room, ANN_SMS, "You are over budget.")
        await room.settle()
        words = room.channels["telegram"].texts(ANN_TELEGRAM)[before:]
        assert [text.startswith("I cannot reach your phone number") for text in words] == [True] * told


class ProcessDied(BaseException):
    """What no loop survives."""


class DeadlyPhone(RecordingChannel):
    """A letter to ``killer`` ends the process, and with it all that are on their way beside it."""

    def __init__(self, killer: Address | None) -> None:
        super().__init__("sms")
        self.killer = killer
        self.on_their_way: list[Address] = []

    async def send(self, letter: Letter) -> Receipt:
        self.on_their_way.append(letter.address)
        await asyncio.sleep(0)
        if self.killer in self.on_their_way:
            raise ProcessDied
        return await super().send(letter)


async def test_a_letter_that_kills_its_process_is_put_aside_and_others_arrive(tmp_path: Path) -> None:
    phone = DeadlyPhone(killer=ANN_SMS)
    async with a_room_with(tmp_path, phone) as room:
        for who in (ANN_SMS, BOB):
            await accept(room, who, "coffee 1")
        rounds: list[list[Address]] = []
        alone_from, most = OF_QUEUES.alone_from, OF_QUEUES.most
        for _ in range(most + 3):
            phone.on_their_way = []
            with contextlib.suppress(ProcessDied):
                await room.pam.dispatch.loop().work_off()
            rounds.append(phone.on_their_way)
            room.clock.move(seconds=LEASE_S)
        # Beside another at first, then alone until it is put aside.
        together = [[ANN_SMS, BOB]] * (alone_from - 1)
        assert rounds == [*together, *[[ANN_SMS]] * (most - alone_from + 1), [BOB], [], []]
        assert phone.texts(BOB) == ["$1.00 coffee."]
        (dead,) = (await room.pam.accounts.dead()).letters
        assert (dead.fault, dead.attempts) == ("killed", most + 1)
        phone.killer = None
        assert await room.pam.accounts.retry_letter(dead.id)
        await room.settle()
        assert phone.texts(ANN_SMS) == ["$1.00 coffee."]
