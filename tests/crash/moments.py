"""Every moment at which PAM could have been killed, and what becomes of each when she is started again."""

import asyncio
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.brain.brain import Brain
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.services.announcing import SWEEP_AFTER
from bot.turns.lane_loop import LEASE_S
from tests.clocks import FakeClock
from tests.crash.evidence import SqliteEvidence
from tests.crash.judge import findings, unfinished
from tests.crash.script import Heard, Step
from tests.crash.stage import Picture, Stage, a_stage, messages_of
from tests.crash.watched import Boundary

# Then every lease of a former life has run out, and what it had taken up is swept.
LATER = max(timedelta(seconds=LEASE_S), SWEEP_AFTER) + timedelta(seconds=1)
FILES = ("pam.db", "pam.db-wal")


@dataclass(frozen=True)
class Ending:
    """How a step ends when nobody is killed."""

    step: Step
    picture: Picture
    heard: Heard


@dataclass(frozen=True)
class Moment:
    """What lay on the disk at a boundary, what the vendors had taken, and what they will bring again."""

    name: str
    files: Path
    at: datetime
    away: bool
    heard: Heard
    again: tuple[IncomingMessage, ...]


class Witness:
    """Copies PAM's files at every boundary: what SIGKILL would leave of them.

    ``passed`` counts boundaries; where nothing is different from the one before it there is no other moment.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.stage: Stage | None = None
        self.said: Sequence[IncomingMessage] = ()
        self.moments: list[Moment] = []
        self.passed = 0
        self._last: object = None

    async def pass_by(self, boundary: Boundary) -> None:
        stage = self.stage
        if stage is None:
            return
        self.passed += 1
        seen = (_checksums(stage.folder), len(stage.phones.taken), len(stage.acknowledged), stage.clock.now())
        if seen == self._last:
            return
        self._last = seen
        name = f"{len(self.moments):04} {boundary}"
        files = self._folder / name
        _copy_as_killed(stage.folder, files)
        again = tuple(each for each in self.said if each.external_id not in stage.acknowledged)
        self.moments.append(Moment(name, files, stage.clock.now(), stage.phones.away, stage.heard, again))


async def findings_at_every_moment(script: Sequence[Step], brain: Brain, folder: Path) -> tuple[int, list[str]]:
    """How many boundaries were passed, and what was wrong after which."""
    witness = Witness(folder / "moments")
    wrong = []
    async with a_stage(folder / "reference", FakeClock(), brain, witness.pass_by) as stage:
        witness.stage = stage
        for number, step in enumerate(script):
            stage.begin(step)
            witness.said = messages_of(step, number, stage.heard)
            await asyncio.gather(*(stage.keep(message) for message in witness.said))
            await stage.settle(step)
            ending = Ending(step, stage.picture(), stage.heard)
            moments, witness.moments = witness.moments, []
            for moment in moments:
                found = await _findings_after(moment, brain, ending)
                wrong += [f"step {number}, {moment.name}: {each}" for each in found]
                shutil.rmtree(moment.files)
    return witness.passed, wrong


async def _findings_after(moment: Moment, brain: Brain, ending: Ending) -> list[str]:
    """PAM is started on what was left, once what her former life had taken is free again."""
    clock = FakeClock(moment.at + LATER)
    async with a_stage(moment.files, clock, brain) as stage:
        stage.phones.away = moment.away
        for message in moment.again:
            await stage.keep(message)
        await stage.settle(ending.step)
        evidence = SqliteEvidence(moment.files / "pam.db")
        found = findings(evidence) + ([] if moment.away else unfinished(evidence))
        if stage.picture() != ending.picture:
            found.append(f"the books differ: {_difference(stage.picture(), ending.picture)}")
        longest = max((len(letter.answer.lines) for letter in stage.phones.taken), default=1)
        return found + _misheard(moment.heard, stage.heard, ending.heard, longest)


def _misheard(before: Heard, after: Heard, reference: Heard, longest: int) -> list[str]:
    """What a phone missed, and what it got again beyond the one message that was on its way."""
    found = []
    for address in reference:
        got, wanted = _texts(before, address) + _texts(after, address), _texts(reference, address)
        found += [f"never told to {address}: {text}" for text in wanted - got]
        more = got - wanted
        if more.total() > longest:
            found.append(f"told again to {address}: {dict(more)}")
    return found


def _texts(heard: Heard, address: Address) -> Counter[str]:
    """A code is another one each time it is made."""
    return Counter(re.sub(r"\b\d{6}\b", "CODE", text) for text in heard.get(address, ()))


def _difference(picture: Picture, reference: Picture) -> list[object]:
    return [(mine, theirs) for mine, theirs in zip(picture, reference, strict=True) if mine != theirs]


def _checksums(folder: Path) -> tuple[int, ...]:
    return tuple(zlib.crc32((folder / name).read_bytes()) for name in FILES)


def _copy_as_killed(source: Path, target: Path) -> None:
    """Database and log as they lie there; again when a checkpoint was just moving pages from one to the other."""
    database = source / "pam.db"
    while True:
        target.mkdir(parents=True, exist_ok=True)
        before = database.stat().st_mtime_ns
        for name in FILES:
            shutil.copyfile(source / name, target / name)
        if database.stat().st_mtime_ns == before:
            return
