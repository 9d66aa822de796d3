"""A house with its doors open on a free port of this machine, and somebody inside who notes what came in."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from starlette.types import ASGIApp

from bot.domain.errors import Unavailable
from bot.domain.messages import DeliveryReport, IncomingMessage
from handlers.http.app import Door, build_app
from handlers.http.server import ImpatientProtocol, PamServer

AT_ONCE = 16


@dataclass
class Notebook:
    """Plays PAM: keeps what the doors hand in, or fails as she would."""

    messages: list[IncomingMessage] = field(default_factory=list)
    reports: list[DeliveryReport] = field(default_factory=list)
    raw: list[tuple[str, bytes, str]] = field(default_factory=list)
    fault: Exception | None = None

    async def accept(self, message: IncomingMessage) -> bool:
        self._fail()
        self.messages.append(message)
        return True

    async def report(self, report: DeliveryReport) -> None:
        self._fail()
        self.reports.append(report)

    async def keep_raw(self, source: str, raw: bytes, reason: str) -> None:
        self._fail()
        self.raw.append((source, raw, reason))

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault

    @property
    def is_empty(self) -> bool:
        return not (self.messages or self.reports or self.raw)


@dataclass(frozen=True)
class Ask:
    """One request of a test."""

    path: str
    body: bytes = b""
    headers: Iterable[tuple[str, str]] = ()
    method: str = "POST"


@dataclass(frozen=True)
class Heard:
    status: int
    body: bytes
    headers: Mapping[str, str]


class House:
    def __init__(self, base: str, port: int, session: aiohttp.ClientSession) -> None:
        self.base = base
        self.port = port
        self._session = session

    async def ask(self, ask: Ask) -> Heard:
        async with self._session.request(
            ask.method,
            self.base + ask.path,
            data=ask.body,
            headers=list(ask.headers),
            skip_auto_headers=["Content-Type"],
        ) as answer:
            return Heard(answer.status, await answer.read(), answer.headers)

    async def ask_all(self, asks: Iterable[Ask]) -> list[Heard]:
        """In order, AT_ONCE at a time."""
        turn = asyncio.Semaphore(AT_ONCE)

        async def in_turn(ask: Ask) -> Heard:
            async with turn:
                return await self.ask(ask)

        return await asyncio.gather(*map(in_turn, asks))

    async def raw(self, *pieces: bytes) -> bytes:
        """What comes back for these bytes until the house hangs up; a piece that cannot be sent any more is left out."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        for piece in pieces:
            writer.write(piece)
        answer = await reader.read()
        writer.close()
        return answer


async def always_ready() -> bool:
    return True


@asynccontextmanager
async def standing(
    doors: Mapping[str, Door], *, pages: ASGIApp | None = None, protocol: type[ImpatientProtocol] = ImpatientProtocol
) -> AsyncGenerator[House]:
    server = PamServer(build_app(doors, ready=always_ready, pages=pages), host="127.0.0.1", port=0, protocol=protocol)
    await server.start()
    base = f"http://127.0.0.1:{server.port}"
    try:
        async with aiohttp.ClientSession() as session:
            yield House(base, server.port, session)
    finally:
        await server.stop()


def not_kept() -> Unavailable:
    return Unavailable("store", retry_after_s=7)
