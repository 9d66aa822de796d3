"""Paths lead to their doors, faults to plain numbers, and a stop waits for running answers."""

import asyncio
from collections.abc import Iterator

import pytest
from loguru import logger
from starlette.responses import PlainTextResponse
from starlette.routing import Route, Router
from starlette.types import Message, Receive, Scope, Send

from handlers.http.app import App, build_app
from handlers.http.replies import FORBIDDEN, OK, Reply
from handlers.http.server import PamServer
from tests.handlers.http.standing import Ask, always_ready, standing


@pytest.fixture
def written() -> Iterator[list[str]]:
    lines: list[str] = []
    handler = logger.add(lambda line: lines.append(str(line)), format="{message} {extra}")
    yield lines
    logger.remove(handler)


async def forbid(_scope: Scope, _receive: Receive) -> Reply:
    return FORBIDDEN


async def break_down(_scope: Scope, _receive: Receive) -> Reply:
    raise RuntimeError("secret")


async def test_living_and_ready_are_told() -> None:
    async with standing({}) as house:
        for path in ("/livez", "/readyz"):
            assert (await house.ask(Ask(path, method="GET"))).status == 200
            assert (await house.ask(Ask(path, method="HEAD"))).status == 200
            assert (await house.ask(Ask(path, method="POST"))).status == 405


async def test_not_ready_is_a_503() -> None:
    async def not_ready() -> bool:
        return False

    heard: list[Message] = []

    async def send(message: Message) -> None:
        heard.append(message)

    app = build_app({}, ready=not_ready)
    await app({"type": "http", "path": "/readyz", "method": "GET", "headers": []}, nothing_more, send)
    assert heard[0]["status"] == 503


async def nothing_more() -> Message:
    return {"type": "http.disconnect"}


async def test_an_unknown_path_is_not_found() -> None:
    async with standing({"/door": forbid}) as house:
        for path in ("/", "/door/", "/door/x", "//door", "/Door"):
            assert (await house.ask(Ask(path, method="GET"))).status == 404


async def test_pages_are_shown_beside_the_doors() -> None:
    async def page(_request: object) -> PlainTextResponse:
        return PlainTextResponse("two phones")

    async with standing({"/door": forbid}, pages=Router([Route("/", page)])) as house:
        assert (await house.ask(Ask("/", method="GET"))).body == b"two phones"
        assert (await house.ask(Ask("/door"))).status == 403
        assert (await house.ask(Ask("/nowhere", method="GET"))).status == 404


async def test_a_bug_is_told_to_the_log_and_not_to_the_caller(written: list[str]) -> None:
    async def broken_page(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("secret")

    async with standing({"/door": break_down}, pages=broken_page) as house:
        heard = [await house.ask(Ask("/door")), await house.ask(Ask("/", method="GET"))]
    assert [(answer.status, answer.body) for answer in heard] == [(500, b""), (500, b"")]
    assert len([line for line in written if line.startswith("a door broke") and "trace_id" in line]) == 2


async def test_a_flood_of_forgeries_is_told_a_few_times_and_then_turned_away(written: list[str]) -> None:
    app = App({"/door": forbid}, forbid_page)
    statuses: list[object] = []

    async def send(message: Message) -> None:
        statuses.append(message.get("status"))

    scope: Scope = {"type": "http", "path": "/door", "method": "POST", "headers": [], "client": ("10.0.0.1", 1)}
    for _ in range(30_000):
        await app(scope, nothing_more, send)
    assert statuses[0] == 403
    assert statuses[-2] == 429
    assert len(written) < 100


async def forbid_page(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise AssertionError


async def test_a_stop_waits_for_a_running_answer() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_scope: Scope, _receive: Receive) -> Reply:
        begun.set()
        await go_on.wait()
        return OK

    server = PamServer(build_app({"/door": slow}, ready=always_ready), host="127.0.0.1", port=0)
    await server.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"POST /door HTTP/1.1\r\nHost: pam\r\nContent-Length: 0\r\n\r\n")
    await begun.wait()
    stopping = asyncio.create_task(server.stop())
    await asyncio.sleep(0)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", server.port)
    go_on.set()
    assert (await reader.read()).startswith(b"HTTP/1.1 200 ")
    await stopping
    await server.stop()
    writer.close()


async def test_a_taken_port_is_said() -> None:
    async with standing({}) as house:
        second = PamServer(build_app({}, ready=always_ready), host="127.0.0.1", port=house.port)
        with pytest.raises(OSError, match="in use"):
            await second.start()
