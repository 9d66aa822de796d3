"""The library's own Bot works over our client: files go up and down, and its timeouts are deadlines."""

from collections.abc import AsyncGenerator

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from adapters.telegram_request import bot_for
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, ScriptedVendor, closed_port

# Bytes that a careless form would tear: line ends and what looks like a boundary.
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4) + (320).to_bytes(4) + b"\r\n--\r\n\x00\xff"


@pytest.fixture
async def bot() -> AsyncGenerator[Bot]:
    street = Street(sandbox_keys(), SystemClock().now)
    street.telegram.open(ANN)
    async with street.serve() as url:
        bot = bot_for(street.keys.bot_token, url, deadline_s=5)
        async with bot:
            yield bot


async def test_a_picture_goes_up_whole_with_its_caption_and_comes_down_again(bot: Bot) -> None:
    message = await bot.send_photo(ANN.id, PICTURE, caption="$354.70 & more", filename='a"\r\nX: b.png')

    assert message.caption == "$354.70 & more"
    file = await message.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == PICTURE


async def test_the_librarys_objects_come_back(bot: Bot) -> None:
    message = await bot.send_message(ANN.id, "<b>$4.50</b> café", parse_mode="HTML")

    assert (message.text, message.chat.id) == ("$4.50 café", ANN.id)


async def test_a_timeout_asked_for_is_a_deadline_over_the_whole_call() -> None:
    async with ScriptedVendor(HANGS).open() as vendor:
        bot = bot_for("1:x", vendor.url, deadline_s=600)
        with pytest.raises(TimedOut):
            await bot.get_me(read_timeout=0.05)
        await bot.request.shutdown()


async def test_a_failure_on_the_way_is_the_librarys_network_error() -> None:
    async with ScriptedVendor(BREAKS_OFF).open() as vendor:
        bot = bot_for("1:x", vendor.url, deadline_s=5)
        with pytest.raises(NetworkError):
            await bot.get_me()
        await bot.request.shutdown()
    with pytest.raises(NetworkError):
        await bot_for("1:x", closed_port(), deadline_s=5).get_me()
