"""Two PAMs on one database: what arrives goes to each by turns, and every letter they send is seen leaving."""

from collections.abc import AsyncGenerator, Mapping, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import aiohttp
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from adapters.sandbox.loopback_server import serve_on_loopback
from adapters.sandbox.wire import read_call
from tests.crash.pam_process import Home, free_port
from tests.crash.town import Town

OF_THE_LINE = frozenset({"host", "content-length", "connection"})


class ByTurns:
    """One address before several; where one is not to be reached the next is asked, as balancers do."""

    def __init__(self, houses: tuple[str, ...], session: aiohttp.ClientSession) -> None:
        self._houses = houses
        self._session = session
        self._turn = 0
        self.taken: dict[str, int] = dict.fromkeys(houses, 0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        headers = {name: value for name, value in request.headers.items() if name not in OF_THE_LINE}
        answer = await self._ask(request.url.path, await request.body(), headers)
        await answer(scope, receive, send)

    async def _ask(self, path: str, body: bytes, headers: Mapping[str, str]) -> Response:
        self._turn += 1
        for step in range(len(self._houses)):
            house = self._houses[(self._turn + step) % len(self._houses)]
            try:
                async with self._session.post(house + path, data=body, headers=headers) as answer:
                    self.taken[house] += answer.ok
                    return Response(await answer.read(), answer.status, media_type=answer.content_type)
            except aiohttp.ClientError:
                continue
        return Response(status_code=502)


@dataclass
class Doorstep:
    """Before the vendors: ``twice`` are the phones to which two letters were under way at the same moment."""

    vendors: ASGIApp
    under_way: set[object] = field(default_factory=set)
    twice: list[object] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        told = (await read_call(request)).parameters
        body = await request.body()

        async def again() -> MutableMapping[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        phone = (told.get("chat_id") or told.get("To")) if "text" in told or "Body" in told else None
        if phone is None:
            await self.vendors(scope, again, send)
            return
        self.twice += [phone] if phone in self.under_way else []
        self.under_way.add(phone)
        try:
            await self.vendors(scope, again, send)
        finally:
            self.under_way.discard(phone)


@dataclass(frozen=True)
class Street:
    """Where the two live; ``crossing`` tells what each was brought, ``doorstep`` what left."""

    homes: tuple[Home, Home]
    crossing: ByTurns
    doorstep: Doorstep


@asynccontextmanager
async def two_houses(home: Home, town: Town) -> AsyncGenerator[Street]:
    """Both with the settings and the data of ``home``; the vendors know one address."""
    ports = (free_port(), free_port())
    doorstep = Doorstep(town.street.app)
    async with aiohttp.ClientSession() as session, serve_on_loopback(doorstep) as vendors:
        crossing = ByTurns(tuple(f"http://127.0.0.1:{port}" for port in ports), session)
        async with serve_on_loopback(crossing) as public_url:
            town.street.point_at(public_url)
            seen = {"PUBLIC_URL": public_url, "TELEGRAM_API_URL": vendors, "TWILIO_API_URL": vendors}
            environment = {**home.environment, **seen}
            one, other = (replace(home, environment=environment, port=port) for port in ports)
            yield Street((one, other), crossing, doorstep)
