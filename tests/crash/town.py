"""The people of the pretend street, what each of them said, and what reached their phones: the oracle."""

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

from adapters.sandbox.courier import Backoff
from adapters.sandbox.journal import Entry
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import Person
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock

PhoneKind = Literal["telegram", "sms"]

# A harness's patience on a busy machine, no promise of PAM's.
PATIENCE_S = 90.0
# A vendor that gave up would leave nothing to judge.
NEVER_GIVES_UP = Backoff(attempts=1_000_000)

WAYS_TO_SAY = (
    "spent {} on groceries",
    "coffee {}",
    "taxi {}",
    "{} for lunch",
    "paid {} for parking",
    "bought a book for {}",
)


class NeverCame(AssertionError):
    """What was waited for did not happen."""


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
    """A line that a phone got in PAM's n-th life; she may tell several answers in one message."""

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
    _unanswered: defaultdict[Phone, list[Said]] = field(default_factory=lambda: defaultdict(list))
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _alarms: list[tuple[Callable[[Entry], bool], Callable[[], object]]] = field(default_factory=list)
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
        self._unanswered[phone].append(said)
        return said

    @property
    def unanswered(self) -> list[Said]:
        return [said for waiting in self._unanswered.values() for said in waiting]

    def once(self, comes: Callable[[Entry], bool], then: Callable[[], object]) -> None:
        """Calls ``then`` at the first entry in the street's record that ``comes`` knows, before anybody hears of it."""
        self._alarms.append((comes, then))

    def after_entries(self, count: int, then: Callable[[], object]) -> None:
        reached = self.entries + count
        self.once(lambda _: self.entries >= reached, then)

    async def until_answered(self) -> None:
        """Until every message has its answer and every webhook was taken."""
        await self.until(lambda: not self.unanswered)
        await self.street.settled()

    async def until_heard(self, phone: Phone, pattern: str) -> str:
        """The first match in what this phone got."""
        found: list[str] = []

        def is_there() -> bool:
            found.extend(m[0] for heard in self.heard if heard.phone == phone and (m := re.search(pattern, heard.text)))
            return bool(found)

        await self.until(is_there)
        return found[0]

    async def until(self, fulfilled: Callable[[], bool]) -> None:
        """Asks again at each entry in the street's record. Raises NeverCame."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not fulfilled():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise NeverCame(f"still without an answer: {self.unanswered[:5]}") from None

    def said_twice(self) -> list[Heard]:
        """What a phone got more than once within one life of PAM's."""
        return [heard for heard, times in Counter(self.heard).items() if times > 1]

    def note(self, entry: Entry) -> None:
        self.entries += 1
        taken = 200 <= entry.status < 300
        if taken and entry.direction == "webhook":
            self._note_acknowledged(entry)
        elif taken and entry.what in ("sendMessage", "POST Messages.json"):
            self._note_heard(entry)
        for alarm in [alarm for alarm in self._alarms if alarm[0](entry)]:
            self._alarms.remove(alarm)
            alarm[1]()
        self._news.set()

    def _note_acknowledged(self, entry: Entry) -> None:
        if entry.vendor == "Telegram":
            self.acknowledged.add(("telegram", str(entry.parameters["update_id"])))
        elif entry.what == "/sms/inbound":
            self.acknowledged.add(("twilio", str(entry.parameters["MessageSid"])))

    def _note_heard(self, entry: Entry) -> None:
        told = entry.parameters
        telegram = entry.vendor == "Telegram"
        phone = Phone("telegram", str(told["chat_id"])) if telegram else Phone("sms", str(told["To"]))
        text = str(told["text"] if telegram else told["Body"])
        self.heard += [Heard(self.life, phone, line) for line in text.splitlines() if line]
        waiting = self._unanswered[phone]
        waiting[:] = [said for said in waiting if said.mark not in text]


def neighbours(count: int) -> list[Neighbour]:
    return [Neighbour(Person(2001 + n, f"Neighbour {n}"), f"+1415555{1000 + n:04}") for n in range(count)]


@asynccontextmanager
async def a_town() -> AsyncGenerator[Town]:
    street = Street(sandbox_keys(), SystemClock().now, backoff=NEVER_GIVES_UP)
    async with street.serve() as url:
        town = Town(street, url)
        street.journal.listen(town.note)
        yield town
