"""PAM may be suspended for longer than her lease lasts: whoever wakes late changes nothing."""

from pathlib import Path

import pytest

from tests.crash.pauses import findings_of_every_pause
from tests.crash.script import PURCHASE, UNDO, Step


@pytest.mark.parametrize("script", [PURCHASE, UNDO], ids=["a purchase", "an undo"])
async def test_who_slept_through_the_lease_does_nothing_again(script: tuple[Step, ...], tmp_path: Path) -> None:
    count, wrong = await findings_of_every_pause(script, tmp_path)
    assert wrong == []
    assert count > 10
