"""A street with its vendors served, a house it tells things to, and the vendors' own SDKs pointed at it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from openai import AsyncOpenAI
from starlette.applications import Starlette
from telegram import Bot
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response as TwilioResponse
from twilio.rest import Client

from adapters.sandbox.courier import Backoff
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.loopback_server import serve_on_loopback
from adapters.sandbox.page_server import page_routes
from adapters.sandbox.street import Street
from tests.adapters.sandbox.hands import Hands
from tests.adapters.sandbox.house import House
from tests.adapters.sandbox.page import Browser, Pam, hooks_of

TWILIO = "https://api.twilio.com"


@dataclass
class Served:
    """The street, its address and the house's."""

    street: Street
    url: str
    house: House
    house_url: str

    def point(self) -> None:
        self.street.point_at(self.house_url)


class LoopbackTwilio(TwilioHttpClient):
    """Twilio's own HTTP client with another address."""

    def __init__(self, url: str) -> None:
        super().__init__(timeout=5)
        self._url = url

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> TwilioResponse:  # noqa: ANN401 - as it is there
        return super().request(method, url.replace(TWILIO, self._url), *args, **kwargs)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
async def served(hands: Hands) -> AsyncGenerator[Served]:
    street = Street(sandbox_keys(), hands.now, backoff=Backoff(first_s=0.001, most_s=0.01, attempts=5))
    house = House()
    async with house.open() as house_url, street.serve() as url:
        yield Served(street, url, house, house_url)


@pytest.fixture
async def bot(served: Served) -> AsyncGenerator[Bot]:
    bot = Bot(served.street.keys.bot_token, base_url=f"{served.url}/bot", base_file_url=f"{served.url}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
def twilio(served: Served) -> Client:
    keys = served.street.keys
    return Client(keys.account_sid, keys.auth_token, http_client=LoopbackTwilio(served.url))


@pytest.fixture
async def openai(served: Served) -> AsyncGenerator[AsyncOpenAI]:
    """OpenAI's own SDK, which tries nothing twice."""
    key, url = served.street.keys.openai_key, f"{served.url}/v1"
    async with AsyncOpenAI(api_key=key, base_url=url, max_retries=0, timeout=5) as client:
        yield client


@pytest.fixture
def pam(hands: Hands) -> Pam:
    return Pam(hands)


@pytest.fixture
async def browser(served: Served, pam: Pam) -> AsyncGenerator[Browser]:
    served.point()
    app = Starlette(routes=page_routes(served.street, hooks_of(pam)))
    async with serve_on_loopback(app) as url, aiohttp.ClientSession() as session:
        yield Browser(url, session)
