"""A model's end of the line that takes every question and answers none; ``GET /count`` says how many wait."""

import asyncio
import sys
from typing import cast

import httptools
import uvloop


class Line(asyncio.Protocol):
    """One connection; httptools calls the ``on_…`` methods."""

    waiting = 0

    def __init__(self) -> None:
        self._parser = httptools.HttpRequestParser(self)
        self._waits = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        if self._parser.get_method() == b"POST":
            self._waits = True
            Line.waiting += 1
        else:
            body = str(Line.waiting).encode()
            self._transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))

    def connection_lost(self, exc: Exception | None) -> None:
        Line.waiting -= self._waits


async def serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Line, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1])))
