"""A house that stands where PAM would: it keeps what it is told and answers as the test says."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from adapters.sandbox.loopback_server import serve_on_loopback


@dataclass(frozen=True)
class Told:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def update(self) -> dict[str, object]:
        return msgspec.json.decode(self.body, type=dict[str, object])

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True))


@dataclass
class House:
    """``statuses`` are given in turn, then 200 for ever; ``twiml`` is the body of every answer."""

    statuses: deque[int] = field(default_factory=deque)
    twiml: str = ""
    media_type: str = "text/xml"
    told: list[Told] = field(default_factory=list)
    most_at_once: int = 0
    _here: int = 0

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        self._here += 1
        self.most_at_once = max(self.most_at_once, self._here)
        self.told.append(Told(request.url.path, dict(request.headers), await request.body()))
        for _ in range(3):
            # Others get their turn before this one is answered, so that two at once are seen as two.
            await asyncio.sleep(0)
        status = self.statuses.popleft() if self.statuses else 200
        self._here -= 1
        await Response(self.twiml, status, media_type=self.media_type)(scope, receive, send)

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[str]:
        async with serve_on_loopback(self.app) as url:
            yield url


async def until(condition: Callable[[], bool]) -> None:
    """For what tells nobody that it happened; the loop's other work goes on meanwhile."""
    while not condition():  # noqa: ASYNC110
        await asyncio.sleep(0)
