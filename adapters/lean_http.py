"""A lean HTTP/1.1 client for one vendor: connections kept alive, answers read whole or as they come, nothing logged.

A third of aiohttp's CPU for a small call and a fortieth of its import; the parser is llhttp's, by httptools.
Deadlines are the caller's (``asyncio.timeout``): a call that is cancelled closes its connection.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

import aiohappyeyeballs
import httptools

# Vendors keep an idle connection longer than this; one that they might be closing must not get a call.
IDLE_S = 15.0
MOST_CONNECTIONS = 64
# The largest file a bot may download is 20 MB, https://core.telegram.org/bots/api#getfile.
LARGEST_ANSWER = 24 * 2**20


class CannotConnect(OSError):
    """No connection came about: the request was not sent."""


class BrokenOff(OSError):
    """The connection ended before the answer did; whether the request was acted on is unknown."""


class TooLong(BrokenOff):
    """There was more of an answer than is taken: asked for again it would hardly be shorter."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """``headers`` have lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes


class LeanHttp:
    """Speaks to one origin, ``https://host`` or ``http://host:port``; ``trusting`` instead of the system's CAs."""

    def __init__(
        self, origin: str, trusting: ssl.SSLContext | None = None, largest_answer: int = LARGEST_ANSWER
    ) -> None:
        parts = urlsplit(origin)
        self._host = parts.hostname or ""
        self._is_secure = parts.scheme == "https"
        self._port = parts.port or (443 if self._is_secure else 80)
        self._host_header = parts.netloc.rpartition("@")[2]
        self._tls = trusting
        self._largest_answer = largest_answer
        self._idle: list[_Connection] = []
        self._places = asyncio.Semaphore(MOST_CONNECTIONS)

    async def ask(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> HttpAnswer:
        """One request. Raises CannotConnect, BrokenOff, and ValueError for what would not be one request."""
        request = self._head(method, target, headers, len(body)) + body
        async with self._places:
            connection = self._kept() or await self._connected()
            try:
                return await connection.ask(request)
            finally:
                self._give_back(connection)

    async def open(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> "HttpStream":
        """One request, and its answer as soon as the head is there; to be closed. Raises what ``ask`` raises."""
        request = self._head(method, target, headers, len(body)) + body
        await self._places.acquire()
        connection = stream = None
        try:
            connection = self._kept() or await self._connected()
            stream = HttpStream(*await connection.begin(request), connection, self._put_back)
        finally:
            if stream is None:
                self._put_back(connection)
        return stream

    async def close(self) -> None:
        while self._idle:
            self._idle.pop().drop()
        # An aborted connection closes its socket in the loop's next turn.
        await asyncio.sleep(0)

    def _put_back(self, connection: "_Connection | None") -> None:
        """Of a call that was opened: its connection, and its place."""
        if connection is not None:
            self._give_back(connection)
        self._places.release()

    def _give_back(self, connection: "_Connection") -> None:
        if connection.is_reusable:
            self._idle.append(connection)
        else:
            connection.drop()

    def _head(self, method: str, target: str, headers: Mapping[str, str], length: int) -> bytes:
        lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
        first = f"{method} {target} HTTP/1.1\r\n"
        head = f"{first}Host: {self._host_header}\r\n{lines}Content-Length: {length}\r\n\r\n"
        if first.count(" ") != 2 or head.count("\n") != len(headers) + 4 or head.count("\r") != len(headers) + 4:
            raise ValueError("the address or a header would not be one request")
        return head.encode("latin-1")

    def _kept(self) -> "_Connection | None":
        oldest = asyncio.get_running_loop().time() - IDLE_S
        while self._idle:
            connection = self._idle.pop()
            if connection.is_reusable and connection.idle_since > oldest:
                return connection
            connection.drop()
        return None

    async def _connected(self) -> "_Connection":
        loop = asyncio.get_running_loop()
        if self._is_secure and self._tls is None:
            self._tls = ssl.create_default_context()
        tls, name = (self._tls, self._host) if self._is_secure else (None, None)
        try:
            found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
            # https://www.rfc-editor.org/rfc/rfc8305: the next address is tried beside the first after 250 ms.
            sock = await aiohappyeyeballs.start_connection(found, happy_eyeballs_delay=0.25)
            _, connection = await loop.create_connection(
                lambda: _Connection(self._largest_answer), sock=sock, ssl=tls, server_hostname=name
            )
        except OSError as failure:
            raise CannotConnect(f"no connection to {self._host}: {type(failure).__name__}") from failure
        return connection


class HttpStream:
    """An answer whose body is still coming; closed before its end it takes its connection along."""

    def __init__(
        self,
        status: int,
        headers: dict[str, str],
        connection: "_Connection",
        put_back: Callable[["_Connection"], None],
    ) -> None:
        self.status = status
        self.headers = headers
        self._connection: _Connection | None = connection
        self._put_back = put_back

    async def hear(self, take: Callable[[bytes], None]) -> None:
        """``take`` is given what came of the body each time something came, and raises nothing. Raises BrokenOff."""
        if self._connection is None:
            raise BrokenOff("closed before it was heard")
        await self._connection.hear(take)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self._put_back(connection)


class _Connection(asyncio.Protocol):
    """One connection, one request at a time; httptools calls the ``on_…`` methods."""

    def __init__(self, largest_answer: int) -> None:
        self.idle_since = 0.0
        self.is_reusable = False
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._coming: asyncio.Future[HttpAnswer] = self._loop.create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._largest_answer = largest_answer
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []
        self._size = 0
        self._ends_with_connection = False
        # Of an answer that is heard as it comes: the wait for its head, and who takes the pieces of its body.
        self._beginning: asyncio.Future[None] | None = None
        self._take: Callable[[bytes], None] | None = None

    async def ask(self, request: bytes) -> HttpAnswer:
        self._send(request)
        return await self._coming

    async def begin(self, request: bytes) -> tuple[int, dict[str, str]]:
        """Status and headers; the body waits for ``hear``."""
        self._send(request)
        self._beginning = self._loop.create_future()
        await self._beginning
        return self._parser.get_status_code(), self._headers

    async def hear(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self._hand_over()
        await self._coming

    def _send(self, request: bytes) -> None:
        self.is_reusable = False
        if self._transport is None or self._transport.is_closing():
            raise BrokenOff("closed before the request")
        self._coming = self._loop.create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._headers, self._body, self._size = {}, [], 0
        self._beginning = self._take = None
        self._ends_with_connection = False
        self._transport.write(request)

    def drop(self) -> None:
        self.is_reusable = False
        # Also where it failed already: then it counts as looked at, and nobody is told of a fault nobody waited for.
        self._coming.cancel()
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._coming.done():
            # Nobody asked: what comes now must not become the answer to the next request.
            self.drop()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as failure:
            self._fail(BrokenOff(f"not HTTP: {type(failure).__name__}"))
        self._hand_over()

    def connection_lost(self, exc: Exception | None) -> None:
        if exc is None and self._ends_with_connection and not self._coming.done():
            self._coming.set_result(self._answer())
        self.is_reusable = False
        self._fail(BrokenOff(f"closed before the answer: {type(exc).__name__}" if exc else "closed before the answer"))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        if self._parser.get_status_code() < 200:
            return
        # https://www.rfc-editor.org/rfc/rfc9112#section-6.3: a body of untold length ends with the connection.
        self._ends_with_connection = self._headers.keys().isdisjoint(("content-length", "transfer-encoding"))
        if self._beginning is not None and not self._beginning.done():
            self._beginning.set_result(None)

    def on_body(self, body: bytes) -> None:
        self._size += len(body)
        if self._size > self._largest_answer:
            self._fail(TooLong("the answer is too long"))
        elif not self._coming.done():
            self._body.append(body)

    def on_message_complete(self) -> None:
        if self._parser.get_status_code() < 200 or self._coming.done():
            return
        self.is_reusable = self._parser.should_keep_alive()
        self.idle_since = self._loop.time()
        self._coming.set_result(self._answer())

    def _hand_over(self) -> None:
        """In one piece: a hurried server sends a thousand chunks at once, and each would be work for who hears it."""
        if self._take is not None and self._body:
            piece, self._body = b"".join(self._body), []
            self._take(piece)

    def _answer(self) -> HttpAnswer:
        return HttpAnswer(self._parser.get_status_code(), self._headers, b"".join(self._body))

    def _fail(self, fault: BrokenOff) -> None:
        if self._beginning is not None and not self._beginning.done():
            self._beginning.set_exception(fault)
            self._coming.cancel()
        if not self._coming.done():
            self._coming.set_exception(fault)
