"""Every moment at which PAM could fall asleep past her lease, while another does her work and she wakes to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.clocks import FakeClock
from tests.crash.evidence import SqliteEvidence
from tests.crash.judge import findings, unfinished
from tests.crash.moments import LATER
from tests.crash.script import Heard, Step
from tests.crash.stage import THOUGHTFUL, Stage, a_stage, messages_of
from tests.crash.watched import Boundary


@dataclass
class Sleeper:
    """At the ``at``-th boundary of the last step the clock moves past the lease and the other one works."""

    at: int
    stage: Stage | None = None
    passed: int = 0

    async def pass_by(self, boundary: Boundary) -> None:
        # A transaction that is open cannot be slept through: nobody else gets one.
        if self.stage is None or boundary == "commit":
            return
        self.passed += 1
        if self.passed == self.at:
            self.stage.clock.move(seconds=LATER.total_seconds())
            await self.stage.other.settle()


async def findings_of_every_pause(script: Sequence[Step], folder: Path) -> tuple[int, list[str]]:
    """How many pauses there were in the script's last step, and what was wrong after which."""
    never = Sleeper(at=0)
    reference = await _play(script, folder / "reference", never)
    wrong = []
    for at in range(1, never.passed + 1):
        played = await _play(script, folder / f"pause {at}", Sleeper(at))
        wrong += [f"pause {at}: {found}" for found in played.found]
        if played.picture != reference.picture:
            wrong.append(f"pause {at}: the books differ")
        wrong += [f"pause {at}: {address} missed something" for address in _missed(played.heard, reference.heard)]
    return never.passed, wrong


@dataclass(frozen=True)
class Played:
    picture: object
    heard: Heard
    found: list[str]


async def _play(script: Sequence[Step], folder: Path, sleeper: Sleeper) -> Played:
    async with a_stage(folder, FakeClock(), THOUGHTFUL, sleeper.pass_by) as stage:
        for number, step in enumerate(script):
            sleeper.stage = stage if number == len(script) - 1 else None
            stage.begin(step)
            for message in messages_of(step, number, stage.heard):
                await stage.keep(message)
            await stage.pam.settle()
        sleeper.stage = None
        stage.clock.move(seconds=LATER.total_seconds())
        await stage.pam.settle()
        evidence = SqliteEvidence(folder / "pam.db")
        return Played(stage.picture(), dict(stage.heard), findings(evidence) + unfinished(evidence))


def _missed(heard: Heard, reference: Heard) -> list[object]:
    return [address for address, texts in reference.items() if not set(texts) <= set(heard.get(address, ()))]
