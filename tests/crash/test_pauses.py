"""PAM may be suspended for longer than her lease lasts: whoever wakes late changes nothing."""

from pathlib import Path

from tests.crash.pauses import findings_of_every_pause
from tests.crash.script import SCRIPT


async def test_who_slept_through_the_lease_books_nothing(tmp_path: Path) -> None:
    count, wrong = await findings_of_every_pause(SCRIPT[:1], tmp_path)
    assert wrong == []
    assert count > 20


async def test_who_slept_through_the_lease_undoes_nothing(tmp_path: Path) -> None:
    count, wrong = await findings_of_every_pause((*SCRIPT[:3], SCRIPT[-1]), tmp_path)
    assert wrong == []
    assert count > 20
