"""OpenAI's SDK over a lean HTTP client: addresses, headers, key and errors are the SDK's, the bytes are carried by us.

Its ``create`` waits up to ten minutes, tries again by itself and builds the answer's objects at many times the CPU.
"""

import logging
from collections.abc import AsyncIterator

import httpx2
import openai

from adapters.guard import NeverSent
from adapters.lean_http import BrokenOff, CannotConnect, HttpStream, LeanHttp, TooLong
from adapters.openai_wire.account import OpenAiAccount
from adapters.openai_wire.event_stream import EventStream
from adapters.openai_wire.faults import Stumbled, in_pams_words
from adapters.openai_wire.shapes import TOO_LONG, Listening
from bot.domain.errors import PamError, Unavailable

# Its variable OPENAI_LOG would have it tell all it sends.
logging.getLogger("openai").setLevel(logging.WARNING)

_OURS = frozenset({b"host", b"content-length", b"connection", b"accept-encoding"})
_STREAM = "lean"


class OpenAiHttp:
    """Calls under the account's address; each raises Unavailable and Rejected, and leaves deadlines to the caller."""

    def __init__(self, account: OpenAiAccount, largest_answer: int) -> None:
        transport = LeanTransport(account.origin, largest_answer)
        self._client = openai.AsyncOpenAI(
            api_key=account.api_key,
            base_url=account.base_url,
            max_retries=0,
            http_client=httpx2.AsyncClient(transport=transport, trust_env=False, timeout=None),
        )
        # Left out it would be the process's own environment.
        self._client.organization = self._client.project = None

    async def post(self, path: str, body: bytes) -> bytes:
        """The answer's whole body."""
        try:
            answer = await self._client.post(path, content=body, cast_to=httpx2.Response)
        except openai.OpenAIError as error:
            raise _told(error) from error
        return answer.content

    async def follow(self, path: str, body: bytes, listening: Listening) -> bytes:
        """``listening`` takes each event as it comes. Who answers with one JSON body anyway: that, else b""."""
        try:
            answer = await self._client.post(path, content=body, cast_to=httpx2.Response, stream=True, stream_cls=None)
        except openai.OpenAIError as error:
            raise _told(error) from error
        pieces: list[bytes] = []
        events = EventStream(listening.take)

        def hear(piece: bytes) -> None:
            events.feed(piece)
            listening.tell()

        is_whole = answer.headers.get("content-type", "").startswith("application/json")
        try:
            await answer.extensions[_STREAM].hear(pieces.append if is_whole else hear)
        except TooLong as failure:
            raise Unavailable(TOO_LONG) from failure
        except BrokenOff as failure:
            raise Stumbled("OpenAI: the connection broke off") from failure
        finally:
            await answer.aclose()
        return b"".join(pieces)

    async def upload(self, path: str, fields: dict[str, str], file: tuple[str, bytes, str]) -> bytes:
        """As a form; the file is its name, content and media type."""
        try:
            answer = await self._client.post(
                path,
                body=fields,
                files={"file": file},
                cast_to=httpx2.Response,
                options={"headers": {"Content-Type": "multipart/form-data"}},
            )
        except openai.OpenAIError as error:
            raise _told(error) from error
        return answer.content

    async def close(self) -> None:
        await self._client.close()


class LeanTransport(httpx2.AsyncBaseTransport):
    """Under httpx2's client: its own transport costs more than all the rest and logs addresses."""

    def __init__(self, origin: str, largest_answer: int) -> None:
        self._http = LeanHttp(origin, largest_answer=largest_answer)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        headers = {
            name.decode("latin-1"): value.decode("latin-1")
            for name, value in request.headers.raw
            if name.lower() not in _OURS
        }
        headers["accept-encoding"] = "identity"
        target = request.url.raw_path.decode("ascii")
        try:
            answer = await self._http.open(request.method, target, headers, await request.aread())
        except CannotConnect as failure:
            raise httpx2.ConnectError("no connection") from failure
        except BrokenOff as failure:
            raise httpx2.ReadError("the connection broke off") from failure
        # Who packs it nevertheless is not understood: unpacked it could be a thousand times larger.
        answer.headers.pop("content-encoding", None)
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions={_STREAM: answer}
        )

    async def aclose(self) -> None:
        await self._http.close()


class _TooLong(httpx2.ReadError):
    """What ``adapters.lean_http.TooLong`` is to the SDK."""


class _Body(httpx2.AsyncByteStream):
    """Read whole in one piece, for who does not hear it as it comes."""

    def __init__(self, answer: HttpStream) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces: list[bytes] = []
        try:
            await self._answer.hear(pieces.append)
        except TooLong as failure:
            raise _TooLong("the answer is too long") from failure
        except BrokenOff as failure:
            raise httpx2.ReadError("the connection broke off") from failure
        yield b"".join(pieces)

    async def aclose(self) -> None:
        self._answer.close()


def _told(error: openai.OpenAIError) -> PamError:
    if isinstance(error, openai.APIStatusError):
        said = in_pams_words(error.status_code, error.code or error.type, error.response.headers)
        _hush(error)
        return said
    if isinstance(error.__cause__, httpx2.ConnectError):
        return NeverSent("OpenAI cannot be reached")
    if isinstance(error.__cause__, _TooLong):
        return Unavailable(TOO_LONG)
    if isinstance(error, openai.APIConnectionError):
        return Stumbled("OpenAI: the connection broke off")
    return Unavailable("OpenAI cannot be asked")


def _hush(error: openai.APIStatusError) -> None:
    """OpenAI's sentences repeat the prompt and parts of the key, and whoever logs the cause would write them down."""
    error.args = (f"status {error.status_code}",)
    error.message, error.body = error.args[0], None
