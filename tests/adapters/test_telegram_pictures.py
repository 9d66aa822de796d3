"""An answer with a chart in Telegram: the picture and its words together, and the words whatever comes of the picture."""

import contextlib
from collections.abc import AsyncGenerator

import pytest
from msgspec.structs import replace

from adapters.chart_painter.png import ChartPainter
from adapters.sandbox.faults import Fault
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN
from adapters.sandbox.street import Street
from adapters.sandbox.telegram_chats import ChatMessage
from adapters.sandbox.wire import Upload, read_body
from adapters.system_clock import SystemClock
from adapters.telegram_channel import PICTURE_TRIES, TelegramChannel
from bot.domain.answer import Answer, Button, Span, say
from bot.domain.chart import Chart
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt
from tests.adapters.letters import letter
from tests.adapters.scripted_vendor import Answer as Said
from tests.adapters.scripted_vendor import Asked, ScriptedVendor
from tests.charts import month_by_category

ANNS_CHAT = Address("telegram", str(ANN.id))
CHART = month_by_category()
UNDO = (Button("Undo", "t0ken"),)
SHORT = Answer(lines=((Span("$1,939.55", strong=True), Span(" in November & no more.")),), buttons=UNDO, chart=CHART)
LONG = replace(say("\n".join(f"category {number} $1.00" for number in range(100))), buttons=UNDO, chart=CHART)
# 1,024 UTF-16 units are 512 of these.
WIDE = "\N{SLICE OF PIZZA}"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (1000).to_bytes(4) + (660).to_bytes(4) + b"\r\n--\r\n\x00\xff"
TOLD = Said(200, {"ok": True, "result": {"message_id": 7, "date": 1, "chat": {"id": 42, "type": "private"}}})


async def painted(_: Chart) -> bytes:
    return PNG


async def unpainted(_: Chart) -> bytes:
    raise Rejected("unpainted", "the rasteriser ended with 1")


def refused(status: int, description: str) -> Said:
    return Said(status, {"ok": False, "error_code": status, "description": description})


@pytest.fixture
async def street() -> AsyncGenerator[tuple[Street, TelegramChannel]]:
    street = Street(sandbox_keys(), SystemClock().now)
    street.telegram.open(ANN)
    async with street.serve() as url:
        channel = TelegramChannel(street.keys.bot_token, url, paint=painted, deadline_s=5)
        yield street, channel
        await channel.close()


@contextlib.asynccontextmanager
async def scripted(*script: Said) -> AsyncGenerator[tuple[TelegramChannel, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        channel = TelegramChannel("1:x", vendor.url, paint=painted, deadline_s=5)
        yield channel, vendor
        await channel.close()


def to_ann(answer: Answer) -> Letter:
    return letter(answer, to=ANNS_CHAT)


def in_chat(street: Street) -> list[tuple[str, bool, bool]]:
    """Words, whether they stand under a picture, whether they have buttons; oldest first."""
    return [_seen(message) for message in street.telegram.messages()]


def _seen(message: ChatMessage) -> tuple[str, bool, bool]:
    return message.content.text, message.photo is not None, message.keyboard is not None


def methods(vendor: ScriptedVendor) -> list[str]:
    return [asked.target.rpartition("/")[2] for asked in vendor.asked]


def form(asked: Asked) -> tuple[dict[str, object], dict[str, Upload]]:
    return read_body(asked.headers["content-type"], asked.body)


async def test_a_picture_goes_up_with_its_words_and_buttons_under_it() -> None:
    async with scripted(TOLD) as (channel, vendor):
        assert await channel.send(letter(SHORT)) == Receipt("7")

    fields, files = form(vendor.asked[0])
    assert methods(vendor) == ["sendPhoto"]
    assert files == {"photo": Upload("chart.png", PNG)}
    assert fields == {
        "chat_id": "42",
        "caption": "<b>$1,939.55</b> in November &amp; no more.",
        "parse_mode": "HTML",
        "reply_markup": '{"inline_keyboard": [[{"text": "Undo", "callback_data": "t0ken"}]]}',
    }


async def test_the_real_painters_picture_is_taken(street: tuple[Street, TelegramChannel]) -> None:
    vendors, _ = street
    async with vendors.serve() as url:
        channel = TelegramChannel(vendors.keys.bot_token, url, paint=ChartPainter().png_of)
        receipt = await channel.send(to_ann(SHORT))
        await channel.close()

    (message,) = vendors.telegram.messages()
    assert receipt == Receipt(str(message.id))
    assert message.photo is not None
    assert (message.photo["width"], message.photo["height"]) == (1000, 660)


async def test_words_too_long_for_a_caption_follow_the_picture_with_the_buttons(
    street: tuple[Street, TelegramChannel],
) -> None:
    vendors, channel = street
    receipt = await channel.send(to_ann(LONG))

    assert in_chat(vendors) == [(CHART.alt, True, False), (LONG.plain, False, True)]
    assert receipt == Receipt(str(vendors.telegram.messages()[-1].id))


@pytest.mark.parametrize(("count", "together"), [(512, True), (513, False)])
async def test_a_caption_is_counted_in_utf_16_units(
    street: tuple[Street, TelegramChannel],
    count: int,
    together: bool,  # noqa: FBT001
) -> None:
    vendors, channel = street
    await channel.send(to_ann(replace(say(WIDE * count), chart=CHART)))

    assert [under for _, under, _ in in_chat(vendors)] == ([True] if together else [True, False])


@pytest.mark.parametrize(("letters", "kept"), [("x", 1024), (WIDE, 512)])
async def test_an_endless_alternative_text_is_cut_where_a_caption_ends(
    street: tuple[Street, TelegramChannel], letters: str, kept: int
) -> None:
    vendors, channel = street
    await channel.send(to_ann(replace(LONG, chart=replace(CHART, alt="x" + letters * 3000))))

    (caption,) = [words for words, under, _ in in_chat(vendors) if under]
    assert len(caption) == kept


async def test_without_a_painter_the_words_go_alone() -> None:
    async with ScriptedVendor(TOLD).open() as vendor:
        channel = TelegramChannel("1:x", vendor.url)
        await channel.send(letter(SHORT))
        await channel.close()

    assert methods(vendor) == ["sendMessage"]


async def test_a_chart_that_cannot_be_painted_is_words_alone(street: tuple[Street, TelegramChannel]) -> None:
    vendors, _ = street
    async with vendors.serve() as url:
        channel = TelegramChannel(vendors.keys.bot_token, url, paint=unpainted)
        await channel.send(to_ann(SHORT))
        await channel.close()

    assert in_chat(vendors) == [(SHORT.plain, False, True)]


@pytest.mark.parametrize("answer", [SHORT, LONG])
async def test_a_picture_that_telegram_refuses_is_words_alone(answer: Answer) -> None:
    no = refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    async with scripted(no, TOLD) as (channel, vendor):
        assert await channel.send(letter(answer)) == Receipt("7")

    assert methods(vendor) == ["sendPhoto", "sendMessage"]
    assert "reply_markup" in vendor.asked[1].fields


async def test_who_blocked_the_bot_is_not_written_to_again() -> None:
    async with scripted(refused(403, "Forbidden: bot was blocked by the user")) as (channel, vendor):
        with pytest.raises(Rejected) as no:
            await channel.send(letter(SHORT))

    assert no.value.reason == "blocked"
    assert methods(vendor) == ["sendPhoto"]


async def test_while_telegram_is_away_the_letter_waits_and_at_last_goes_without_its_picture() -> None:
    async with scripted(Said(500, {"ok": False})) as (channel, _):
        with pytest.raises(Unavailable):
            await channel.send(letter(SHORT))
    async with scripted(TOLD) as (channel, vendor):
        for attempt in (PICTURE_TRIES, PICTURE_TRIES + 1):
            await channel.send(replace(letter(SHORT), attempt=attempt))

    assert methods(vendor) == ["sendPhoto", "sendMessage"]


async def test_an_edit_of_words_under_a_picture_changes_the_caption(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    said = await channel.send(to_ann(SHORT))
    undone = letter("Undone.", "edit", said.external_id, ANNS_CHAT)

    assert await channel.send(undone) == said
    assert in_chat(vendors) == [("Undone.", True, False)]


async def test_a_caption_that_reads_so_already_counts_as_done() -> None:
    no_text = refused(400, "Bad Request: there is no text in the message to edit")
    same = refused(400, "Bad Request: message is not modified: specified new message content")
    async with scripted(no_text, same) as (channel, vendor):
        assert await channel.send(letter("Undone.", "edit", "7")) == Receipt("7")

    assert methods(vendor) == ["editMessageText", "editMessageCaption"]


async def test_an_edit_too_long_for_a_caption_is_said_anew(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    said = await channel.send(to_ann(SHORT))
    longer = letter(replace(LONG, chart=None), "edit", said.external_id, ANNS_CHAT)

    assert await channel.send(longer) != said
    assert in_chat(vendors) == [(SHORT.plain, True, True), (LONG.plain, False, True)]


async def test_the_chart_of_an_edit_is_a_message_of_its_own(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    said = await channel.send(to_ann(say("By category?")))
    receipt = await channel.send(letter(SHORT, "edit", said.external_id, ANNS_CHAT))

    assert receipt == said
    assert in_chat(vendors) == [(SHORT.plain, False, True), (CHART.alt, True, False)]


async def test_an_edit_that_changes_no_word_still_brings_its_chart(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    said = await channel.send(to_ann(replace(SHORT, chart=None)))

    assert await channel.send(letter(SHORT, "edit", said.external_id, ANNS_CHAT)) == said
    assert in_chat(vendors) == [(SHORT.plain, False, True), (CHART.alt, True, False)]


async def test_an_edit_stands_when_its_chart_cannot_be_shown() -> None:
    async with scripted(TOLD, Said(500, {"ok": False})) as (channel, vendor):
        assert await channel.send(letter(SHORT, "edit", "7")) == Receipt("7")

    assert methods(vendor) == ["editMessageText", "sendPhoto"]


async def test_a_picture_counts_as_a_message(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    vendors.limits.enforced = True
    for _ in range(2):
        await channel.send(to_ann(LONG))

    assert vendors.limits.violations == 0


async def test_a_broken_telegram_is_told_as_for_any_message(street: tuple[Street, TelegramChannel]) -> None:
    vendors, channel = street
    vendors.faults.add("Telegram", Fault("down", times=1))
    with pytest.raises(Unavailable):
        await channel.send(to_ann(SHORT))
    await channel.send(to_ann(SHORT))

    assert in_chat(vendors) == [(SHORT.plain, True, True)]
