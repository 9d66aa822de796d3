"""Letters become calls of the Bot API, and each of its refusals becomes what a caller can act on."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Iterator

import pytest
from loguru import logger

from adapters.guard import NeverSent
from adapters.telegram_channel import TelegramChannel
from bot.domain.answer import Answer, Button, Span, say
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt
from tests.adapters.letters import ANN, letter
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, ScriptedVendor, closed_port
from tests.adapters.scripted_vendor import Answer as Said

TOKEN = "123456:canary-of-the-token"


def done(*, result: object) -> Said:
    return Said(200, {"ok": True, "result": result})


def message(message_id: int) -> Said:
    return done(result={"message_id": message_id, "date": 1790000000, "chat": {"id": 42, "type": "private"}})


def refused(status: int, description: str, **parameters: float) -> Said:
    content = {"ok": False, "error_code": status, "description": description}
    return Said(status, content | ({"parameters": parameters} if parameters else {}))


@contextlib.asynccontextmanager
async def telegram(*script: Said, deadline_s: float = 5) -> AsyncGenerator[tuple[TelegramChannel, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        channel = TelegramChannel(TOKEN, vendor.url, deadline_s=deadline_s)
        try:
            yield channel, vendor
        finally:
            await channel.close()


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="DEBUG", format="{level} {message}")
    yield lines
    logger.remove(sink)


async def test_a_message_is_said_in_html_with_its_buttons() -> None:
    answer = Answer(lines=((Span("$4.50", strong=True), Span(" coffee.")),), buttons=(Button("undo", "t0ken"),))
    async with telegram(message(7)) as (channel, vendor):
        assert await channel.send(letter(answer)) == Receipt("7")

    assert vendor.asked[0].target == f"/bot{TOKEN}/sendMessage"
    assert vendor.asked[0].fields == {
        "chat_id": 42,
        "text": "<b>$4.50</b> coffee.",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [[{"text": "undo", "callback_data": "t0ken"}]]},
    }


async def test_a_long_answer_goes_in_parts_with_the_buttons_under_the_last() -> None:
    answer = Answer(lines=say("word " * 1500).lines, buttons=(Button("undo", "t"),))
    async with telegram(message(7), message(8)) as (channel, vendor):
        assert await channel.send(letter(answer)) == Receipt("8")

    assert ["reply_markup" in asked.fields for asked in vendor.asked] == [False, True]


async def test_an_edit_replaces_its_message() -> None:
    async with telegram(message(7)) as (channel, vendor):
        assert await channel.send(letter("Undone.", "edit", ref="7")) == Receipt("7")

    assert vendor.asked[0].target.endswith("/editMessageText")
    assert vendor.asked[0].fields["message_id"] == 7


async def test_an_edit_that_grew_goes_on_in_a_new_message() -> None:
    async with telegram(message(7), message(9)) as (channel, vendor):
        assert await channel.send(letter("word " * 1500, "edit", ref="7")) == Receipt("9")

    assert [asked.target.rpartition("/")[2] for asked in vendor.asked] == ["editMessageText", "sendMessage"]


async def test_a_tap_is_answered_with_a_short_notice() -> None:
    async with telegram(done(result=True)) as (channel, vendor):
        assert await channel.send(letter("x" * 300, "tap_answer", ref="tap-1")) == Receipt()
        await channel.send(letter("", "tap_answer", ref="tap-2"))

    assert vendor.asked[0].target.endswith("/answerCallbackQuery")
    assert vendor.asked[0].fields == {"callback_query_id": "tap-1", "text": "x" * 200}
    assert vendor.asked[1].fields == {"callback_query_id": "tap-2"}


async def test_a_delete_takes_the_message_away() -> None:
    async with telegram(done(result=True)) as (channel, vendor):
        assert await channel.send(letter("", "delete", ref="5")) == Receipt()

    assert vendor.asked[0].target.endswith("/deleteMessage")
    assert vendor.asked[0].fields == {"chat_id": 42, "message_id": 5}


@pytest.mark.parametrize(
    ("refusal", "sent", "receipt"),
    [
        (
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
            letter("Same.", "edit", ref="7"),
            Receipt("7"),
        ),
        (
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            letter("", "tap_answer", ref="1"),
            Receipt(),
        ),
        ("Bad Request: message to delete not found", letter("", "delete", ref="7"), Receipt()),
    ],
)
async def test_what_is_so_already_counts_as_done(refusal: str, sent: Letter, receipt: Receipt) -> None:
    async with telegram(refused(400, refusal)) as (channel, _):
        assert await channel.send(sent) == receipt


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refused(403, "Forbidden: bot was blocked by the user"), "blocked"),
        (refused(403, "Forbidden: user is deactivated"), "blocked"),
        (refused(403, "Forbidden: bot was kicked from the group chat"), "blocked"),
        (refused(400, "Bad Request: chat not found"), "blocked"),
        (
            refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=-1001,
            ),
            "blocked",
        ),
        (refused(400, "Bad Request: can't parse entities: Unsupported start tag"), "refused"),
    ],
)
async def test_a_no_for_good_is_rejected_with_its_reason(answer: Said, reason: str) -> None:
    async with telegram(answer) as (channel, vendor):
        with pytest.raises(Rejected) as no:
            await channel.send(letter())

    assert no.value.reason == reason
    assert no.value.__cause__ is not None
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        refused(500, "Internal Server Error"),
        refused(502, "Bad Gateway"),
        Said(503, b"<html>down for a moment</html>"),
        Said(200, b"<html>a proxy's page</html>"),
        Said(200, {"ok": False}),
        done(result={"no": "message"}),
        BREAKS_OFF,
        HANGS,
    ],
)
async def test_no_answer_of_telegrams_own_is_unavailable_and_not_tried_again(answer: Said) -> None:
    async with telegram(answer, deadline_s=0.1) as (channel, vendor):
        with pytest.raises(Unavailable) as later:
            await channel.send(letter())

    assert later.value.retry_after_s is None
    assert len(vendor.asked) == 1


async def test_a_telegram_that_cannot_be_reached_is_told_apart_as_never_sent() -> None:
    channel = TelegramChannel(TOKEN, closed_port())
    with pytest.raises(NeverSent):
        await channel.send(letter())


@pytest.mark.parametrize("answer", [refused(401, "Unauthorized"), refused(404, "Not Found")])
async def test_a_refused_token_is_unavailable_and_told_loudly_once(answer: Said, log: list[str]) -> None:
    async with telegram(answer) as (channel, _):
        for _ in range(2):
            with pytest.raises(Unavailable):
                await channel.send(letter())

    assert len([line for line in log if line.startswith("ERROR Telegram refuses our key")]) == 1


async def test_a_flood_halt_names_its_time_and_holds_back_the_whole_bot() -> None:
    halt = refused(429, "Too Many Requests: retry after 3600", retry_after=3600)
    async with telegram(halt, message(7)) as (channel, vendor):
        with pytest.raises(Unavailable) as later:
            await channel.send(letter())
        assert later.value.retry_after_s == 3600
        with pytest.raises(Unavailable) as held_back:
            await channel.send(letter(to=Address("telegram", "43")))
        await channel.show_typing(ANN)

    assert 3590 < (held_back.value.retry_after_s or 0) <= 3600
    assert len(vendor.asked) == 1


async def test_a_short_halt_ends_and_the_next_message_goes_out() -> None:
    halt = refused(429, "Too Many Requests", retry_after=0.05)
    async with telegram(halt, message(7)) as (channel, _):
        with pytest.raises(Unavailable):
            await channel.send(letter())
        assert await channel.send(letter()) == Receipt("7")


async def test_typing_waits_for_nothing() -> None:
    halt = refused(429, "Too Many Requests", retry_after=0.1)
    async with telegram(halt, message(7)) as (channel, vendor):
        with pytest.raises(Unavailable):
            await channel.send(letter())
        await channel.show_typing(ANN)
        await channel.send(letter())

    assert [asked.target.rpartition("/")[2] for asked in vendor.asked] == ["sendMessage", "sendMessage"]


@pytest.mark.parametrize(
    "sent",
    [letter(to=Address("telegram", "ann")), letter("", "delete", ref="x"), letter("", "edit", ref="x")],
)
async def test_an_address_or_reference_that_is_no_number_never_leaves(sent: Letter) -> None:
    async with telegram(message(7)) as (channel, vendor):
        with pytest.raises(Rejected):
            await channel.send(sent)

    assert vendor.asked == []


async def test_typing_is_shown_and_never_raises() -> None:
    async with telegram(done(result=True), refused(403, "Forbidden: bot was blocked by the user")) as (channel, vendor):
        await channel.show_typing(ANN)
        await channel.show_typing(ANN)
        await channel.show_typing(Address("telegram", "ann"))

    assert [asked.fields for asked in vendor.asked] == [{"chat_id": 42, "action": "typing"}] * 2


async def test_the_webhook_is_set_with_its_secret_and_kinds() -> None:
    async with telegram(done(result=True)) as (channel, vendor):
        await channel.set_webhook("https://pam.example/telegram/webhook", "s3cret")

    assert vendor.asked[0].target.endswith("/setWebhook")
    assert vendor.asked[0].fields == {
        "url": "https://pam.example/telegram/webhook",
        "secret_token": "s3cret",
        "allowed_updates": ["message", "callback_query", "edited_message", "my_chat_member"],
        "drop_pending_updates": False,
    }


async def test_the_bot_knows_its_username() -> None:
    async with telegram(done(result={"id": 1, "is_bot": True, "first_name": "PAM", "username": "pam_bot"})) as (
        channel,
        _,
    ):
        assert await channel.username() == "pam_bot"


async def test_messages_to_one_chat_arrive_in_the_order_they_were_given() -> None:
    async with telegram(*[message(number) for number in range(3)]) as (channel, vendor):
        receipts = await asyncio.gather(*[channel.send(letter(f"number {number}")) for number in range(3)])

    assert [asked.fields["text"] for asked in vendor.asked] == ["number 0", "number 1", "number 2"]
    assert receipts == [Receipt("0"), Receipt("1"), Receipt("2")]


@pytest.mark.parametrize("answer", [refused(401, "Unauthorized"), BREAKS_OFF, HANGS, Said(200, b"not json"), None])
async def test_the_token_shows_in_no_error_and_no_log(
    answer: Said | None, log: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    if answer is None:
        channel = TelegramChannel(TOKEN, closed_port())
        with pytest.raises(PamError) as failure:
            await channel.send(letter())
    else:
        async with telegram(answer, deadline_s=0.1) as (channel, _):
            with pytest.raises(PamError) as failure:
                await channel.send(letter())
    told: list[str] = []
    error: BaseException | None = failure.value
    while error is not None:
        told += [str(error), repr(error)]
        error = error.__cause__ or error.__context__

    assert "canary" not in "".join([*told, *log, *caplog.messages])
