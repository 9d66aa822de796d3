"""PAM could be killed at any boundary of a script: what the disk holds then always leads to the same books."""

from pathlib import Path

from tests.crash.moments import findings_at_every_moment
from tests.crash.script import BACKLOG, SCRIPT


async def test_a_crash_at_any_boundary_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(SCRIPT, tmp_path)
    assert wrong == []
    assert count > 200


async def test_a_crash_while_a_backlog_is_told_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(BACKLOG, tmp_path)
    assert wrong == []
    assert count > 80
