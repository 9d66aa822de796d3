"""Twilio's real clients against the pretend REST API."""

import asyncio
import re
from typing import Any

import aiohttp
import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance

from adapters.sandbox.people import ANN_NUMBER
from tests.adapters.sandbox.conftest import TWILIO, Hands, LoopbackTwilio, Served

PAM_NUMBER = "+14155550100"
SERVICE = "MG" + "0" * 32


class AsyncLoopbackTwilio(AsyncTwilioHttpClient):
    """Twilio's own asynchronous HTTP client with another address."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401 - as it is there
        return await super().request(method, url.replace(TWILIO, self._url), *args, **kwargs)


async def create(twilio: Client, to: str = ANN_NUMBER, **options: str) -> MessageInstance:
    asked: dict[str, Any] = {"body": "hello", "from_": PAM_NUMBER, **options}
    return await asyncio.to_thread(twilio.messages.create, to, **asked)


async def refusal(twilio: Client, to: str = ANN_NUMBER, **options: str) -> tuple[int, int | None]:
    with pytest.raises(TwilioRestException) as caught:
        await create(twilio, to, **options)
    return caught.value.status, caught.value.code


async def test_a_message_is_queued_and_then_delivered(served: Served, twilio: Client, hands: Hands) -> None:
    message = await create(twilio, body="$45.30 groceries.")
    assert re.fullmatch(r"SM[0-9a-f]{32}", message.sid or "")
    assert (message.status, message.num_segments, message.direction) == ("queued", "1", "outbound-api")
    assert (message.to, message.from_, message.body) == (ANN_NUMBER, PAM_NUMBER, "$45.30 groceries.")
    assert message.date_created == hands.now()
    await served.street.settled()
    fetched = await asyncio.to_thread(twilio.messages(message.sid or "").fetch)
    assert (fetched.status, fetched.error_code) == ("delivered", None)
    assert [sms.body for sms in served.street.sms.messages()] == ["$45.30 groceries."]


# Twilio's client passes the session a parameter that aiohttp 4 will not know.
@pytest.mark.filterwarnings(
    "ignore:The 'auth' parameter is deprecated:DeprecationWarning", "ignore:BasicAuth:DeprecationWarning"
)
async def test_the_asynchronous_client_is_understood_too(served: Served) -> None:
    keys = served.street.keys
    async with AsyncLoopbackTwilio(served.url) as http:
        client = Client(keys.account_sid, keys.auth_token, http_client=http)
        message = await client.messages.create_async(ANN_NUMBER, body="hé", messaging_service_sid=SERVICE)
        assert (message.status, message.from_, message.messaging_service_sid) == ("accepted", PAM_NUMBER, SERVICE)
        assert [m.sid for m in await client.messages.list_async()] == [message.sid]


@pytest.mark.parametrize(
    ("to", "options", "code"),
    [
        ("", {}, 21604),
        ("12345", {}, 21211),
        ("+1 415 555 0123", {}, 21211),
        (ANN_NUMBER, {"from_": ""}, 21603),
        (ANN_NUMBER, {"from_": "", "messaging_service_sid": "MGwrong"}, 21603),
        (ANN_NUMBER, {"from_": "+14155550177"}, 21606),
        (PAM_NUMBER, {}, 21266),
        (ANN_NUMBER, {"body": ""}, 21602),
        (ANN_NUMBER, {"body": "x" * 1601}, 21617),
        (ANN_NUMBER, {"status_callback": "not an address"}, 21609),
    ],
)
async def test_what_twilio_would_not_send_is_refused(
    served: Served, twilio: Client, to: str, options: dict[str, str], code: int
) -> None:
    assert await refusal(twilio, to, **options) == (400, code)
    assert served.street.sms.messages() == []


async def test_who_opted_out_is_not_written_to(served: Served, twilio: Client) -> None:
    served.street.sms.say("Stop")
    assert await refusal(twilio) == (400, 21610)
    served.street.sms.say("START")
    assert (await create(twilio)).status == "queued"


async def test_a_troubled_number_is_refused_at_once_or_fails_later(served: Served, twilio: Client) -> None:
    served.street.sms.trouble(ANN_NUMBER, 21614)
    assert await refusal(twilio) == (400, 21614)
    served.street.sms.trouble(ANN_NUMBER, 30003)
    sid = (await create(twilio)).sid or ""
    await served.street.settled()
    fetched = await asyncio.to_thread(twilio.messages(sid).fetch)
    assert (fetched.status, fetched.error_code) == ("undelivered", 30003)
    assert fetched.error_message == "Unreachable destination handset"


async def test_a_wrong_token_is_not_let_in(served: Served) -> None:
    stranger = Client(served.street.keys.account_sid, "wrong", http_client=LoopbackTwilio(served.url))
    assert await refusal(stranger) == (401, 20003)
    assert served.street.sms.messages() == []


async def test_the_right_token_opens_no_other_account(served: Served, twilio: Client) -> None:
    with pytest.raises(TwilioRestException) as caught:
        await asyncio.to_thread(
            twilio.api.accounts("AC" + "0" * 32).messages.create, ANN_NUMBER, body="x", from_=PAM_NUMBER
        )
    assert (caught.value.status, caught.value.code) == (401, 20003)
    assert served.street.sms.messages() == []


async def test_an_unknown_parameter_is_refused(served: Served) -> None:
    keys = served.street.keys
    url = f"{served.url}/2010-04-01/Accounts/{keys.account_sid}/Messages.json"
    asked = {"To": ANN_NUMBER, "From": PAM_NUMBER, "Body": "x", "Colour": "red"}
    headers = {"Authorization": aiohttp.encode_basic_auth(keys.account_sid, keys.auth_token)}
    async with aiohttp.ClientSession() as session, session.post(url, data=asked, headers=headers) as response:
        assert (response.status, (await response.json())["message"]) == (400, "Unknown parameters: Colour")


async def test_nothing_is_found_under_an_invented_sid(twilio: Client) -> None:
    with pytest.raises(TwilioRestException) as caught:
        await asyncio.to_thread(twilio.messages("SM" + "0" * 32).fetch)
    assert (caught.value.status, caught.value.code) == (404, 20404)


async def test_the_account_can_be_asked_for(served: Served, twilio: Client) -> None:
    account = await asyncio.to_thread(twilio.api.accounts(served.street.keys.account_sid).fetch)
    assert account.status == "active"


async def test_messages_are_listed_newest_first_page_by_page_and_filtered(twilio: Client, hands: Hands) -> None:
    for number in range(5):
        await create(twilio, ANN_NUMBER if number % 2 else "+14155550199", body=f"number {number}")
        hands.move(3600)
    listed = await asyncio.to_thread(twilio.messages.list, page_size=2)
    assert [message.body for message in listed] == [f"number {n}" for n in (4, 3, 2, 1, 0)]
    to_ann = await asyncio.to_thread(twilio.messages.list, to=ANN_NUMBER)
    assert [message.body for message in to_ann] == ["number 3", "number 1"]
    start = Hands().now()
    hands.move(-5 * 3600)
    hands.move(2 * 3600)
    late = await asyncio.to_thread(twilio.messages.list, date_sent_after=hands.now())
    assert [message.body for message in late] == ["number 4", "number 3", "number 2"]
    assert len(await asyncio.to_thread(twilio.messages.list, date_sent_before=start)) == 1
