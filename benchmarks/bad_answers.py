"""A model that answers badly, in every way there is: who is answered, how soon, and is each purchase booked once.

Of 200 messages by 20 people 120 wait for the model; 80 hold a purchase. PAM and the pretend vendors share this process.
"""

import asyncio
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import combinations, count
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING

import uvloop
from loguru import logger

from adapters.sandbox.faults import Fault
from benchmarks.figures import Row, percentile, told
from benchmarks.thinking_pam import Answer, Phone, ThinkingPam, thinking_pam

if TYPE_CHECKING:
    from loguru import Message

PEOPLE = 20
# A chat takes one message a second: who waits for that does not wait for the model.
BETWEEN_S = 1.1
LONGEST_TURN_S = 20.0
FAULTS: dict[str, Fault] = {
    **{mode: Fault(mode) for mode in ("hang", "cut", "clean_end", "html", "empty", "length")},
    **{mode: Fault(mode) for mode in ("bad_json", "unknown_tool", "wrong_types", "extra_args")},
    **{mode: Fault(mode) for mode in ("endless", "hundred", "liar", "mad", "quota", "down")},
    "drip": Fault("drip", seconds=0.5),
    "401": Fault("key"),
    "403": Fault("forbidden"),
    "429, 1 s": Fault("limit", retry_after_s=1),
    "429, 100 s": Fault("limit", retry_after_s=100),
    "500": Fault("error", status=500),
    "503": Fault("error", status=503),
}
DEAD = ("down", "500", "503")
# The offline brain is sure of the first four; a purchase has its own amount.
SAID = (
    "coffee {}",
    "what did I spend this month?",
    "taxi {} yesterday",
    "what is my balance?",
    "dropped {} on darts at the pub",
    "how is it going with my money?",
    "I forked out {} for a haircut and a shave downtown",
    "cheer me up please",
    "is my spending getting worse?",
    "am I doing okay with the pub lately?",
)
MONEY = re.compile(r"\$([\d,]*)(\.\d*)?")


@dataclass
class Told:
    """One person's turns, and the amounts of their purchases in cents."""

    bought: list[int] = field(default_factory=list)
    turns: list[tuple[int, Answer]] = field(default_factory=list)

    @property
    def wrong_figures(self) -> list[str]:
        """Sums shown that no purchases of theirs come to."""
        sums = {sum(some) for size in range(len(self.bought) + 1) for some in combinations(self.bought, size)}
        shown = [(answer.text, m) for _, answer in self.turns for m in MONEY.finditer(answer.text)]
        return [text for text, found in shown if _cents(found) not in sums]


@dataclass(frozen=True)
class Figures:
    """What a way of answering badly came to."""

    mode: str
    told: list[Told]
    booked: Counter[int]
    exceptions: list[str]
    asked: int

    @property
    def answers(self) -> list[Answer]:
        return [answer for each in self.told for _, answer in each.turns]

    @property
    def seconds(self) -> list[float]:
        return [answer.seconds for answer in self.answers]

    @property
    def answered(self) -> int:
        return sum(bool(answer.text) for answer in self.answers)

    @property
    def not_once(self) -> list[int]:
        """Purchases booked twice or not at all, where PAM did not ask first; and what nobody bought."""
        said = {cents: answer for each in self.told for cents, answer in each.turns if cents}
        lost = [cents for cents, answer in said.items() if not self.booked[cents] and "?" not in answer.text]
        doubled = [cents for cents, times in self.booked.items() if times > 1]
        return lost + doubled + [cents for cents in self.booked if cents not in said]

    @property
    def left_alone_s(self) -> float:
        return max((answer.seconds for answer in self.answers if answer.left_alone), default=0.0)

    def line(self) -> str:
        seconds = self.seconds
        times = " | ".join(f"{percentile(seconds, share):.2f}" for share in (0.5, 0.95, 1.0))
        wrong = sum(len(each.wrong_figures) for each in self.told)
        late = sum(each > LONGEST_TURN_S for each in seconds)
        return (
            f"| {self.mode} | {self.answered}/{len(seconds)} | {times} | {self.left_alone_s:.2f} | "
            f"{sum(self.booked.values())}, {len(self.not_once)} | {wrong} | {len(self.exceptions)} | {late} "
            f"| {self.asked} |"
        )


HEAD = (
    "| answer | answered | p50 s | p95 s | max s | breaker open, max s | booked, not once | wrong figures | exceptions "
    "| over 20 s | calls |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def measure() -> list[Row]:
    figures = figures_of(tuple(FAULTS))
    print("\n".join([HEAD, *(each.line() for each in figures)]))
    dead = max(percentile(each.seconds, 0.95) for each in figures if each.mode in DEAD)
    return [
        _row("F11", "the slowest of the bad answers, p95", [percentile(each.seconds, 0.95) for each in figures], 6.0),
        _row("F10", "model dead (down, 500, 503), p95", [dead], 1.5),
        _row("F10b", "breaker open, the slowest turn", [each.left_alone_s for each in figures], 0.3),
    ]


def figures_of(modes: tuple[str, ...]) -> list[Figures]:
    logger.remove()
    with TemporaryDirectory(prefix="pam-bench-") as made, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        folders = [Path(mkdtemp(dir=made)) for _ in modes]
        return [runner.run(_answered_badly(*each)) for each in zip(modes, folders, strict=True)]


async def _answered_badly(mode: str, folder: Path) -> Figures:
    print(f"  {mode} …", file=sys.stderr)
    with _exceptions() as exceptions:
        async with thinking_pam(folder) as here:
            phones = [here.phone(number) for number in range(PEOPLE)]
            await asyncio.gather(*(here.ask(phone, "hi") for phone in phones))
            here.street.faults.add("OpenAI", FAULTS[mode])
            amounts = count(311)
            told = await asyncio.gather(*(_told(here, phone, number, amounts) for number, phone in enumerate(phones)))
            asked = len(here.street.journal.calls("OpenAI", ""))
            here.street.faults.heal("OpenAI")
        booked = _booked(here.database)
    return Figures(mode, told, booked, exceptions, asked)


async def _told(here: ThinkingPam, phone: Phone, number: int, amounts: Iterator[int]) -> Told:
    """Each begins at another place of the list, and at another moment."""
    told = Told()
    await asyncio.sleep(number * BETWEEN_S / PEOPLE)
    for place in range(len(SAID)):
        words, cents = SAID[(place + number) % len(SAID)], 0
        if "{}" in words:
            cents = next(amounts)
            told.bought.append(cents)
            words = words.format(f"{cents // 100}.{cents % 100:02}")
        told.turns.append((cents, await here.ask(phone, words)))
        await asyncio.sleep(BETWEEN_S)
    return told


def _booked(database: Path) -> Counter[int]:
    with closing(sqlite3.connect(database)) as reading:
        return Counter(minor for (minor,) in reading.execute("SELECT amount_minor FROM booking WHERE removed = 0"))


@contextmanager
def _exceptions() -> Generator[list[str]]:
    found: list[str] = []

    def take(message: "Message") -> None:
        if message.record["exception"]:
            found.append(str(message))

    sink = logger.add(take, level="DEBUG")
    try:
        yield found
    finally:
        logger.remove(sink)


def _cents(found: re.Match[str]) -> int:
    return int(found[1].replace(",", "") or 0) * 100 + int(f"{(found[2] or '.')[1:]:0<2}")


def _row(number: str, what: str, seconds: list[float], must: float) -> Row:
    return Row(
        number=number,
        what=what,
        pam=f"{max(seconds):.2f} s",
        baseline="none",
        ratio=max(seconds),
        better="lower",
        must=must,
        aim=must,
        unit=" s",
    )


if __name__ == "__main__":
    print(told(measure()))
