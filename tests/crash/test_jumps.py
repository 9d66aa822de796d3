"""A clock that is set forward and back, and days without any process: nothing comes twice, nothing is left out."""

from pathlib import Path

import pytest

from tests.crash.jumps import findings_of_jumps


@pytest.mark.parametrize("seed", ["a day", "another day"])
async def test_however_the_clock_jumps_a_local_day_comes_once_and_each_is_accounted_for(
    seed: str, tmp_path: Path
) -> None:
    assert await findings_of_jumps(seed, 50, tmp_path) == []
