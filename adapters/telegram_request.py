"""The road to Telegram: python-telegram-bot's requests over a lean HTTP client, and a short way to say things.

The library's own client, httpx, costs 7 to 33 times the CPU and logs addresses that hold the bot's token.
"""

import asyncio
import secrets
from collections.abc import Mapping

import msgspec
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData

from adapters.guard import KeyRefused, NeverSent
from adapters.lean_http import BrokenOff, CannotConnect, LeanHttp
from adapters.telegram_batch import updates_in
from bot.domain import errors
from bot.domain.errors import PamError, Rejected, Unavailable


class FloodHalt(TelegramError):
    """Telegram wants silence from the whole bot; the library's own RetryAfter warns whenever it is read."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Flood control: retry in {seconds:g} s")
        self.seconds = seconds


class NeverArrived(NetworkError):
    """No connection came about: Telegram did not see the call."""


# What a "Bad Request" says, https://core.telegram.org/bots/api#making-requests, by what the channel does about it.
REASONS = {
    "chat not found": "blocked",
    "user not found": "blocked",
    "group chat was upgraded": "blocked",
    "group chat was deactivated": "blocked",
    "peer_id_invalid": "blocked",
    "message is not modified": "not_modified",
    "there is no text in the message to edit": "no_text",
    "query is too old": "too_late",
    "message to delete not found": "gone",
    "file is too big": "too_large",
}


class _Parameters(msgspec.Struct):
    retry_after: float = 1.0


class _Refusal(msgspec.Struct):
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


class TelegramRequest(BaseRequest):
    """Connections kept alive, opened by the first call; every call has one deadline over all of it."""

    __slots__ = ("_deadline_s", "_http", "_origin")

    def __init__(self, origin: str, deadline_s: float) -> None:
        self._origin = origin
        self._deadline_s = deadline_s
        self._http = LeanHttp(origin)

    @property
    def read_timeout(self) -> float:
        return self._deadline_s

    async def initialize(self) -> None:
        """Nothing to do before the first call."""

    async def shutdown(self) -> None:
        await self._http.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. ``read_timeout`` is taken as the deadline over the whole call, the other three are in it."""
        del write_timeout, connect_timeout, pool_timeout
        deadline_s = read_timeout if isinstance(read_timeout, int | float) else self._deadline_s
        content_type, body = _body_of(request_data)
        headers = {"User-Agent": self.USER_AGENT, "Content-Type": content_type}
        try:
            async with asyncio.timeout(deadline_s):
                answer = await self._http.ask(method, url.removeprefix(self._origin), headers, body)
        except CannotConnect as failure:
            raise NeverArrived("no connection") from failure
        except TimeoutError as late:
            raise TimedOut from late
        except BrokenOff as failure:
            raise NetworkError("the connection broke off") from failure
        if answer.status == 429:
            raise FloodHalt(_retry_after_s(answer.body))
        return answer.status, answer.body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        try:
            answer = msgspec.json.decode(payload, type=dict[str, object])
        except (msgspec.DecodeError, UnicodeDecodeError) as failure:
            raise NetworkError("Invalid server response") from failure
        # The library reads "result" unasked, whatever a proxy answered in Telegram's name.
        answer.setdefault("result", None)
        return answer


class PollingRequest(TelegramRequest):
    """Carries getUpdates alone, on a connection of its own: no call waits behind a poll."""

    __slots__ = ()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        updates = updates_in(payload)
        return TelegramRequest.parse_json_payload(payload) if updates is None else {"result": updates}


class LeanBot(Bot):
    """A Bot that can say a thing without building the library's objects for every message that comes back."""

    async def say(self, endpoint: str, fields: Mapping[str, object]) -> object:
        """The ``result`` of the Bot API as it came; of getUpdates a list with the bytes of each update.

        Raises Unavailable (with ``retry_after_s`` only when the whole bot must pause) and Rejected; Conflict where
        somebody else gets the bot's updates.
        """
        try:
            return await self._do_post(endpoint, dict(fields))
        except TelegramError as error:
            raise in_pams_words(error) from error

    @staticmethod
    def file(content: bytes, name: str) -> InputFile:
        """A field of ``say`` that goes up as a file; the name's ending tells its kind."""
        return InputFile(content, name)

    async def hang_up(self) -> None:
        for request in self._request:
            await request.shutdown()


def in_pams_words(error: TelegramError) -> PamError:
    if isinstance(error, FloodHalt):
        return Unavailable("Telegram asked for a pause", retry_after_s=error.seconds)
    if isinstance(error, NeverArrived):
        return NeverSent("Telegram cannot be reached")
    if isinstance(error, Forbidden | ChatMigrated):
        return Rejected("blocked", error.message)
    if isinstance(error, BadRequest):
        said = error.message.lower()
        reason = next((REASONS[words] for words in REASONS if words in said), "refused")
        return Rejected(reason, error.message)
    if isinstance(error, Conflict):
        return errors.Conflict(error.message)
    if isinstance(error, InvalidToken):
        return KeyRefused("Telegram refuses the bot's token")
    return Unavailable(f"Telegram: {error.message}")


def bot_for(token: str, origin: str, deadline_s: float, poll_s: float = 0.0) -> LeanBot:
    """``origin`` is the Bot API's scheme, host and port; ``poll_s`` is how much longer a poll may take than a call."""
    return LeanBot(
        token,
        base_url=f"{origin}/bot",
        base_file_url=f"{origin}/file/bot",
        request=TelegramRequest(origin, deadline_s),
        get_updates_request=PollingRequest(origin, deadline_s + poll_s),
    )


def _body_of(data: RequestData | None) -> tuple[str, bytes]:
    """Content type and body: JSON, or a multipart form where a file goes along."""
    if data is None or not data.contains_files:
        return "application/json", msgspec.json.encode(data.parameters if data else {})
    boundary = secrets.token_hex(16)
    parts = [(f'name="{name}"', value.encode()) for name, value in data.json_parameters.items()]
    for name, (filename, content, mime_type) in data.multipart_data.items():
        file = content if isinstance(content, bytes) else content.read()
        safe_name = filename.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        parts.append((f'name="{name}"; filename="{safe_name}"\r\nContent-Type: {mime_type}', file))
    body = b"".join(
        f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content + b"\r\n"
        for head, content in parts
    )
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


def _retry_after_s(payload: bytes) -> float:
    try:
        return msgspec.json.decode(payload, type=_Refusal).parameters.retry_after
    except msgspec.DecodeError:
        return 1.0
