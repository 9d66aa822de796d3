"""The web server: uvicorn, started and stopped by its owner, impatient with slow and oversized requests."""

import asyncio
import socket
from asyncio import TimerHandle

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from handlers.http.gentle_transport import GentleTransport

REQUEST_WITHIN_S = 10.0
LARGEST_HEAD = 64 * 1024
MOST_HEADERS = 100
# Longer than the minute for which the usual proxies keep a connection, so that they close it and not we.
KEEP_ALIVE_S = 65
# Ending takes at most 8 s; the worker's letters need the rest.
LAST_ANSWERS_WITHIN_S = 5

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_HEAD_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class HeadTooLarge(Exception):
    """Raised inside the parser, which ends the request with a 400."""


class ImpatientProtocol(HttpToolsProtocol):
    """Closes a connection whose request, head and body, is not whole in time, or whose head is too large."""

    request_within_s = REQUEST_WITHIN_S
    _deadline: TimerHandle | None = None
    _unfinished = False
    _in_head = True
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(GentleTransport(transport, lambda: self._unfinished))
        self._expect_whole_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._in_head:
            self._head_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if not self._unfinished:
            self._forget_deadline()
            return
        if self._in_head and self._head_bytes > LARGEST_HEAD:
            self.transport.write(_HEAD_TOO_LARGE)
            self.transport.close()
        elif self._deadline is None:
            self._expect_whole_request()

    def on_message_begin(self) -> None:
        self._unfinished = True
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > LARGEST_HEAD // 4:
            raise HeadTooLarge

    def on_header(self, name: bytes, value: bytes) -> None:
        if len(self.headers) >= MOST_HEADERS or len(name) + len(value) > LARGEST_HEAD:
            raise HeadTooLarge
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._unfinished = False
        self._in_head = True
        self._head_bytes = 0
        self._forget_deadline()
        super().on_message_complete()

    def _expect_whole_request(self) -> None:
        self._deadline = self.loop.call_later(self.request_within_s, self._hang_up)

    def _forget_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _hang_up(self) -> None:
        if self.transport.is_closing():
            return
        if self._unfinished and (self.cycle is None or not self.cycle.response_started):
            self.transport.write(_TOO_SLOW)
        self.transport.close()


class PamServer:
    """``await start()`` binds and answers, ``await stop()`` lets running answers end; no signal is touched."""

    def __init__(
        self, app: ASGIApp, *, host: str, port: int, protocol: type[ImpatientProtocol] = ImpatientProtocol
    ) -> None:
        self._address = (host, port)
        self._server = Server(
            Config(
                app,
                http=protocol,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=KEEP_ALIVE_S,
                timeout_graceful_shutdown=LAST_ANSWERS_WITHIN_S,
            )
        )
        self._socket: socket.socket | None = None
        self._ticking: asyncio.Task[None] | None = None

    @property
    def port(self) -> int:
        """The port bound, also when 0 was asked for."""
        return self._address[1]

    async def start(self) -> None:
        """Raises OSError when the address is taken or not ours."""
        host = self._address[0]
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server(self._address, family=family, backlog=2048)
        self._address = (host, self._socket.getsockname()[1])
        self._server.config.load()
        self._server.lifespan = self._server.config.lifespan_class(self._server.config)
        await self._server.startup(sockets=[self._socket])
        # Sets the date header; the only periodic work of the server.
        self._ticking = asyncio.create_task(self._server.main_loop())

    async def stop(self) -> None:
        """No new connections; running answers get their time, then they are cancelled. Repeats safely."""
        if self._socket is None or self._ticking is None:
            return
        listening, self._socket = self._socket, None
        self._ticking.cancel()
        await self._server.shutdown(sockets=[listening])
