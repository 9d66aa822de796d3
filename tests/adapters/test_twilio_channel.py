"""Letters become Twilio messages, and each of its error codes becomes what a caller can act on."""

import contextlib
import logging
import subprocess
import sys
from base64 import b64encode
from collections.abc import AsyncGenerator, Iterator
from datetime import UTC, datetime

import pytest
from loguru import logger
from msgspec.structs import replace

from adapters.guard import NeverSent
from adapters.twilio_channel import TwilioAccount, TwilioChannel
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import LetterKind, Receipt, Taken
from tests.adapters.letters import ANNS_NUMBER, sms
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, ScriptedVendor, closed_port

SID = "AC" + "0" * 32
KEY = "canary-of-the-key"
CREATED = Answer(201, {"sid": "SM" + "1" * 32, "status": "queued"})


def refused(status: int, code: int, **headers: str) -> Answer:
    said = f"The 'To' number {ANNS_NUMBER.value} will not do."
    content = {"code": code, "message": said, "more_info": "https://example.com", "status": status}
    return Answer(status, content, {name.replace("_", "-"): value for name, value in headers.items()})


@contextlib.asynccontextmanager
async def twilio(
    *script: Answer, sender: str = "+14155550100", public_url: str = "", deadline_s: float = 5
) -> AsyncGenerator[tuple[TwilioChannel, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        channel = TwilioChannel(TwilioAccount(SID, KEY, sender, public_url, vendor.url), deadline_s)
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


async def test_a_message_goes_out_under_the_accounts_key() -> None:
    async with twilio(CREATED, public_url="https://pam.example") as (channel, vendor):
        assert await channel.send(sms("It’s noted.")) == Receipt("SM" + "1" * 32)

    asked = vendor.asked[0]
    assert (asked.method, asked.target) == ("POST", f"/2010-04-01/Accounts/{SID}/Messages.json")
    assert asked.headers["authorization"] == "Basic " + b64encode(f"{SID}:{KEY}".encode()).decode()
    assert asked.fields == {
        "To": "+14155550123",
        "From": "+14155550100",
        "Body": "It's noted.",
        "StatusCallback": "https://pam.example/sms/status",
    }


async def test_a_messaging_service_chooses_the_number_and_no_address_means_no_callback() -> None:
    async with twilio(CREATED, sender="MG" + "2" * 32) as (channel, vendor):
        await channel.send(sms())

    assert vendor.asked[0].fields == {"To": "+14155550123", "MessagingServiceSid": "MG" + "2" * 32, "Body": "Noted."}


async def test_a_long_answer_goes_in_parts_and_the_receipt_is_the_lasts() -> None:
    async with twilio(CREATED, Answer(201, {"sid": "SM2"})) as (channel, vendor):
        assert await channel.send(sms("word " * 500)) == Receipt("SM2")

    assert len(vendor.asked) == 2


async def test_an_edit_is_said_anew() -> None:
    async with twilio(CREATED) as (channel, vendor):
        await channel.send(sms("Undone.", "edit", ref="SM1"))

    assert vendor.asked[0].fields["Body"] == "Undone."


def listed(*messages: tuple[str, str, str]) -> Answer:
    uri = f"/2010-04-01/Accounts/{SID}/Messages.json?Page=1"
    page = [{"sid": sid, "body": body, "date_created": created} for sid, body, created in messages]
    return Answer(200, {"messages": page, "page_size": 50, "next_page_uri": uri})


async def test_twilio_is_asked_once_what_it_took_lately() -> None:
    noon = "Wed, 25 Nov 2026 12:00:00 +0000"
    page = listed(("SM2", "Noted.", noon), ("SM1", "Noted.", noon.replace("12:00:00", "11:59:59")))
    async with twilio(page) as (channel, vendor):
        assert await channel.recall(ANNS_NUMBER, datetime(2026, 11, 25, 12, tzinfo=UTC)) == [Taken("SM2", "Noted.")]

    (asked,) = vendor.asked
    assert (asked.method, asked.target.partition("?")[2]) == ("GET", "To=%2B14155550123&PageSize=50")


@pytest.mark.parametrize("answer", [Answer(200, {}), Answer(200, b'{"messages": ['), refused(503, 20503), BREAKS_OFF])
async def test_without_a_clear_answer_nothing_is_recalled(answer: Answer) -> None:
    async with twilio(answer) as (channel, _):
        with pytest.raises(Unavailable):
            await channel.recall(ANNS_NUMBER, datetime(2026, 11, 25, 12, tzinfo=UTC))


async def test_of_a_long_answer_only_what_was_not_taken_before_is_sent() -> None:
    long = sms("word " * 900)
    async with twilio(CREATED, Answer(201, {"sid": "SM2"}), Answer(201, {"sid": "SM3"})) as (channel, vendor):
        await channel.send(long)
        first, second, last = [str(asked.fields["Body"]) for asked in vendor.asked]
        assert first == second
        taken = (Taken("SM9", first), Taken("SM8", last))
        assert await channel.send(replace(long, attempt=2, taken=taken)) == Receipt("SM8")

    assert [asked.fields["Body"] for asked in vendor.asked[3:]] == [second]


@pytest.mark.parametrize("kind", ["tap_answer", "delete"])
async def test_what_sms_cannot_do_is_nothing_to_do(kind: LetterKind) -> None:
    async with twilio(CREATED) as (channel, vendor):
        assert await channel.send(sms("x", kind, ref="1")) == Receipt()
        await channel.show_typing(ANNS_NUMBER)

    assert vendor.asked == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (refused(400, 21610), "opted_out"),
        (refused(400, 21211), "bad_address"),
        (refused(400, 21614), "bad_address"),
        (refused(400, 21217), "bad_address"),
        (refused(403, 21408), "bad_address"),
        (refused(400, 21617), "refused"),
        (refused(404, 20404), "refused"),
        (Answer(400, b"<html>?</html>"), "refused"),
        (
            Answer(400, {"type": "https://example.com", "title": "No", "status": 400, "code": 21610}),
            "opted_out",
        ),
    ],
)
async def test_a_no_for_good_is_rejected_with_its_reason(answer: Answer, reason: str) -> None:
    async with twilio(answer) as (channel, vendor):
        with pytest.raises(Rejected) as no:
            await channel.send(sms())

    assert no.value.reason == reason
    assert no.value.__cause__ is not None
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        refused(500, 20500),
        refused(503, 20503),
        Answer(502, b"Bad Gateway"),
        Answer(201, b"<html>a proxy's page</html>"),
        Answer(201, []),
        Answer(201, b'{"sid": "SM'),
        BREAKS_OFF,
        HANGS,
    ],
)
async def test_no_answer_of_twilios_own_is_unavailable_and_not_tried_again(answer: Answer) -> None:
    async with twilio(answer, deadline_s=0.2) as (channel, vendor):
        await channel.warm_up()
        with pytest.raises(Unavailable) as later:
            await channel.send(sms())

    assert later.value.retry_after_s is None
    assert len(vendor.asked) == 1


@pytest.mark.parametrize(
    ("answer", "pause_s"),
    [
        (refused(429, 20429, Retry_After="7"), 7.0),
        (refused(429, 20429, Retry_After="Wed, 21 Oct 2026 07:28:00 GMT"), 1.0),
        (refused(429, 20429), 1.0),
        (refused(400, 20429), 1.0),
    ],
)
async def test_too_many_requests_name_the_time_to_come_back(answer: Answer, pause_s: float) -> None:
    async with twilio(answer) as (channel, _):
        with pytest.raises(Unavailable) as later:
            await channel.send(sms())

    assert later.value.retry_after_s == pause_s


async def test_a_twilio_that_cannot_be_reached_is_told_apart_as_never_sent() -> None:
    channel = TwilioChannel(TwilioAccount(SID, KEY, "+14155550100", "", closed_port()))
    with pytest.raises(NeverSent):
        await channel.send(sms())


async def test_a_refused_key_is_unavailable_and_told_loudly_once(log: list[str]) -> None:
    async with twilio(refused(401, 20003)) as (channel, _):
        for _ in range(2):
            with pytest.raises(Unavailable):
                await channel.send(sms())

    assert len([line for line in log if line.startswith("ERROR Twilio refuses our key")]) == 1


@pytest.mark.parametrize(
    "answer",
    [
        CREATED,
        refused(400, 21211),
        refused(401, 20003),
        Answer(400, {"type": "t", "title": f"No {ANNS_NUMBER.value}", "status": 400, "code": 1, "detail": KEY}),
        BREAKS_OFF,
    ],
)
async def test_number_words_and_key_show_in_no_error_and_no_log(
    answer: Answer, log: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[str] = []
    async with twilio(answer) as (channel, _):
        try:
            await channel.send(sms("canary-of-the-words"))
        except PamError as failure:
            error: BaseException | None = failure
            while error is not None:
                told += [str(error), repr(error)]
                error = error.__cause__ or error.__context__
    written = "".join([*told, *log, *caplog.messages])

    assert "canary" not in written
    assert ANNS_NUMBER.value not in written


def test_the_sdk_costs_nothing_before_it_is_used() -> None:
    lines = "import sys, adapters.twilio_channel, adapters.telegram_channel, adapters.console_channel"
    question = "print([name for name in sys.modules if name in ('twilio', 'telegram', 'aiohttp', 'requests', 'ssl')])"
    found = subprocess.run([sys.executable, "-c", f"{lines}; {question}"], capture_output=True, text=True, check=True)

    assert found.stdout.strip() in ("[]", "['ssl']")  # asyncio brings ssl along
