"""Posts prepared requests over kept connections, each connection one at a time, and times every answer."""

import asyncio
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import uvloop

IN_FLIGHT = 16
PATIENCE_S = 60.0


class Refused(Exception):
    """An answer was not a 200: what is measured would not be what is meant."""


@dataclass(frozen=True)
class Answered:
    """``waits_us`` has one entry an answer."""

    seconds: float
    waits_us: list[float]

    @property
    def per_second(self) -> float:
        return len(self.waits_us) / self.seconds


def post_all(port: int, requests: list[bytes], in_flight: int = IN_FLIGHT) -> Answered:
    """Returns when the last one is answered. Raises Refused, and TimeoutError when an answer does not come."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_post_all(port, requests, in_flight))


def ask(port: int, request: bytes) -> bytes:
    """One request over a connection of its own; the answer's body."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as connection:
        connection.sendall(request)
        answer = b""
        while not _is_whole(answer):
            more = connection.recv(65536)
            if not more:
                raise Refused("the connection ended before the answer")
            answer += more
    return _checked(answer).partition(b"\r\n\r\n")[2]


def get(port: int, path: str) -> bytes:
    return ask(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())


class _Caller(asyncio.Protocol):
    def __init__(self, requests: Iterator[bytes], waits_us: list[float]) -> None:
        self._requests = requests
        self._waits_us = waits_us
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._next()

    def data_received(self, data: bytes) -> None:
        self._answer += data
        if not _is_whole(self._answer):
            return
        self._waits_us.append((time.perf_counter() - self._began) * 1e6)
        try:
            _checked(self._answer)
        except Refused as refusal:
            self.done.set_exception(refusal)
            self._transport.close()
        else:
            self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(Refused("the connection ended before the answer"))

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self.done.set_result(None)
            self._transport.close()
            return
        self._answer = b""
        self._began = time.perf_counter()
        self._transport.write(request)


async def _post_all(port: int, requests: list[bytes], in_flight: int) -> Answered:
    waits_us: list[float] = []
    loop, waiting = asyncio.get_running_loop(), iter(requests)
    began = time.perf_counter()
    made = [
        await loop.create_connection(lambda: _Caller(waiting, waits_us), "127.0.0.1", port) for _ in range(in_flight)
    ]
    async with asyncio.timeout(PATIENCE_S):
        await asyncio.gather(*(caller.done for _, caller in made))
    return Answered(time.perf_counter() - began, waits_us)


def _is_whole(answer: bytes) -> bool:
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank:
        return False
    length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    return len(body) >= int(length)


def _checked(answer: bytes) -> bytes:
    if not answer.startswith(b"HTTP/1.1 200"):
        raise Refused(answer[:200].decode("latin-1"))
    return answer
