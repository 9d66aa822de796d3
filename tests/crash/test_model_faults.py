"""Whatever a model does, and wherever it breaks off: each purchase is booked once, and nothing untrue is said."""

from pathlib import Path

from tests.crash.model_faults import findings_of_broken_thoughts, findings_of_nonsense
from tests.crash.model_lies import lies_heard


async def test_a_model_that_fails_after_any_round_leaves_nothing_behind_and_nothing_out(tmp_path: Path) -> None:
    assert await findings_of_broken_thoughts(100, tmp_path) == []


async def test_nonsense_has_no_effect_beyond_what_the_person_said(tmp_path: Path) -> None:
    assert await findings_of_nonsense("nonsense", 100, tmp_path) == []


async def test_no_lie_about_the_books_gets_through(tmp_path: Path) -> None:
    heard = await lies_heard("lies", 200, tmp_path)
    assert heard.lies == []
    assert (heard.told, heard.true) == (160, 40)
    assert heard.came > 30
