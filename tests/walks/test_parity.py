"""What works with a model works without one, and the other way round; the table in docs/parity.md says so."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.brain.senses import NO_SENSES, Senses
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room
from tests.scripted_model import thinking
from tests.walks.parity import WALKS, Walk, away, mad, moved_by, reads_as_pam_does

TABLE = Path(__file__).parents[2] / "docs" / "parity.md"
PHONES = {"t": ANN_TELEGRAM, "s": ANN_SMS}
# Everything waits for the model, however sure the offline brain is.
ALWAYS_ASKED = replace(OPEN_HOUSE, fast_lane=101, daily_turns=0, daily_model_micro_usd=0)
WAYS = {
    "no model": NO_SENSES,
    "with a model": thinking(reads_as_pam_does),
    "model away": thinking(away),
    "model mad": thinking(mad),
}
BASIC = "I am in basic mode for now."

Life = tuple[list[str], list[str]]


async def lived(folder: Path, walk: Walk, senses: Senses) -> Life:
    """What was answered on the walk, but for the line of basic mode, and what the journal says afterwards."""
    async with a_room(folder, ALWAYS_ASKED, senses=senses) as room:
        await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)
        said: list[str] = []
        for phone, words in walk.says:
            said += await _step(room, phone, words)
        look = await room.pam.looks.ledger_at(ANN_TELEGRAM)
        assert look
        return [_without_notice(each) for each in said], [told.deed for told in look.journal]


async def _step(room: Room, phone: str, words: str) -> list[str]:
    hours = moved_by(phone)
    if hours is None:
        answers = await room.say(PHONES[phone], words)
        assert answers, "always an answer"
        return answers
    before = len(room.letters(ANN_TELEGRAM))
    await room.pass_time(hours=hours)
    return [letter.answer.plain for letter in room.letters(ANN_TELEGRAM)[before:]]


def _without_notice(said: str) -> str:
    return "\n".join(line for line in said.split("\n") if line not in (BASIC, "Ich bin gerade im einfachen Modus."))


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_every_walk_is_the_same_with_a_model_and_without(tmp_path: Path, walk: Walk) -> None:
    alone = await lived(tmp_path / "alone", walk, NO_SENSES)
    for way, senses in WAYS.items():
        assert await lived(tmp_path / way, walk, senses) == alone, way


async def test_the_table_in_the_docs_is_what_the_walks_show(tmp_path: Path) -> None:
    """Written anew by deleting it and running this test twice."""
    rows = []
    for walk in WALKS:
        alone = await lived(tmp_path / walk.name, walk, NO_SENSES)
        same = [await lived(tmp_path / f"{walk.name} {way}", walk, WAYS[way]) == alone for way in WAYS]
        marks = " | ".join("the same" if each else "differs" for each in same)
        rows.append(f"| {walk.name} | {len(walk.says)} | {len(alone[0])} | {marks} |")
    table = "\n".join(
        [
            "# The same with a model and without one",
            "",
            "Each walk is lived without a model, with one that is asked about every message, with one that is away, and",
            "with one that answers madly; every answer and every deed of the journal is compared with the first. This",
            "page is written by `tests/walks/test_parity.py`.",
            "",
            f"| walk | said | answers | {' | '.join(WAYS)} |",
            f"|---|---|---|{'---|' * len(WAYS)}",
            *rows,
            "",
        ]
    )
    if not TABLE.exists():
        TABLE.write_text(table, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == table
