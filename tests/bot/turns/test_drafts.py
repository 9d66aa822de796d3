"""A photo and a voice note in a talk: nothing stands in the books before the person said yes."""

from pathlib import Path

import pytest

from bot.brain.senses import Senses
from bot.domain.attachment import Attachment
from tests.bot.turns.test_listening import PICTURE, VOICE, ScriptedReader, ScriptedTranscriber
from tests.bot.turns.test_taking_in import OneFile
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room
from tests.pictures import jpeg
from tests.recordings import ogg

LOOKS = Senses(files=OneFile(jpeg(8, 8)), receipts=ScriptedReader())
DRAFT = ["I read $12.40 at Corner Shop (lunch). Shall I book it?"]
BOOKED = ["$12.40 lunch at Corner Shop."]
LEFT = ["All right, nothing was done."]
QUESTION, NOTHING = "what did I spend this month?", ["Nothing spent this month."]


def hears(words: str) -> Senses:
    return Senses(files=OneFile(ogg(3)), transcriber=ScriptedTranscriber(words))


async def tapped(room: Room, button: int) -> list[str]:
    """A button under the newest message."""
    newest = room.letters(ANN_TELEGRAM)[-1]
    place = f"telegram-{len(room.channels['telegram'].taken)}"
    return await room.tap(ANN_TELEGRAM, newest.answer.buttons[button].token, place)


@pytest.mark.parametrize(
    ("said", "answer"),
    [("yes", BOOKED), ("1", BOOKED), ("Book it", BOOKED), ("ja, bitte", BOOKED), ("no", LEFT), ("2", LEFT)],
)
async def test_a_receipt_waits_for_a_word(tmp_path: Path, said: str, answer: list[str]) -> None:
    async with a_room(tmp_path, senses=LOOKS) as room:
        await room.say(ANN_TELEGRAM, "hello")
        assert await room.say(ANN_TELEGRAM, "lunch", attachment=PICTURE) == DRAFT
        assert await room.say(ANN_TELEGRAM, QUESTION) == NOTHING
        assert await room.say(ANN_TELEGRAM, said) == answer
        assert (await room.say(ANN_TELEGRAM, QUESTION) == NOTHING) == (answer == LEFT)


async def test_a_receipt_waits_for_a_tap_which_counts_once(tmp_path: Path) -> None:
    async with a_room(tmp_path, senses=LOOKS) as room:
        await room.say(ANN_TELEGRAM, "hello")
        await room.say(ANN_TELEGRAM, "lunch", attachment=PICTURE)
        assert await tapped(room, 0) == BOOKED
        await room.say(ANN_TELEGRAM, "yes")
        assert "$12.40" in (await room.say(ANN_TELEGRAM, QUESTION))[0]


async def test_a_voice_note_is_said_back_first(tmp_path: Path) -> None:
    async with a_room(tmp_path, senses=hears("Coffee 4.50.")) as room:
        await room.say(ANN_TELEGRAM, "hello")
        assert await room.say(ANN_TELEGRAM, "", attachment=VOICE) == ["I heard: Coffee 4.50. Shall I book it?"]
        assert await room.say(ANN_TELEGRAM, QUESTION) == NOTHING
        assert await room.say(ANN_TELEGRAM, "yes") == ["$4.50 coffee."]


async def test_a_question_in_a_voice_note_is_answered_at_once(tmp_path: Path) -> None:
    async with a_room(tmp_path, senses=hears(QUESTION)) as room:
        await room.say(ANN_TELEGRAM, "coffee 4.50")
        assert "$4.50" in (await room.say(ANN_TELEGRAM, "", attachment=VOICE))[0]


async def test_an_amount_that_can_be_heard_two_ways_books_nothing_of_its_sentence(tmp_path: Path) -> None:
    async with a_room(tmp_path, senses=hears("coffee 4.50 and lunch 1.234")) as room:
        await room.say(ANN_TELEGRAM, "hello")
        (asked,) = await room.say(ANN_TELEGRAM, "", attachment=VOICE)
        assert asked.startswith("I heard: coffee 4.50 and lunch 1.234.")
        assert await room.say(ANN_TELEGRAM, QUESTION) == NOTHING
        assert await room.say(ANN_TELEGRAM, "no") == LEFT


async def test_where_nobody_looks_or_listens_the_way_in_text_is_told(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        for address in (ANN_TELEGRAM, ANN_SMS):
            await room.say(address, "hello")
        for attachment in (PICTURE, VOICE):
            assert "just now. Nothing was booked." in (await room.say(ANN_TELEGRAM, "", attachment=attachment))[0]
        by_mms = Attachment(kind="picture", ref="", media_type="image/jpeg")
        assert (await room.say(ANN_SMS, "", attachment=by_mms))[0].startswith("Here I can only read words.")
        assert await room.say(ANN_SMS, "tea 3", attachment=by_mms) == ["$3.00 tea."]
