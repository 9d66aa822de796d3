"""The crash tests can fail: with any one guard taken out of PAM they find what it guards against."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.crash import mutations, scenes
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
    mutations.FENCE_REMOVED,
    mutations.KEPT_AND_ANSWERED_APART,
    mutations.ACTED_AND_FINISHED_APART,
    mutations.FINISHED_WITHOUT_ACT,
    mutations.TOLD_APART,
    mutations.MARKED_BEFORE_SENT,
)


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


@pytest.mark.parametrize("mutation", IN_A_SWEEP, ids=_name)
async def test_the_sweep_finds_the_missing_guard(mutation: Mutation, tmp_path: Path) -> None:
    source = mutated(tmp_path / "source", mutation)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "tests.crash.sweeps"),
        cwd=tmp_path,
        env={"PYTHONPATH": f"{source}:{REPOSITORY}"},
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await process.communicate()
    assert process.returncode == FOUND, told.decode()
    assert mutation.found_as in told.decode()


async def _play(scene: Scene, source: Path, folder: Path) -> list[str]:
    async with a_town() as town:
        home = home_on(folder, town.street.keys, town.url, source)
        town.street.point_at(home.public_url)
        return await scene(home, town)
