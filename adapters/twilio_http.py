"""Twilio's SDK over a lean HTTP client, with a deadline that holds and nothing logged.

The SDK's own asynchronous client ignores its timeout, cannot be pointed at a stand-in, logs addresses and costs
two to three times the CPU.
"""

import asyncio
import base64
import logging
from collections.abc import Awaitable, Mapping
from datetime import datetime
from json import JSONDecodeError
from typing import TypeVar
from urllib.parse import urlencode

from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.http import AsyncHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from adapters.guard import KeyRefused, NeverSent
from adapters.lean_http import BrokenOff, CannotConnect, HttpAnswer, LeanHttp
from bot.domain.errors import PamError, Rejected, Unavailable
from bot.domain.letter import Taken

# https://www.twilio.com/docs/api/errors
WRONG_KEY = 20003
TOO_MANY = 20429
REASONS = {21610: "opted_out", 21211: "bad_address", 21614: "bad_address", 21217: "bad_address", 21408: "bad_address"}

# Twilio names no time when it names none: its advice is to begin with a second or so.
PAUSE_S = 1.0

# One page. A number gets one letter at a time, and no letter has as many parts.
LISTED = 50

Result = TypeVar("Result")

TwilioError = TwilioRestException | TwilioServiceException


class TwilioHttp(AsyncHttpClient):
    """Carries the SDK's requests for api.twilio.com to ``origin``; no answer is told in PAM's words."""

    def __init__(self, origin: str, deadline_s: float) -> None:
        super().__init__(logging.getLogger(__name__), is_async=True, timeout=deadline_s)
        self._http = LeanHttp(origin)
        self._deadline_s = deadline_s

    async def request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        method: str,
        uri: str,
        params: Mapping[str, object] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the same
        allow_redirects: bool = False,  # noqa: FBT001, FBT002 - the same
    ) -> Response:
        """Raises NeverSent, and Unavailable where the answer is none or asks for a pause."""
        del allow_redirects
        target = "/" + uri.split("/", 3)[3]
        if params:
            target += "?" + urlencode(params, doseq=True)
        sent = dict(headers or {})
        if auth is not None:
            sent["Authorization"] = "Basic " + base64.b64encode(":".join(auth).encode()).decode()
        body = urlencode(data or {}, doseq=True).encode()
        try:
            async with asyncio.timeout(timeout or self._deadline_s):
                answer = await self._http.ask(method, target, sent, body)
        except CannotConnect as failure:
            raise NeverSent("Twilio cannot be reached") from failure
        except BrokenOff as failure:
            raise Unavailable("Twilio: the connection broke off") from failure
        return _read(answer)

    async def close(self) -> None:
        await self._http.close()


class TwilioMessages:
    """The SDK's messages resource. ``fields`` go along with every message: who sends, where the status is told."""

    def __init__(self, key: tuple[str, str], fields: Mapping[str, str], origin: str, deadline_s: float) -> None:
        self._http = TwilioHttp(origin, deadline_s)
        # Anything but an empty environment keeps the SDK from reading the process's own.
        self._messages = Client(*key, http_client=self._http, environment={"TWILIO_REGION": ""}).messages
        self._fields = fields

    async def create(self, to: str, body: str) -> str | None:
        """The message's sid. Raises Unavailable and Rejected."""
        return (await _asked(self._messages.create_async(to=to, body=body, **self._fields))).sid

    async def sent_to(self, to: str, since: datetime) -> list[Taken]:
        """Newest first. Not asked for by DateSent, which a message that still waits at Twilio has not got."""
        page = await _asked(self._messages.page_async(to=to, page_size=LISTED))
        return [
            Taken(each.sid, each.body)
            for each in page
            if each.sid and each.body and each.date_created and each.date_created >= since
        ]

    async def close(self) -> None:
        await self._http.close()


async def _asked(answer: Awaitable[Result]) -> Result:
    """Raises Unavailable and Rejected."""
    try:
        return await answer
    except (TwilioRestException, TwilioServiceException) as error:
        _hush(error)
        raise in_pams_words(error) from error
    except (JSONDecodeError, TwilioException) as failure:
        raise Unavailable("Twilio's answer cannot be read") from failure


def in_pams_words(error: TwilioError) -> PamError:
    code = error.code
    if error.status == 401 or code == WRONG_KEY:
        return KeyRefused(f"Twilio refuses the account's key ({code})")
    if code == TOO_MANY:
        return Unavailable("Twilio asked for a pause", retry_after_s=PAUSE_S)
    if error.status >= 500:
        return Unavailable(f"Twilio is out of order ({error.status})")
    return Rejected(REASONS.get(code or 0, "refused"), str(code))


def _hush(error: TwilioError) -> None:
    """Twilio's sentences repeat the number, and whoever logs the cause would write it down."""
    error.args = (error.status, error.code)
    if isinstance(error, TwilioRestException):
        error.msg, error.details = f"code {error.code}", None
    else:
        error.title, error.detail, error.errors = f"code {error.code}", None, []


def _read(answer: HttpAnswer) -> Response:
    if answer.status == 429:
        raise Unavailable("Twilio asked for a pause", retry_after_s=_pause_s(answer.headers.get("retry-after", "")))
    if answer.status < 300 and not answer.body.startswith(b"{"):
        raise Unavailable("Twilio's answer is not its own")
    return Response(answer.status, answer.body.decode("utf-8", "replace"), answer.headers)


def _pause_s(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else PAUSE_S
