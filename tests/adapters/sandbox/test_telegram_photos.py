"""Pictures as Telegram takes them, refuses them, shows them and changes what stands under them."""

import msgspec
import pytest
from aiohttp import ClientSession, FormData
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest

from adapters.sandbox.people import ANN
from adapters.sandbox.telegram_files import KEPT, Files
from adapters.sandbox.telegram_photos import LARGEST_PHOTO, Photos
from tests.adapters.sandbox.conftest import Served

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff\xe0"


def png(width: int, height: int) -> bytes:
    return PNG + b"\x00\x00\x00\rIHDR" + width.to_bytes(4) + height.to_bytes(4)


@pytest.fixture(autouse=True)
def ann_has_said_hello(served: Served) -> None:
    served.street.telegram.open(ANN)


@pytest.mark.parametrize("content", [png(9999, 1), png(5001, 5000), png(1, 21), png(0, 10)])
async def test_a_picture_too_large_or_too_narrow_is_refused(bot: Bot, content: bytes) -> None:
    with pytest.raises(BadRequest, match=r"(?i)photo_invalid_dimensions"):
        await bot.send_photo(ANN.id, content)


@pytest.mark.parametrize("content", [png(5000, 5000), png(20, 1), JPEG])
async def test_a_picture_at_the_edge_is_taken(bot: Bot, content: bytes) -> None:
    assert (await bot.send_photo(ANN.id, content)).photo


async def test_a_file_too_heavy_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)photo_save_file_invalid"):
        await bot.send_photo(ANN.id, png(10, 10).ljust(LARGEST_PHOTO + 1, b"x"))


@pytest.mark.parametrize(("length", "fits"), [(1024, True), (1025, False)])
async def test_a_caption_ends_at_1024_characters(bot: Bot, length: int, fits: bool) -> None:  # noqa: FBT001
    caption = f"<b>{'x' * length}</b>"
    if fits:
        message = await bot.send_photo(ANN.id, png(10, 10), caption=caption, parse_mode=ParseMode.HTML)
        assert message.caption == "x" * length
        return
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_photo(ANN.id, png(10, 10), caption=caption, parse_mode=ParseMode.HTML)


@pytest.mark.parametrize(("photo", "why"), [(None, "there is no photo"), (b"", "file must be non-empty")])
async def test_a_picture_has_to_be_there(bot: Bot, served: Served, photo: bytes | None, why: str) -> None:
    form = FormData({"chat_id": str(ANN.id)}, default_to_multipart=True)
    if photo is not None:
        form.add_field("photo", photo, filename="chart.png", content_type="image/png")
    async with (
        ClientSession() as session,
        session.post(f"{served.url}/bot{bot.token}/sendPhoto", data=form) as response,
    ):
        answer = msgspec.json.decode(await response.read(), type=dict[str, object])
    assert (response.status, answer["ok"]) == (400, False)
    assert why in str(answer["description"])


async def test_a_picture_is_sent_again_by_its_id(bot: Bot) -> None:
    first = await bot.send_photo(ANN.id, png(10, 20))

    second = await bot.send_photo(ANN.id, first.photo[0].file_id)

    assert (second.photo[0].width, second.photo[0].height) == (10, 20)


async def test_what_stands_under_a_picture_is_changed_as_a_caption(bot: Bot) -> None:
    message = await bot.send_photo(ANN.id, png(10, 10), caption="before")
    with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
        await bot.edit_message_text("after", ANN.id, message.message_id)

    edited = await bot.edit_message_caption(
        ANN.id, message.message_id, caption="<b>after</b>", parse_mode=ParseMode.HTML
    )

    assert not isinstance(edited, bool)
    assert (edited.caption, edited.text) == ("after", None)
    assert edited.photo == message.photo
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_caption(ANN.id, message.message_id, caption="<b>after</b>", parse_mode=ParseMode.HTML)


async def test_a_message_of_words_has_no_caption(bot: Bot) -> None:
    message = await bot.send_message(ANN.id, "words")

    with pytest.raises(BadRequest, match=r"(?i)there is no caption in the message to edit"):
        await bot.edit_message_caption(ANN.id, message.message_id, caption="x")


async def test_the_phone_is_shown_the_picture_with_its_caption_for_those_who_hear_it(bot: Bot, served: Served) -> None:
    message = await bot.send_photo(ANN.id, png(1000, 660), caption="<b>$5</b> & more", parse_mode=ParseMode.HTML)

    event = served.street.feed.history[-1]
    assert event["photo"] == f"/sandbox/photo/{message.photo[0].file_id}"
    assert (event["alt"], event["html"]) == ("$5 & more", "<b>$5</b> &amp; more")
    assert (event["width"], event["height"]) == (1000, 660)
    await bot.edit_message_caption(ANN.id, message.message_id, caption="Undone.")
    edit = served.street.feed.history[-1]
    assert (edit["kind"], edit["photo"], edit["alt"]) == ("edit", event["photo"], "Undone.")


async def test_a_message_of_words_shows_no_picture(bot: Bot, served: Served) -> None:
    await bot.send_message(ANN.id, "words")

    assert "photo" not in served.street.feed.history[-1]


def test_the_newest_pictures_are_kept_and_the_oldest_let_go_of() -> None:
    photos = Photos(Files())
    ids = [str(photos.keep(png(number, 100))["file_id"]) for number in range(100, 101 + KEPT)]

    assert photos.look_at(ids[0]) is None
    assert photos.look_at(ids[1]) == (png(101, 100), "image/png")
    assert photos.look_at(str(photos.keep(JPEG)["file_id"])) == (JPEG, "image/jpeg")
