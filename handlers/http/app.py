"""The street door of the house: an exact path leads to its door, every fault to a plain number."""

from collections.abc import Awaitable, Callable, Mapping

from loguru import logger
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.domain.errors import Unavailable
from bot.kit.trace import new_trace_id
from handlers.http.flood import Flood
from handlers.http.replies import (
    BROKEN,
    FORBIDDEN,
    NOT_FOUND,
    OK,
    TOO_LARGE,
    TOO_MANY,
    Reply,
    unavailable,
    wrong_method,
)
from handlers.http.requests import BodyTooLarge, ClientGone

Door = Callable[[Scope, Receive], Awaitable[Reply]]
"""Takes one request and says the answer; raises Unavailable when what came could not be kept."""


def build_app(
    doors: Mapping[str, Door], *, ready: Callable[[], Awaitable[bool]], pages: ASGIApp | None = None
) -> ASGIApp:
    """The whole web side: the doors by exact path, ``/livez`` and ``/readyz``; anything else goes to ``pages``."""
    return App({**doors, "/livez": _alive, "/readyz": _readiness(ready)}, pages or _no_page)


class App:
    """An ASGI application without layers: between the server and a door stands one dictionary."""

    def __init__(self, doors: Mapping[str, Door], pages: ASGIApp) -> None:
        self._doors = doors
        self._pages = pages
        # A signed message is never refused for its rate: the vendor would not bring it again. Only forgeries count,
        # far above what a wrong setting or a test brings; most callers stand behind one proxy's address.
        self._forgeries = Flood(burst=20_000, per_second=200)
        self._told = Flood(burst=10, per_second=0.1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        door = self._doors.get(scope.get("path", ""))
        if door is None or scope["type"] != "http":
            await self._show_page(scope, receive, send)
            return
        reply = await self._ask(door, scope, receive)
        if reply is not None:
            await reply.send_by(send)

    async def _ask(self, door: Door, scope: Scope, receive: Receive) -> Reply | None:
        try:
            reply = await door(scope, receive)
        except ClientGone:
            return None
        except BodyTooLarge:
            reply = TOO_LARGE
        except Unavailable as gone:
            logger.warning("not kept: the vendor is asked to come again", path=scope["path"], what=str(gone))
            return unavailable(gone.retry_after_s)
        except Exception:  # noqa: BLE001 - the last wall before the street: a bug is told to the log, never to a caller
            _tell_bug(scope)
            return BROKEN
        return self._refuse(scope, reply) if reply.status >= 400 else reply

    def _refuse(self, scope: Scope, reply: Reply) -> Reply:
        client = scope.get("client")
        source = client[0] if client else ""
        if not self._told.is_too_much(source):
            logger.warning("a request was refused", path=scope["path"], status=reply.status, source=source)
        if reply is FORBIDDEN and self._forgeries.is_too_much(source):
            return TOO_MANY
        return reply

    async def _show_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._pages(scope, receive, send_and_note)
        except Exception:  # noqa: BLE001 - the same wall
            _tell_bug(scope)
            if not started and scope["type"] == "http":
                await BROKEN.send_by(send)


def _tell_bug(scope: Scope) -> None:
    logger.exception("a door broke", path=scope.get("path", ""), trace_id=new_trace_id())


def _readiness(ready: Callable[[], Awaitable[bool]]) -> Door:
    async def readiness(scope: Scope, _receive: Receive) -> Reply:
        if scope["method"] not in ("GET", "HEAD"):
            return wrong_method(b"GET, HEAD")
        return OK if await ready() else unavailable()

    return readiness


async def _alive(scope: Scope, _receive: Receive) -> Reply:
    return OK if scope["method"] in ("GET", "HEAD") else wrong_method(b"GET, HEAD")


async def _no_page(scope: Scope, _receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await NOT_FOUND.send_by(send)
