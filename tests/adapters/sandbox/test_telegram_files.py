"""What a person sends besides words, as the bot is told of it and fetches it."""

import pytest
from telegram import Bot, Message
from telegram.error import BadRequest

from adapters.sandbox.photographed_receipt import Receipt, photographed
from adapters.sandbox.spoken_note import spoken
from adapters.sandbox.telegram_files import LARGEST_FETCHED
from adapters.sandbox.telegram_refusal import NotOk
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.test_telegram_person import heard

# The library announces that durations will be timedeltas one day.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

PICTURE = photographed(Receipt())


async def told(served: Served, bot: Bot) -> Message:
    """The one message the house was told of."""
    served.point()
    await served.street.settled()
    [update] = heard(served, bot)
    assert update.message is not None
    return update.message


async def fetched(bot: Bot, file_id: str) -> bytes:
    return bytes(await (await bot.get_file(file_id)).download_as_bytearray())


async def test_a_photo_comes_in_two_sizes_and_is_fetched_whole(served: Served, bot: Bot) -> None:
    served.street.telegram.send_photo(PICTURE, "lunch with Ann")
    message = await told(served, bot)
    assert (message.caption, message.text) == ("lunch with Ann", None)
    small, large = message.photo
    assert (large.width, large.height, large.file_size) == (240, 320, len(PICTURE))
    assert (small.width, small.height) == (67, 90)
    assert await fetched(bot, large.file_id) == PICTURE
    shown = served.street.feed.history[-1]
    assert (shown["from"], shown["photo"]) == ("person", f"/sandbox/photo/{large.file_id}")
    with pytest.raises(NotOk):
        served.street.telegram.send_photo(b"no picture")


async def test_a_voice_note_is_told_with_its_length_and_fetched(served: Served, bot: Bot) -> None:
    served.street.telegram.send_voice(spoken("coffee 4.50"), seconds=3)
    voice = (await told(served, bot)).voice
    assert voice is not None
    assert (voice.duration, voice.mime_type, voice.file_size) == (3, "audio/ogg", len(spoken("coffee 4.50")))
    file = await bot.get_file(voice.file_id)
    assert (file.file_path or "").endswith(".oga")
    assert await fetched(bot, voice.file_id) == spoken("coffee 4.50")
    assert served.street.feed.history[-1]["html"] == "Voice note, 3 s"


async def test_a_document_has_the_name_and_type_its_sender_says(served: Served, bot: Bot) -> None:
    served.street.telegram.send_document(b"<svg>", "<b>bill.png", "image/png")
    document = (await told(served, bot)).document
    assert document is not None
    assert (document.file_name, document.mime_type, document.file_size) == ("<b>bill.png", "image/png", 5)
    assert await fetched(bot, document.file_id) == b"<svg>"
    assert served.street.feed.history[-1]["html"] == "File: &lt;b&gt;bill.png"


async def test_a_size_may_be_a_lie_and_a_large_file_is_not_for_bots(served: Served, bot: Bot) -> None:
    served.street.telegram.send_document(b"x" * (LARGEST_FETCHED + 1), "film.bin", "image/png", claimed_size=10)
    document = (await told(served, bot)).document
    assert document is not None
    assert document.file_size == 10
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(document.file_id)
