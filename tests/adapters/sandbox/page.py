"""The page open in a browser, and what it asks of PAM, written down."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

import aiohttp
import msgspec

from adapters.sandbox.page_hooks import Hooks
from tests.adapters.sandbox.hands import Hands

Event = dict[str, object]


@dataclass
class Pam:
    """What the page asks of PAM, written down."""

    hands: Hands
    timezones: list[str] = field(default_factory=list)
    beginnings: list[str] = field(default_factory=list)
    steps: "asyncio.Queue[dict[str, str]]" = field(default_factory=asyncio.Queue)

    async def set_timezone(self, timezone: str) -> None:
        self.timezones.append(timezone)

    async def move_clock(self, hours: float) -> AsyncIterator[datetime]:
        self.hands.move(hours * 3600)
        yield self.hands.now()

    async def books(self) -> bytes:
        return b'{"bookings":[]}'

    async def chart(self, name: str) -> bytes | None:
        return b"<svg/>" if name == "month" else None

    async def start_over(self, language: str) -> None:
        self.beginnings.append(language)

    async def subscribe(self) -> AsyncIterator[dict[str, str]]:
        while True:
            yield await self.steps.get()


@dataclass
class Browser:
    """A page open in a browser: it posts with its own origin and reads the stream."""

    url: str
    session: aiohttp.ClientSession

    async def post(self, deed: str, details: object, **headers: str) -> tuple[int, str]:
        sent = {"Origin": self.url, **headers}
        async with self.session.post(f"{self.url}/sandbox/{deed}", json=details, headers=sent) as response:
            return response.status, "" if response.status == 204 else (await response.json())["error"]

    async def attach(self, content: bytes, media_type: str, **headers: str) -> tuple[int, str]:
        sent = {"Origin": self.url, "Content-Type": media_type, **headers}
        url = f"{self.url}/sandbox/attach?name=%3Cb%3E.x"
        async with self.session.post(url, data=BytesIO(content), headers=sent) as response:
            return response.status, "" if response.status == 204 else (await response.json())["error"]

    async def events_until(self, kind: str) -> list[Event]:
        """A fresh connection's events up to the first of a kind, that one included."""
        events: list[Event] = []
        async with self.session.get(f"{self.url}/sandbox/events") as response:
            assert response.content_type == "text/event-stream"
            async for line in response.content:
                if line.startswith(b"data: "):
                    events.append(msgspec.json.decode(line.removeprefix(b"data: "), type=Event))
                    if events[-1]["kind"] == kind:
                        break
        return events


def hooks_of(pam: Pam) -> Hooks:
    return Hooks(
        set_timezone=pam.set_timezone,
        move_clock=pam.move_clock,
        books=pam.books,
        chart=pam.chart,
        start_over=pam.start_over,
        steps=pam,
    )
