"""A vendor on loopback that answers from a script and keeps what it was asked."""

import asyncio
import contextlib
import socket
import ssl
from collections import deque
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

import msgspec


@dataclass(frozen=True)
class Asked:
    """One request, headers with lower-case names."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def fields(self) -> dict[str, object]:
        if self.headers["content-type"] == "application/json":
            return msgspec.json.decode(self.body, type=dict[str, object])
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True)
class Answer:
    status: int = 200
    content: object = None
    headers: dict[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        body = self.content if isinstance(self.content, bytes) else msgspec.json.encode(self.content)
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in self.headers.items())]
        return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


HANGS = Answer(status=-1)
BREAKS_OFF = Answer(status=-2)


class ScriptedVendor:
    """Plays ``script`` in order, the last entry again and again."""

    def __init__(self, *script: Answer) -> None:
        self.script = deque(script)
        self.asked: list[Asked] = []
        self._talks: list[asyncio.Task[None]] = []
        self._writers: list[asyncio.StreamWriter] = []
        self.url = ""

    @property
    def connections(self) -> int:
        return len(self._talks)

    @contextlib.asynccontextmanager
    async def open(self, identity: ssl.SSLContext | None = None) -> AsyncGenerator["ScriptedVendor"]:
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=identity)
        self.url = f"{'https' if identity else 'http'}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            for writer in self._writers:
                writer.transport.abort()
            await asyncio.gather(*self._talks)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        assert talk is not None
        self._talks.append(talk)
        self._writers.append(writer)
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
                while await self._answer(reader, writer):
                    pass
        finally:
            writer.transport.abort()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request; whether the connection goes on."""
        self.asked.append(await _read(reader))
        answer = self.script.popleft() if len(self.script) > 1 else self.script[0]
        if answer is HANGS:
            await reader.read()
        if answer in (HANGS, BREAKS_OFF):
            return False
        writer.write(answer.encoded())
        await writer.drain()
        if answer.headers.get("Connection") == "close":
            writer.close()
            return False
        return True


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return Asked(method, target, headers, await reader.readexactly(int(headers["content-length"])))


def closed_port() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"
