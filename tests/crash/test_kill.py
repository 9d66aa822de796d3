"""PAM is killed in the middle of her work, again and again: what was acknowledged is booked once and answered."""

from pathlib import Path

from tests.crash.pam_process import home_on, on_postgres
from tests.crash.storm import Storm, Strike, run_storm
from tests.crash.town import a_town
from tests.postgres import databases

# Early, in the middle of a burst, at a vendor's answer, among the last: a wave of 40 causes 80 entries and more.
STRIKES = (Strike(7), Strike(33, 4), Strike(58), Strike(79, 9))


async def test_four_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    async with a_town() as town:
        storm = Storm(people=20, wave=40, strikes=STRIKES, at_undo=Strike(15))
        assert await run_storm(storm, town, home_on(tmp_path, town.street.keys, town.url)) == []
        assert len(town.said) == 280


async def test_three_kills_over_postgres_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    there = databases()
    name = there.take()
    async with a_town() as town:
        # The second before the leases of the first run out, which the end waits for anyway.
        storm = Storm(people=8, wave=24, strikes=(Strike(33, 4), Strike(15)), at_undo=Strike(5))
        assert (
            await run_storm(storm, town, on_postgres(home_on(tmp_path, town.street.keys, town.url), there, name)) == []
        )
        assert len(town.said) == 96
    there.give_back(name)
