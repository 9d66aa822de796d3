"""PAM is killed in the middle of her work, again and again: what was acknowledged is booked once and answered."""

from pathlib import Path

from tests.crash.storm import Storm, Strike, run_storm
from tests.crash.town import a_town

# Early, in the middle of a burst, at a vendor's answer, among the last: a wave of 40 causes 80 entries and more.
STRIKES = (Strike(7), Strike(33, 4), Strike(58), Strike(79, 9))


async def test_four_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    async with a_town() as town:
        found = await run_storm(Storm(people=20, wave=40, strikes=STRIKES, at_undo=Strike(15)), town, tmp_path)
        assert found == []
        assert len(town.said) == 280
