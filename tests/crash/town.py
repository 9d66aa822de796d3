"""The people of the pretend street, what each of them said, and what reached their phones: the oracle."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from adapters.sandbox.journal import Entry
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import Person
from adapters.sandbox.street import Street

PhoneKind = Literal["telegram", "sms"]

# A harness's patience on a busy machine, no promise of PAM's.
PATIENCE_S = 90.0

WAYS_TO_SAY = (
    "spent {} on groceries",
    "coffee {}",
    "taxi {}",
    "{} for lunch",
    "paid {} for parking",
    "bought a book for {}",
)


@dataclass(frozen=True)
class Phone:
    """``at`` is a chat id or a number."""

    kind: PhoneKind
    at: str


@dataclass(frozen=True)
class Neighbour:
    """One person with a Telegram account and a number."""

    telegram: Person
    number: str

    @property
    def phones(self) -> tuple[Phone, Phone]:
        return Phone("telegram", str(self.telegram.id)), Phone("sms", self.number)


@dataclass(frozen=True)
class Said:
    """One message; ``mark`` is a piece of the answer that no other answer to this phone has."""

    phone: Phone
    source: str
    external_id: str
    text: str
    mark: str
    minor: int = 0


@dataclass(frozen=True)
class Heard:
    """A message of PAM's that a phone got, in her n-th life."""

    life: int
    phone: Phone
    text: str


@dataclass
class Town:
    """``lives`` is counted up by whoever starts PAM again."""

    street: Street
    url: str
    life: int = 0
    said: list[Said] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    acknowledged: set[tuple[str, str]] = field(default_factory=set)
    entries: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _alarms: list[tuple[int, Callable[[], None]]] = field(default_factory=list)
    _next_minor: int = 101

    def book(self, phone: Phone) -> Said:
        """Says a purchase with an amount of its own."""
        minor = self._next_minor
        self._next_minor += 1
        amount = f"{minor // 100}.{minor % 100:02}"
        return self.say(phone, WAYS_TO_SAY[minor % len(WAYS_TO_SAY)].format(amount), mark=f"${amount}", minor=minor)

    def say(self, phone: Phone, text: str, *, mark: str, minor: int = 0) -> Said:
        if phone.kind == "telegram":
            source, external_id = "telegram", str(self.street.telegram.say(text, Person(int(phone.at), "Neighbour")))
        else:
            source, external_id = "twilio", self.street.sms.say(text, phone.at)
        said = Said(phone, source, external_id, text, mark, minor)
        self.said.append(said)
        return said

    def answers_to(self, said: Said) -> list[Heard]:
        return [heard for heard in self.heard if heard.phone == said.phone and said.mark in heard.text]

    def at_entry(self, number: int, then: Callable[[], None]) -> None:
        """Calls ``then`` as the street's record reaches so many entries, before the caller is answered."""
        self._alarms.append((number, then))

    async def until_answered(self, wanted: Iterable[Said] | None = None) -> None:
        waiting = list(self.said if wanted is None else wanted)
        async with asyncio.timeout(PATIENCE_S):
            while waiting := [said for said in waiting if not self.answers_to(said)]:
                self._news.clear()
                await self._news.wait()
            await self.street.settled()

    async def until_heard(self, phone: Phone, pattern: str) -> re.Match[str]:
        """The first match in what this phone got."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                for heard in self.heard:
                    found = re.search(pattern, heard.text) if heard.phone == phone else None
                    if found:
                        return found
                self._news.clear()
                await self._news.wait()

    async def until_reached(self, entries: int) -> None:
        """Until the street's record has so many entries."""
        async with asyncio.timeout(PATIENCE_S):
            while self.entries < entries:
                self._news.clear()
                await self._news.wait()

    def said_twice(self) -> list[Heard]:
        """What a phone got more than once within one life of PAM's."""
        return [heard for heard, times in Counter(self.heard).items() if times > 1]

    def note(self, entry: Entry) -> None:
        self.entries += 1
        parameters = entry.parameters
        if entry.direction == "webhook" and 200 <= entry.status < 300:
            if entry.vendor == "Telegram":
                self.acknowledged.add(("telegram", str(parameters["update_id"])))
            elif entry.what == "/sms/inbound":
                self.acknowledged.add(("twilio", str(parameters["MessageSid"])))
        elif entry.direction == "call" and entry.what in ("sendMessage", "POST Messages.json") and entry.status < 300:
            telegram = entry.vendor == "Telegram"
            phone = Phone("telegram", str(parameters["chat_id"])) if telegram else Phone("sms", str(parameters["To"]))
            self.heard.append(Heard(self.life, phone, str(parameters["text" if telegram else "Body"])))
        for alarm in [alarm for alarm in self._alarms if alarm[0] <= self.entries]:
            self._alarms.remove(alarm)
            alarm[1]()
        self._news.set()


def neighbours(count: int) -> list[Neighbour]:
    return [Neighbour(Person(2001 + n, f"Neighbour {n}"), f"+1415555{1000 + n:04}") for n in range(count)]


@asynccontextmanager
async def a_town() -> AsyncIterator[Town]:
    street = Street(sandbox_keys(), lambda: datetime.now(UTC))  # noqa: DTZ005
    async with street.serve() as url:
        town = Town(street, url)
        street.journal.listen(town.note)
        yield town
