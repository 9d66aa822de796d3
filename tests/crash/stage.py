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

# A person is told by their phones: ids depend on who of several was first.
_WHO = """
WITH who AS (
    SELECT person.ledger_id, person.id AS person_id, min(hex(address.fingerprint)) AS who
    FROM person JOIN address ON address.person_id = person.id GROUP BY person.id)
"""
# What a person would call different, without ids and hours.
PICTURE = (
    "SELECT hex(fingerprint), who, state FROM address LEFT JOIN who USING (person_id)",
    "SELECT who, kind, amount_minor, currency, booked_on, merchant, removed FROM booking LEFT JOIN who USING (ledger_id)",
    """SELECT who, span, starts_on, word, currency, amount_minor, bookings
       FROM total JOIN account ON account.id = total.account_id LEFT JOIN who ON who.ledger_id = total.ledger_id""",
    "SELECT who, word, amount_minor, removed FROM budget LEFT JOIN who USING (ledger_id)",
    """SELECT who, kind, rtrim(subject, '0123456789'), period, threshold > 0, state, reason, told_at IS NULL
       FROM alert LEFT JOIN who USING (person_id)""",
    """SELECT who, rtrim(rule, '0123456789'), occurs_on, state, reason FROM occurrence LEFT JOIN who USING (person_id)""",
    """SELECT who, rtrim(rule, '0123456789'), occurs_on, due_at, attempts FROM due LEFT JOIN who USING (person_id)""",
    "SELECT who, starts_on, at, recurrence, removed FROM reminder LEFT JOIN who USING (person_id)",
    "SELECT who, name FROM event LEFT JOIN who USING (person_id)",
    "SELECT who, json_extract(deed, '$.type'), undoes IS NULL FROM act LEFT JOIN who USING (person_id)",
    "SELECT who, state FROM question LEFT JOIN who USING (person_id)",
    "SELECT purpose, state FROM code",
    "SELECT source, external_id, state FROM inbox",
)

Picture = list[list[tuple[object, ...]]]


class ThoughtfulBrain(Brain):
    """Needs more thought than a transaction may wait for: every message waits in the inbox for the loop."""

    def is_sure(self, text: str, decision: Decision, reader: Reader) -> bool:
        return False


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

    async def settle(self, step: Step) -> None:
        """All that can be done now is done."""
        await self.pam.settle()
        if step.ticks:
            await self.pam.ticks.tick()
            await self.pam.settle()

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
        return [sorted(connection.execute(_WHO + query), key=repr) for query in PICTURE]
