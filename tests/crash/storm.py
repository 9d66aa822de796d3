"""A storm: people on two phones each say what they spend while PAM is killed and started, killed and started."""

import asyncio
import hashlib
import re
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.crash.judge import removed, unfinished
from tests.crash.mutations import THOUGHTFUL, mutated
from tests.crash.pam_process import Home, PamProcess, at_the_same
from tests.crash.town import Neighbour, Phone, Town, neighbours
from tests.crash.verdict import verdict


@dataclass(frozen=True)
class Strike:
    """SIGKILL so many entries of the street's record after PAM began to listen, and then so much later."""

    entries: int
    later_ms: int = 0


@dataclass(frozen=True)
class Storm:
    """A wave of messages is said in each life. ``at_undo`` strikes while everybody takes their last booking back."""

    people: int
    wave: int
    strikes: tuple[Strike, ...]
    at_undo: Strike


def strikes_from(seed: str, count: int, wave: int) -> tuple[Strike, ...]:
    """The same for the same seed; each within what a wave surely causes: a webhook and a call a message."""
    digests = [hashlib.sha256(f"{seed} {number}".encode()).digest() for number in range(count)]
    return tuple(Strike(1 + digest[0] * (2 * wave - 2) // 255, digest[1] % 12) for digest in digests)


async def run_storm(storm: Storm, town: Town, home: Home) -> list[str]:
    """Everything that was found wrong. Every other life thinks longer: its messages wait in the inbox for the loop."""
    thoughtful = at_the_same(home, source=mutated(home.folder / "source", THOUGHTFUL))
    town.street.point_at(home.public_url)
    people = neighbours(storm.people)
    await _link(home, town, people)
    phones = [phone for each in people for phone in each.phones]
    for number, strike in enumerate(storm.strikes):
        said = [phones[(number * storm.wave + turn) % len(phones)] for turn in range(storm.wave)]
        await live_until(strike, (home, thoughtful)[number % 2], town, partial(book, town, said))
    await live_on(home, town, partial(book, town, phones))
    await live_until(storm.at_undo, thoughtful, town, partial(_undo, town, people))
    await live_on(home, town, partial(_nothing_new, town), partial(_ask, town, people))
    found = verdict(town, home.evidence)
    if removed(home.evidence) != len(people):
        found.append(f"{removed(home.evidence)} bookings were taken back by {len(people)} people")
    return found


async def live_until(strike: Strike, home: Home, town: Town, speak: Callable[[], None]) -> None:
    """One life, ended by SIGKILL."""
    town.life += 1
    async with PamProcess.living(home) as pam:
        loop = asyncio.get_running_loop()
        town.after_entries(strike.entries, lambda: loop.call_later(strike.later_ms / 1000, pam.strike))
        speak()
        assert await pam.ended() == -signal.SIGKILL


async def live_on(home: Home, town: Town, *speeches: Callable[[], None]) -> None:
    """One life until all is said, answered and marked, ended in order; each speech waits for the answers before."""
    town.life += 1
    async with PamProcess.living(home) as pam:
        for speak in speeches:
            speak()
            await town.until_answered()
        assert await pam.until(lambda: not unfinished(home.evidence)), unfinished(home.evidence)
        assert await pam.stop() == 0


async def _link(home: Home, town: Town, people: list[Neighbour]) -> None:
    async with PamProcess.living(home) as pam:
        for each in people:
            town.say(each.phones[0], f"link {each.number}", mark="code")
        for each in people:
            telegram, sms = each.phones
            code = await town.until_heard(sms, r"\d{6}")
            town.say(telegram, code, mark="Linked")
        await town.until_answered()
        assert await pam.until(lambda: not unfinished(home.evidence))
        assert await pam.stop() == 0


def book(town: Town, phones: list[Phone]) -> None:
    for phone in phones:
        town.book(phone)


def _undo(town: Town, people: list[Neighbour]) -> None:
    for turn, each in enumerate(people):
        town.say(each.phones[turn % 2], "undo", mark="Undone")


def _nothing_new(_town: Town) -> None:
    """The life after a storm has enough to do."""


def _ask(town: Town, people: list[Neighbour]) -> None:
    """Everybody asks; the right answer is what they said without what PAM told them that she took back."""
    for each in people:
        spent = sum(said.minor for said in town.said if said.phone in each.phones)
        undone = next(heard for heard in town.heard if heard.phone in each.phones and "Undone" in heard.text)
        left = spent - _minor_in(undone.text)
        town.say(each.phones[1], "how much did I spend this month", mark=f"${left // 100:,}.{left % 100:02} spent")


def _minor_in(text: str) -> int:
    found = re.search(r"\$(\d+)\.(\d\d)", text)
    assert found, text
    return int(found[1]) * 100 + int(found[2])
