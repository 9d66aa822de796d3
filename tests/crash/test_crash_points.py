"""PAM could be killed at any boundary of a script: what the disk holds then always leads to the same books."""

from pathlib import Path

from tests.crash.moments import findings_at_every_moment
from tests.crash.script import BACKLOG, BY_AN_EVENT, BY_ITSELF, SCRIPT
from tests.crash.stage import QUICK, THOUGHTFUL


async def test_a_crash_where_each_message_is_answered_at_once_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(SCRIPT, QUICK, tmp_path)
    assert wrong == []
    assert count > 150


async def test_a_crash_where_each_message_waits_for_the_loop_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(SCRIPT, THOUGHTFUL, tmp_path)
    assert wrong == []
    assert count > 250


async def test_a_crash_while_a_backlog_is_told_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(BACKLOG, QUICK, tmp_path)
    assert wrong == []
    assert count > 50


async def test_a_crash_while_an_event_is_minded_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(BY_AN_EVENT, QUICK, tmp_path)
    assert wrong == []
    assert count > 75


async def test_a_crash_while_the_clock_does_what_is_due_leads_to_the_same_books(tmp_path: Path) -> None:
    count, wrong = await findings_at_every_moment(BY_ITSELF, QUICK, tmp_path)
    assert wrong == []
    assert count > 200
