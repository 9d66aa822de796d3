"""PAM in a room: her real store and turns, phones that only remember, and a clock that waits to be told."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from bot.brain.senses import NO_SENSES, Senses
from bot.domain.letter import Address, Letter, Receipt
from bot.domain.messages import Contact, IncomingMessage, Tap
from bot.domain.visit import House
from bot.kit.bell import Bell
from bot.pam import Pam, build_pam
from bot.ports.store import Store
from bot.turns.account_turn import AccountTurn
from tests.clocks import FakeClock
from tests.kept import fresh_store
from tests.shelves import Shelf

ANN_SMS = Address("sms", "+14155550123")
ANN_TELEGRAM = Address("telegram", "1001")
OPEN_HOUSE = House(signup="open", sms=True, telegram=True, daily_sms=0)


class RecordingChannel:
    """Fulfils the Channel port: takes every letter and remembers it; ``fault`` is raised instead while it is set."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.taken: list[Letter] = []
        self.refused: list[Letter] = []
        self.drafts: list[str] = []
        self.fault: Exception | None = None

    async def send(self, letter: Letter) -> Receipt:
        if self.fault:
            self.refused.append(letter)
            raise self.fault
        self.taken.append(letter)
        return Receipt(f"{self.name}-{len(self.taken)}")

    async def show_typing(self, address: Address) -> None:
        """Nobody looks."""

    async def show_draft(self, address: Address, draft_id: int, words: str) -> None:
        self.drafts.append(words)

    async def close(self) -> None:
        """Nothing was opened."""

    def texts(self, address: Address) -> list[str]:
        return [letter.answer.plain for letter in self.taken if letter.address == address]


class Room:
    """Says things to PAM and works both queues until they are empty, one step after another."""

    def __init__(self, pam: Pam, clock: FakeClock, channels: dict[str, RecordingChannel]) -> None:
        self.pam = pam
        self.clock = clock
        self.channels = channels
        self._said = 0

    async def say(self, address: Address, text: str, **more: object) -> list[str]:
        """What PAM answers to this message, in order."""
        self._said += 1
        return await self.deliver(
            IncomingMessage(source=address.channel, external_id=f"{self._said}", sender=address, text=text, **more)  # ty: ignore[invalid-argument-type]
        )

    async def deliver_as(self, external_id: str, address: Address, text: str) -> list[str]:
        """A message under an id of its own: a room opened a second time counts from the start again."""
        return await self.deliver(
            IncomingMessage(source=address.channel, external_id=external_id, sender=address, text=text)
        )

    async def tap(self, address: Address, token: str, message_ref: str) -> list[str]:
        return await self.say(address, "", tap=Tap(token=token, message_ref=message_ref, tap_id="tap"))

    async def share(self, address: Address, contact: Contact) -> list[str]:
        return await self.say(address, "", contact=contact)

    async def deliver(self, message: IncomingMessage) -> list[str]:
        channel = self.channels[message.sender.channel]
        before = len(channel.taken)
        await self.pam.messages.accept(message)
        await self.settle()
        return [
            letter.answer.plain
            for letter in channel.taken[before:]
            if letter.address == message.sender and letter.kind in ("message", "edit")
        ]

    async def settle(self) -> None:
        """Works until nothing can be claimed: what waits for a later time stays."""
        await self.pam.settle()

    async def pass_time(self, **by: float) -> None:
        """The clock moves on and what has come due meanwhile is done."""
        self.clock.move(**by)
        await self.pam.ticks.tick()
        await self.settle()

    def letters(self, address: Address) -> list[Letter]:
        return [letter for letter in self.channels[address.channel].taken if letter.address == address]


@asynccontextmanager
async def a_room(
    folder: Path,
    house: House = OPEN_HOUSE,
    clock: FakeClock | None = None,
    *,
    shelf: Shelf | None = None,
    senses: Senses = NO_SENSES,
) -> AsyncGenerator[Room]:
    """On a file in the folder, or on a shelf of either kind."""
    store = shelf.open() if shelf else fresh_store(folder)
    clock = clock or FakeClock()
    channels = {name: RecordingChannel(name) for name in ("sms", "telegram")}
    house = replace(house, has_model=senses.model is not None)
    pam = build_pam(store, clock, channels, house, senses=senses)
    try:
        yield Room(pam, clock, channels)
    finally:
        await store.close()


def account_turn(store: Store) -> AccountTurn:
    """What a host asks, on a store of one's own."""
    bells = {name: Bell() for name in ("inbox_bell", "outbox_bell", "events_bell")}
    return AccountTurn(store=store, clock=FakeClock(), house=House(), **bells)
