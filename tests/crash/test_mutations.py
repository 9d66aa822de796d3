"""The crash tests can fail: with any one guard taken out of PAM they find what it guards against."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.crash import mutations, scenes, unasked_mutations
from tests.crash.mutations import THOUGHTFUL, Mutation, mutated
from tests.crash.pam_process import REPOSITORY, home_on
from tests.crash.scenes import Scene
from tests.crash.sweeps import FOUND
from tests.crash.town import a_town

IN_A_SCENE = (
    (mutations.ACKNOWLEDGED_BEFORE_KEPT, scenes.killed_at_the_acknowledgement),
    (mutations.LET_GO_BEFORE_KEPT, scenes.killed_when_it_is_let_go_of),
    (mutations.TOLD_BEFORE_COMMIT, scenes.killed_at_the_acknowledgement),
    (mutations.KEPT_AGAIN, scenes.delivered_twice),
    (mutations.ANSWERED_AGAIN, scenes.delivered_twice),
    (mutations.WAITING_AGAIN, scenes.delivered_twice),
    (mutations.LETTER_LEASE_IGNORED, scenes.slowly_sent),
)
IN_A_SWEEP = (
    (mutations.FENCE_REMOVED, "pauses"),
    (mutations.KEPT_AND_ANSWERED_APART, "messages"),
    (mutations.ACTED_AND_FINISHED_APART, "thought"),
    (mutations.FINISHED_WITHOUT_ACT, "thought"),
    (mutations.TOLD_APART, "thought"),
    (mutations.MARKED_BEFORE_SENT, "messages"),
    (unasked_mutations.EVENT_FINISHED_BEFORE_MINDED, "events"),
    (unasked_mutations.EVENT_MINDED_AGAIN, "bus"),
    (unasked_mutations.RECORDED_APART, "clock"),
)
IN_A_TEST = (
    (
        unasked_mutations.EVENTS_NEVER_SWEPT,
        "bot/turns/test_event_turn.py::test_what_the_bus_lost_is_found_by_the_sweep",
    ),
    (unasked_mutations.ACKNOWLEDGED_BEFORE_MINDED, "crash/test_bus_receipts.py"),
    (unasked_mutations.RECORDED_AGAIN, "contracts/test_dues.py::test_a_day_is_recorded_once_a_person_and_rule"),
    (
        unasked_mutations.LEADER_UNCHECKED,
        "bot/turns/test_clock_turn.py::test_a_leader_that_slept_through_its_lease_writes_nothing_more",
    ),
    (
        unasked_mutations.RAISED_AGAIN,
        "contracts/test_alerts.py::test_an_alert_is_raised_once_a_person_kind_subject_period_and_threshold",
    ),
)
TESTS_FAILED = 1


def _name(value: Mutation | Scene) -> str:
    return value.name if isinstance(value, Mutation) else str(getattr(value, "__name__", ""))


@pytest.mark.parametrize(("mutation", "scene"), IN_A_SCENE, ids=_name)
async def test_the_scene_finds_the_missing_guard(mutation: Mutation, scene: Scene, tmp_path: Path) -> None:
    thought = (THOUGHTFUL,) if mutation.in_thought else ()
    found = await _play(scene, mutated(tmp_path / "source", mutation, *thought), tmp_path / "home")
    assert [each for each in found if each.startswith(mutation.found_as)]


@pytest.mark.parametrize("scene", dict.fromkeys(scene for _, scene in IN_A_SCENE), ids=_name)
async def test_the_scene_finds_nothing_in_pam_herself(scene: Scene, tmp_path: Path) -> None:
    assert await _play(scene, REPOSITORY, tmp_path) == []


@pytest.mark.parametrize(("mutation", "sweep"), IN_A_SWEEP, ids=_name)
async def test_the_sweep_finds_the_missing_guard(mutation: Mutation, sweep: str, tmp_path: Path) -> None:
    code, told = await _run(tmp_path, mutation, "tests.crash.sweeps", sweep)
    assert code == FOUND, told
    assert mutation.found_as in told


@pytest.mark.parametrize(("mutation", "test"), IN_A_TEST, ids=_name)
async def test_the_named_test_finds_the_missing_guard(mutation: Mutation, test: str, tmp_path: Path) -> None:
    options = ("--import-mode=importlib", "-p", "no:cacheprovider", "-k", "not postgres")
    code, told = await _run(tmp_path, mutation, "pytest", *options, str(REPOSITORY / "tests" / test))
    assert code == TESTS_FAILED, told


async def _run(folder: Path, mutation: Mutation, *program: str) -> tuple[int | None, str]:
    """The exit code and the words of this program of the repository, on PAM without this guard."""
    source = mutated(folder / "source", mutation)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", *program),
        cwd=folder,
        env={"PYTHONPATH": f"{source}:{REPOSITORY}"},
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await process.communicate()
    return process.returncode, told.decode()


async def _play(scene: Scene, source: Path, folder: Path) -> list[str]:
    async with a_town() as town:
        home = home_on(folder, town.street.keys, town.url, source)
        town.street.point_at(home.public_url)
        return await scene(home, town)
