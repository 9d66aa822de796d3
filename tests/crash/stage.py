"""Plays a script to PAM in this process, over the real store, with somebody told of every boundary she passes."""

import sqlite3
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from bot.brain.brain import Brain
from bot.domain.decision import Decision, Reader
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.visit import House
from bot.pam import Pam, build_pam
from bot.turns.answering import Answering
from tests.clocks import FakeClock
from tests.crash.script import Heard, Step
from tests.crash.watched import Boundary, Passing, Phones, WatchedChannel, WatchedStore
from tests.kept import fresh_store

# What a person would call different, without ids of letters and hours of the clock.
PICTURE = (
    "SELECT channel, person_id, state FROM address ORDER BY id",
    "SELECT id, ledger_id, kind, amount_minor, currency, booked_on, merchant, removed FROM booking ORDER BY id",
    "SELECT ledger_id, booking_id, account_id, amount_minor FROM line ORDER BY booking_id, account_id",
    "SELECT * FROM total ORDER BY 1, 2, 3, 4, 5",
    "SELECT ledger_id, word, amount_minor, removed FROM budget ORDER BY id",
    "SELECT person_id, budget_id, threshold FROM alert_told ORDER BY 1, 2, 3",
    "SELECT ledger_id, person_id, undoes, deed FROM act ORDER BY id",
    "SELECT person_id, address_id, state FROM question ORDER BY id",
    "SELECT purpose, state FROM code ORDER BY id",
    "SELECT source, external_id, state FROM inbox ORDER BY 1, 2",
)

Picture = list[list[tuple[object, ...]]]


class ThoughtfulBrain(Brain):
    """Needs more thought than a transaction may wait for: every message waits in the inbox for the loop."""

    def at_once(self, text: str, reader: Reader) -> Decision | None:
        return None


QUICK, THOUGHTFUL = Brain(), ThoughtfulBrain()


async def nobody_watches(_boundary: Boundary) -> None:
    """Passes."""


@dataclass
class Stage:
    """PAM, her clock, and what her phones got; ``acknowledged`` are the messages whose door could have answered 200.

    ``other`` is a second PAM over the same store and with the same phones, whom nobody watches.
    """

    folder: Path
    pam: Pam
    other: Pam
    clock: FakeClock
    phones: Phones
    acknowledged: set[str] = field(default_factory=set)

    @property
    def heard(self) -> Heard:
        """The lines each phone got."""
        lines: defaultdict[Address, list[str]] = defaultdict(list)
        for letter in self.phones.taken:
            lines[letter.address] += letter.answer.plain.splitlines()
        return lines

    def begin(self, step: Step) -> None:
        self.clock.move(seconds=step.later_s)
        self.phones.away = step.away

    async def keep(self, message: IncomingMessage) -> None:
        await self.pam.messages.accept(message)
        self.acknowledged.add(message.external_id)

    def picture(self) -> Picture:
        return picture(self.folder)


def messages_of(step: Step, number: int, heard: Heard) -> list[IncomingMessage]:
    return [
        IncomingMessage(
            source=line.sender.channel,
            external_id=f"{number}-{place}",
            sender=line.sender,
            text=line.text(heard),
        )
        for place, line in enumerate(step.lines)
    ]


@asynccontextmanager
async def a_stage(
    folder: Path, clock: FakeClock, brain: Brain, passing: Passing = nobody_watches
) -> AsyncGenerator[Stage]:
    """PAM over the files in ``folder``, fresh ones or those that a crash left."""
    house = House(signup="open", sms=True, telegram=True, daily_sms=0)
    store = fresh_store(folder)
    phones = Phones()

    def build(seen: Passing) -> Pam:
        channels = {name: WatchedChannel(name, phones, seen) for name in ("sms", "telegram")}
        pam = build_pam(WatchedStore(store, seen), clock, channels, house)
        return replace(pam, messages=msgspec.structs.replace(pam.messages, answering=Answering(brain, house)))

    try:
        yield Stage(folder, build(passing), build(nobody_watches), clock, phones)
    finally:
        await store.close()


def picture(folder: Path) -> Picture:
    with closing(sqlite3.connect(folder / "pam.db")) as connection:
        return [connection.execute(query).fetchall() for query in PICTURE]
