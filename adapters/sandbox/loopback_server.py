"""An ASGI app on a free port of 127.0.0.1, inside the running loop, that can also hang up on a caller."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

HANG_UP = "sandbox.hang_up"


class _AbruptProtocol(HttpToolsProtocol):
    """Lets the app close the connection without a word, as an ASGI extension."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {HANG_UP: {"hang_up": self.transport.abort}}


@contextlib.asynccontextmanager
async def serve_on_loopback(app: ASGIApp) -> AsyncGenerator[str]:
    """Yields the address, like ``http://127.0.0.1:54321``; callers still waiting at the end are cut off.

    uvicorn's protocol on asyncio's own server: no signals, no lifespan, and no tenths of a second for an ordered end.
    """

    async def app_until_cut_off(scope: Scope, receive: Receive, send: Send) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await app(scope, receive, send)

    config = uvicorn.Config(
        app_until_cut_off, interface="asgi3", ws="none", log_config=None, access_log=False, proxy_headers=False
    )
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(
        lambda: _AbruptProtocol(config, state, {}), "127.0.0.1", 0, backlog=2048
    )
    try:
        host, port = server.sockets[0].getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.close()
        for connection in tuple(state.connections):
            connection.shutdown()
        await _end(state)
        await server.wait_closed()


async def hang_up(scope: Scope, receive: Receive) -> None:
    """Closes the connection of this request with no answer."""
    cut: Callable[[], None] = scope["extensions"][HANG_UP]["hang_up"]
    cut()
    await until_gone(receive)


async def until_gone(receive: Receive) -> None:
    """Until the caller has closed the connection, or lost it."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _end(state: ServerState) -> None:
    """Connections first: whoever is cut off without one has nobody left to answer, and nothing to complain of."""
    for connection in tuple(state.connections):
        connection.transport.abort()
    await asyncio.sleep(0)
    for task in tuple(state.tasks):
        task.cancel()
    await asyncio.gather(*state.tasks, return_exceptions=True)
