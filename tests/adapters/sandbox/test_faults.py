"""The switches that break a vendor, as the real SDKs feel them."""

import asyncio

import pytest
import requests
from aiohttp import ClientError, ClientSession
from starlette.types import Message
from telegram import Bot
from telegram.error import NetworkError, RetryAfter
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from adapters.sandbox.faults import Fault, Faults, Mode
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN, ANN_NUMBER
from adapters.sandbox.street import Street
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.hands import Hands
from tests.adapters.sandbox.house import until
from tests.virtual_time import run_in_virtual_time

# The library announces that retry_after will be a timedelta one day.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def text_ann(twilio: Client) -> None:
    await asyncio.to_thread(twilio.messages.create, ANN_NUMBER, from_="+14155550100", body="hello")


def answers(served: Served, vendor: str, what: str) -> list[tuple[int, str]]:
    return [(entry.status, entry.note) for entry in served.street.journal.calls(vendor, what)]


async def test_telegram_down_answers_nothing_and_does_nothing(served: Served, bot: Bot) -> None:
    served.street.telegram.open(ANN)
    served.street.faults.add("Telegram", Fault("down"))
    with pytest.raises(NetworkError):
        await bot.send_message(ANN.id, "hello")
    assert served.street.telegram.messages() == []
    assert answers(served, "Telegram", "sendMessage") == [(0, "down")]
    served.street.faults.heal("Telegram")
    assert (await bot.send_message(ANN.id, "hello")).text == "hello"


async def test_twilio_down_answers_nothing_and_does_nothing(served: Served, twilio: Client) -> None:
    served.street.faults.add("Twilio", Fault("down"))
    with pytest.raises(requests.ConnectionError):
        await text_ann(twilio)
    assert served.street.sms.messages() == []


async def test_a_dropped_answer_was_work_done(served: Served, bot: Bot, twilio: Client) -> None:
    served.street.telegram.open(ANN)
    served.street.faults.add("Telegram", Fault("drop", times=1))
    served.street.faults.add("Twilio", Fault("drop", times=1))
    with pytest.raises(NetworkError):
        await bot.send_message(ANN.id, "hello")
    with pytest.raises(requests.ConnectionError):
        await text_ann(twilio)
    assert [message.content.text for message in served.street.telegram.messages()] == ["hello"]
    assert [sms.body for sms in served.street.sms.messages()] == ["hello"]
    assert answers(served, "Telegram", "sendMessage") == [(200, "drop")]
    assert answers(served, "Twilio", "POST Messages") == [(201, "drop")]


@pytest.mark.parametrize("status", [500, 503])
async def test_errors_have_the_vendors_shape(served: Served, bot: Bot, twilio: Client, status: int) -> None:
    served.street.faults.add("Telegram", Fault("error", times=1, status=status))
    served.street.faults.add("Twilio", Fault("error", times=1, status=status))
    with pytest.raises(NetworkError, match=r"Internal Server Error|Service Unavailable"):
        await bot.send_message(ANN.id, "hello")
    with pytest.raises(TwilioRestException) as caught:
        await text_ann(twilio)
    assert (caught.value.status, caught.value.code) == (status, 20000 + status)


async def test_limits_have_the_vendors_shape(served: Served, bot: Bot, twilio: Client) -> None:
    served.street.faults.add("Telegram", Fault("limit", times=1, retry_after_s=7))
    served.street.faults.add("Twilio", Fault("limit", times=1))
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(ANN.id, "hello")
    assert told.value._retry_after.total_seconds() == 7
    with pytest.raises(TwilioRestException) as caught:
        await text_ann(twilio)
    assert (caught.value.status, caught.value.code) == (429, 20429)


def test_a_slow_vendor_answers_after_its_seconds(hands: Hands) -> None:
    street = Street(sandbox_keys(), hands.now)
    street.faults.add("Telegram", Fault("slow", seconds=90))
    took_s, status = run_in_virtual_time(_ask_who_it_is(street))
    assert (took_s, status) == (90, 200)
    assert [(entry.status, entry.note) for entry in street.journal] == [(200, "slow")]


async def _ask_who_it_is(street: Street) -> tuple[float, int]:
    """How long getMe took and its status; called as ASGI, for sockets live in real time."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    path = f"/bot{street.keys.bot_token}/getMe"
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await street.app(scope, receive, send)
    return asyncio.get_running_loop().time(), sent[0]["status"]


async def test_a_street_that_closes_cuts_off_who_waits_and_says_nothing(
    hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    street = Street(sandbox_keys(), hands.now)
    street.faults.add("Telegram", Fault("slow", times=1, seconds=3600))
    street.faults.add("OpenAI", Fault("hang"))
    key = {"Authorization": f"Bearer {street.keys.openai_key}"}
    async with ClientSession() as session:
        async with street.serve() as url:
            waiting = [
                asyncio.create_task(session.get(f"{url}/bot{street.keys.bot_token}/getMe")),
                asyncio.create_task(session.get(f"{url}/v1/models", headers=key)),
            ]
            await until(lambda: len(street.journal) == 1 and not street.faults.modes("Telegram"))
        cut_off = await asyncio.gather(*waiting, return_exceptions=True)
    assert [isinstance(answer, ClientError) for answer in cut_off] == [True, True]
    assert caplog.text == ""


async def test_one_vendor_breaks_alone(served: Served, bot: Bot, twilio: Client) -> None:
    served.street.faults.add("Telegram", Fault("down"))
    await text_ann(twilio)
    assert [sms.body for sms in served.street.sms.messages()] == ["hello"]
    with pytest.raises(NetworkError):
        await bot.get_me()


def test_a_counted_fault_heals_itself_and_says_so() -> None:
    heard: list[tuple[str, str]] = []
    faults = Faults(lambda vendor, mode: heard.append((vendor, mode)))
    faults.add("Stripe", Fault("error", times=2))
    played = [faults.take("Stripe", "error") is not None for _ in range(3)]
    assert played == [True, True, False]
    assert heard == [("Stripe", "error"), ("Stripe", "ok")]


def test_a_replacement_switches_the_others_off() -> None:
    faults = Faults(lambda _vendor, _mode: None)
    faults.add("OpenAI", Fault("slow"))
    faults.add("OpenAI", Fault("error"))
    faults.replace("OpenAI", Fault("down"))
    only: tuple[Mode, ...] = ("down",)
    assert faults.modes("OpenAI") == only
    assert faults.modes("Supabase") == ()
