"""Whatever somebody says, PAM answers: every sentence of the tables, on both phones of one person, one after another."""

from pathlib import Path

import pytest

from bot.domain.keywords import line_word
from tests.house import ANN_SMS, ANN_TELEGRAM, a_room
from tests.phrases.test_phrases import TABLES, rows_of
from tests.shelves import Shelf

ODD = (
    "",
    "0",
    "{amount}",
    "%s",
    "<b>bold",
    "spent 99999999999999999999 on x",
    f"spent 1 on {'y' * 3000}",
    "set a $0 budget",
    "set a -5 budget",
    "spent 5 XXX",
    "change it to 0",
    "link +1",
    "/start abc",
    "my timezone is Nowhere",
    "my currency is ZZZ",
    "quiet hours 25:00 to 99:00",
    "show my last 0 transactions",
    "what did I spend in 9999",
    "spent 5 on lunch on 1 jan 1900",
)


@pytest.mark.parametrize("table", [table.stem for table in TABLES])
async def test_every_sentence_is_answered_and_none_breaks_her(shelf: Shelf, tmp_path: Path, table: str) -> None:
    (path,) = [each for each in TABLES if each.stem == table]
    sentences = [str(row.values[1]) for row in rows_of(path)]
    await assert_all_are_answered(shelf, tmp_path, sentences)


async def test_every_odd_thing_is_answered_and_none_breaks_her(shelf: Shelf, tmp_path: Path) -> None:
    await assert_all_are_answered(shelf, tmp_path, list(ODD))


async def assert_all_are_answered(shelf: Shelf, folder: Path, sentences: list[str]) -> None:
    async with a_room(folder, shelf=shelf) as room:
        await room.pam.accounts.introduce("Ann", ANN_SMS, ANN_TELEGRAM)
        for number, sentence in enumerate(sentences):
            phone = ANN_TELEGRAM if number % 2 else ANN_SMS
            if line_word(sentence, phone.channel, stopped=False):
                continue
            answers = await room.say(phone, sentence)
            assert answers, sentence
            assert not any("went wrong" in answer or "{" in answer for answer in answers), sentence
        assert await room.pam.accounts.waiting() == (0, 0)
        assert (await room.pam.accounts.dead()).messages == []
