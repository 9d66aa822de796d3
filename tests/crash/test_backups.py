"""A backup that is taken while everybody talks holds one moment, on either engine, and goes into the other."""

from pathlib import Path

import pytest

from tests.crash.backups import findings_of_a_backup_under_load, homes_of
from tests.crash.mutations import MANY_MOMENTS, MORE_SLOWLY_BACKED_UP
from tests.crash.town import a_town


@pytest.mark.parametrize(("kind", "other"), [("sqlite", "postgres"), ("postgres", "sqlite")])
async def test_a_backup_under_load_has_no_half_message(kind: str, other: str, tmp_path: Path) -> None:
    async with a_town() as town, homes_of(town, tmp_path) as new_home:
        assert await findings_of_a_backup_under_load(new_home[kind]("one"), new_home[other]("other"), town) == []


async def test_a_backup_of_many_moments_is_found_out(tmp_path: Path) -> None:
    """A torn moment needs a message in the midst of it, which a backup may happen not to have."""
    for attempt in map(str, range(5)):
        async with a_town() as town, homes_of(town, tmp_path / attempt) as new_home:
            one, other = new_home["postgres"]("one"), new_home["sqlite"]("other")
            if await findings_of_a_backup_under_load(one, other, town, MORE_SLOWLY_BACKED_UP, MANY_MOMENTS):
                return
    pytest.fail("five backups of many moments, and none was found out")
