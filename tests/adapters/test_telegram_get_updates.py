"""Updates are asked for over python-telegram-bot, on a connection of their own, and each comes as it was sent."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

import pytest

from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from adapters.telegram_channel import TelegramChannel
from bot.domain.answer import say
from bot.domain.errors import Conflict, PamError, Unavailable
from bot.domain.letter import Address, Letter
from tests.adapters.sandbox.house import until
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, ScriptedVendor, closed_port

TOKEN = "123456:canary-of-the-token"


def done(result: object) -> Answer:
    return Answer(200, {"ok": True, "result": result})


@contextlib.asynccontextmanager
async def asked(*script: Answer, deadline_s: float = 5) -> AsyncGenerator[tuple[TelegramChannel, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        channel = TelegramChannel(TOKEN, vendor.url, deadline_s=deadline_s, poll_s=0)
        try:
            yield channel, vendor
        finally:
            await channel.close()


async def test_a_poll_says_what_it_wants_and_how_long_it_waits() -> None:
    async with asked(done([])) as (channel, vendor):
        assert await channel.get_updates(None, 100) == []
        assert await channel.get_updates(7, 1) == []

    kinds = ["message", "callback_query", "edited_message", "my_chat_member"]
    wanted = {"limit": 100, "timeout": 0, "allowed_updates": kinds}
    assert [each.fields for each in vendor.asked] == [wanted, {**wanted, "limit": 1, "offset": 7}]
    assert vendor.asked[0].target == f"/bot{TOKEN}/getUpdates"


async def test_each_update_comes_as_it_was_sent() -> None:
    async with asked(Answer(200, b'{"ok":true,"result":[{"update_id": 1 },NaN]}')) as (channel, _):
        assert await channel.get_updates(None, 100) == [b'{"update_id": 1 }', b"NaN"]


async def test_the_webhook_goes_and_what_waits_for_it_stays() -> None:
    async with asked(done(result=True)) as (channel, vendor):
        await channel.delete_webhook()
    assert vendor.asked[0].target.endswith("/deleteWebhook")
    assert vendor.asked[0].fields == {"drop_pending_updates": False}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, b"<html>all is well</html>"),
        Answer(200, {"ok": False, "error_code": 500, "description": "Internal"}),
        Answer(200, {"ok": True, "result": True}),
        Answer(200, []),
        Answer(502, b"<html>Bad Gateway</html>"),
        Answer(401, {"ok": False, "error_code": 401, "description": "Unauthorized"}),
        Answer(404, {"ok": False, "error_code": 404, "description": "Not Found"}),
        BREAKS_OFF,
    ],
)
async def test_an_answer_without_updates_is_asked_for_later(answer: Answer) -> None:
    async with asked(answer) as (channel, _):
        with pytest.raises(Unavailable) as told:
            await channel.get_updates(None, 100)
    assert told.value.retry_after_s is None


async def test_a_poll_that_hangs_is_given_up() -> None:
    async with asked(HANGS, deadline_s=0.05) as (channel, _):
        with pytest.raises(Unavailable):
            await channel.get_updates(None, 100)


async def test_a_poll_has_its_wait_on_top_of_the_deadline() -> None:
    async with ScriptedVendor(HANGS).open() as vendor:
        channel = TelegramChannel(TOKEN, vendor.url, deadline_s=0.05, poll_s=60)
        poll = asyncio.create_task(channel.get_updates(None, 100))
        await until(lambda: bool(vendor.asked))
        with pytest.raises(PamError):
            await channel.username()
        assert not poll.done()
        poll.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await poll
        await channel.close()


async def test_nobody_there_is_not_tried_again_at_once() -> None:
    channel = TelegramChannel(TOKEN, closed_port(), poll_s=0)
    with pytest.raises(Unavailable):
        await channel.get_updates(None, 100)
    await channel.close()


async def test_somebody_else_gets_them() -> None:
    conflict = "Conflict: terminated by other getUpdates request"
    refusal = Answer(409, {"ok": False, "error_code": 409, "description": conflict})
    async with asked(refusal) as (channel, _):
        with pytest.raises(Conflict, match="terminated by other"):
            await channel.get_updates(None, 100)


async def test_a_halt_of_the_polls_halts_no_letter() -> None:
    halt = Answer(429, {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": 600}})
    async with asked(halt, done({"message_id": 7})) as (channel, _):
        with pytest.raises(Unavailable) as told:
            await channel.get_updates(None, 100)
        assert told.value.retry_after_s == 600
        async with asyncio.timeout(5):
            await channel.send(Letter(id=1, address=Address("telegram", "42"), kind="message", answer=say("Noted.")))


async def test_a_letter_does_not_wait_behind_a_poll() -> None:
    street = Street(sandbox_keys(), SystemClock().now)
    async with street.serve() as url:
        channel = TelegramChannel(street.keys.bot_token, url)
        street.telegram.open(ANN)
        poll = asyncio.create_task(channel.get_updates(None, 100))
        await until(lambda: street._updates._poll is not None)
        letter = Letter(id=1, address=Address("telegram", str(ANN.id)), kind="message", answer=say("Noted."))
        await channel.send(letter)
        assert not poll.done()
        street.telegram.say("coffee 4.50")
        assert b"coffee 4.50" in (await poll)[0]
        await channel.close()
