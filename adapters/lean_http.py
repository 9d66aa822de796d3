"""A lean HTTP/1.1 client for one vendor: connections kept alive, answers read whole, nothing logged.

A third of aiohttp's CPU for a small call and a fortieth of its import; the parser is llhttp's, by httptools.
Deadlines are the caller's (``asyncio.timeout``): a call that is cancelled closes its connection.
"""

import asyncio
import socket
import ssl
from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """``headers`` have lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes


class LeanHttp:
    """Speaks to one origin, ``https://host`` or ``http://host:port``; ``trusting`` instead of the system's CAs."""

    def __init__(self, origin: str, trusting: ssl.SSLContext | None = None) -> None:
        parts = urlsplit(origin)
        self._host = parts.hostname or ""
        self._is_secure = parts.scheme == "https"
        self._port = parts.port or (443 if self._is_secure else 80)
        self._host_header = parts.netloc.rpartition("@")[2]
        self._tls = trusting
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
                if connection.is_reusable:
                    self._idle.append(connection)
                else:
                    connection.drop()

    async def close(self) -> None:
        while self._idle:
            self._idle.pop().drop()
        # An aborted connection closes its socket in the loop's next turn.
        await asyncio.sleep(0)

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
            _, connection = await loop.create_connection(_Connection, sock=sock, ssl=tls, server_hostname=name)
        except OSError as failure:
            raise CannotConnect(f"no connection to {self._host}: {type(failure).__name__}") from failure
        return connection


class _Connection(asyncio.Protocol):
    """One connection, one request at a time; httptools calls the ``on_…`` methods."""

    def __init__(self) -> None:
        self.idle_since = 0.0
        self.is_reusable = False
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._coming: asyncio.Future[HttpAnswer] = self._loop.create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []
        self._size = 0

    async def ask(self, request: bytes) -> HttpAnswer:
        self.is_reusable = False
        if self._transport is None or self._transport.is_closing():
            raise BrokenOff("closed before the request")
        self._coming = self._loop.create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._headers, self._body, self._size = {}, [], 0
        self._transport.write(request)
        return await self._coming

    def drop(self) -> None:
        self.is_reusable = False
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
            self._fail(f"not HTTP: {type(failure).__name__}")

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_reusable = False
        self._fail(f"closed before the answer: {type(exc).__name__}" if exc else "closed before the answer")

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._size += len(body)
        if self._size > LARGEST_ANSWER:
            self._fail("the answer is too long")
        else:
            self._body.append(body)

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status < 200 or self._coming.done():
            return
        self.is_reusable = self._parser.should_keep_alive()
        self.idle_since = self._loop.time()
        self._coming.set_result(HttpAnswer(status, self._headers, b"".join(self._body)))

    def _fail(self, why: str) -> None:
        if not self._coming.done():
            self._coming.set_exception(BrokenOff(why))
