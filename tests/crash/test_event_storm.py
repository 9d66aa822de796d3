"""Events on a bad bus: each is minded once by each that minds it, and the same is told as on a good one."""

from pathlib import Path

import pytest

from tests.crash.event_storm import findings_of
from tests.crash.household import prepare
from tests.crash.redis_storm import findings_on_redis
from tests.redis import empty_redis

SEEDS = [f"a day {number}" for number in range(12)]


@pytest.fixture
async def prepared(tmp_path: Path) -> Path:
    await prepare(tmp_path / "prepared")
    return tmp_path / "prepared"


async def test_whatever_the_bus_does_each_event_is_minded_once_and_the_same_is_told(
    prepared: Path, tmp_path: Path
) -> None:
    found = {seed: await findings_of(seed, prepared, tmp_path / seed) for seed in SEEDS}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


async def test_whatever_becomes_of_redis_each_event_is_minded_once(prepared: Path, tmp_path: Path) -> None:
    assert await findings_on_redis(SEEDS[0], empty_redis(), prepared, tmp_path / "home") == []
