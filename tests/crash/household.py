"""Three people of one ledger on a bus that may be bad, as they are found by every seed."""

import re
import sqlite3
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from bot.domain.event import Event
from bot.domain.letter import Address
from bot.domain.visit import House
from bot.pam import Pam, build_pam
from bot.turns.event_turn import HANDLERS
from tests.clocks import FakeClock
from tests.crash.dice import Dice
from tests.crash.rough import Roughness, RoughStore, rough_handler
from tests.house import RecordingChannel, a_room
from tests.kept import fresh_store

PEOPLE = tuple(Address("sms", f"+1415555{number:04}") for number in range(3))


@dataclass
class BadBus:
    """What waits on it, and whether somebody had it before. Without dice it is a good one."""

    dice: Dice | None
    waiting: list[tuple[Event, bool]] = field(default_factory=list)

    def carry(self, events: list[Event]) -> list[Event]:
        """Those it did not say to have taken; it may have them all the same."""
        refused = []
        for event in events:
            fate = self.dice.below(8) if self.dice else 8
            if fate in (0, 1):
                refused.append(event)
            self.waiting += [(event, False)] * {0: 0, 2: 0, 3: 2}.get(fate, 1)
        return refused

    def hand_over(self) -> tuple[Event, bool]:
        return self.waiting.pop(self.dice.below(len(self.waiting)) if self.dice else 0)


@dataclass
class Household:
    """``posted`` is every event that was durable, ``unpublished`` what is not on the bus yet."""

    pam: Pam
    clock: FakeClock
    phones: RecordingChannel
    rough: Roughness
    bus: BadBus
    posted: list[Event] = field(default_factory=list)
    unpublished: list[Event] = field(default_factory=list)

    def hear(self, events: list[Event]) -> None:
        self.posted += events
        self.unpublished += events

    async def publish(self) -> None:
        events, self.unpublished = self.unpublished, []
        refused = self.bus.carry(events)
        if refused:
            await self.pam.events.hurry(refused)

    @property
    def heard(self) -> Counter[tuple[str, str]]:
        """What each phone got; how far a budget is spent depends on the hour it is told."""
        return Counter(
            (letter.address.value, re.sub(r"budget: .*", "budget", line))
            for letter in self.phones.taken
            for line in letter.answer.plain.splitlines()
        )


async def prepare(folder: Path) -> None:
    """Two budgets, and what coffee usually costs."""
    async with a_room(folder) as room:
        for person in PEOPLE:
            await room.say(person, "hello")
        for day in range(1, 11):
            await room.say(PEOPLE[0], f"coffee 4.50 on November {day}")
        await room.say(PEOPLE[0], "set a budget of 150 for coffee")
        await room.say(PEOPLE[0], "set a budget of 100 for taxi")
    with closing(sqlite3.connect(folder / "pam.db")) as hand, hand:
        hand.execute("UPDATE person SET ledger_id = 1, daily_alerts = 0")


@asynccontextmanager
async def a_household(folder: Path, dice: Dice | None) -> AsyncGenerator[Household]:
    """On a copy of what was prepared; with dice everything may go wrong."""
    store, clock, phones = fresh_store(folder), FakeClock(), RecordingChannel("sms")
    house = House(signup="open", sms=True, telegram=True, daily_sms=0, has_bus=True)
    rough = Roughness(dice or Dice(""))
    pam = build_pam(RoughStore(store, rough), clock, {"sms": phones}, house)
    handlers = {name: rough_handler(name, handler, rough) for name, handler in HANDLERS.items()}
    pam = replace(pam, events=msgspec.structs.replace(pam.events, handlers=handlers))
    household = Household(pam, clock, phones, rough, BadBus(dice))
    store.tell_events(household.hear)
    try:
        yield household
    finally:
        await store.close()
