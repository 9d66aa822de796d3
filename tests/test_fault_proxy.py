"""The proxy that ails: each fault is seen at the ends, and healed where it can be."""

import asyncio
import socket
from collections.abc import AsyncGenerator

import pytest

from tests.fault_proxy import AT_ONCE, FaultProxy

NEVER_S = 0.05
HOURS = 10_000.0


class Ends:
    """Both ends of one connection through the proxy."""

    proxy: FaultProxy
    client_hears: asyncio.StreamReader
    client: asyncio.StreamWriter
    server_hears: asyncio.StreamReader
    server: asyncio.StreamWriter

    def __init__(self) -> None:
        self.came_in: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()

    async def open(self) -> None:
        self.client_hears, self.client = await asyncio.open_connection("127.0.0.1", self.proxy.port)
        self.server_hears, self.server = await self.came_in.get()


@pytest.fixture
async def ends() -> AsyncGenerator[Ends]:
    there = Ends()
    server = await asyncio.start_server(lambda reader, writer: there.came_in.put_nowait((reader, writer)), "127.0.0.1")
    async with FaultProxy(server.sockets[0].getsockname()[1]) as proxy:
        there.proxy = proxy
        await there.open()
        yield there
    there.client.close()
    there.server.close()
    server.close()


async def hears_nothing(reader: asyncio.StreamReader) -> bool:
    try:
        await asyncio.wait_for(reader.read(1), NEVER_S)
    except TimeoutError:
        return True
    return False


async def test_without_a_fault_all_passes_both_ways(ends: Ends) -> None:
    said = bytes(range(256)) * 1000
    ends.client.write(said)
    ends.server.write(said[::-1])
    assert await ends.server_hears.readexactly(len(said)) == said
    assert await ends.client_hears.readexactly(len(said)) == said[::-1]
    ends.client.write_eof()
    assert await ends.server_hears.read() == b""


async def test_latency_keeps_one_way_waiting_and_not_the_other(ends: Ends) -> None:
    ends.proxy.down.latency_s = HOURS
    ends.client.write(b"there?")
    assert await ends.server_hears.readexactly(6) == b"there?"
    ends.server.write(b"yes")
    assert await hears_nothing(ends.client_hears)


@pytest.mark.parametrize("piece", [1, 3])
async def test_what_is_sliced_or_drips_arrives_piece_by_piece(ends: Ends, piece: int) -> None:
    ends.proxy.up.piece, ends.proxy.up.pause_s = piece, HOURS
    ends.client.write(b"hello")
    assert await ends.server_hears.read(100) == b"hello"[:piece]
    assert await hears_nothing(ends.server_hears)


async def test_slices_are_all_there_in_the_end(ends: Ends) -> None:
    ends.proxy.up.piece = 3
    ends.client.write(b"hello world")
    assert await ends.server_hears.readexactly(11) == b"hello world"


async def test_a_black_hole_swallows_until_it_is_gone(ends: Ends) -> None:
    ends.proxy.up.stop()
    ends.client.write(b"hello")
    ends.client.write_eof()
    assert await hears_nothing(ends.server_hears)
    ends.server.write(b"anybody?")
    assert await ends.client_hears.readexactly(8) == b"anybody?"
    ends.proxy.up.go_on()
    assert await ends.server_hears.read() == b"hello"


async def test_a_reset_breaks_what_is_open_and_lets_new_ones_in(ends: Ends) -> None:
    ends.proxy.reset()
    for hearing in (ends.client_hears, ends.server_hears):
        with pytest.raises(ConnectionResetError):
            await hearing.read()
    await ends.open()
    ends.client.write(b"again")
    assert await ends.server_hears.readexactly(5) == b"again"


async def test_a_drop_ends_what_is_open_in_order(ends: Ends) -> None:
    ends.proxy.drop()
    assert await ends.client_hears.read() == b""
    assert await ends.server_hears.read() == b""


async def test_after_a_half_close_the_other_way_still_carries(ends: Ends) -> None:
    ends.proxy.half_close(ends.proxy.down)
    assert await ends.client_hears.read() == b""
    ends.client.write(b"still here")
    assert await ends.server_hears.readexactly(10) == b"still here"
    ends.server.write(b"unheard")


async def test_a_break_of_one_end_is_a_break_for_the_other(ends: Ends) -> None:
    ends.client.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    ends.client.transport.abort()
    with pytest.raises(ConnectionResetError):
        await ends.server_hears.read()


async def test_who_is_refused_is_reset(ends: Ends) -> None:
    ends.proxy.refuses = True
    hears, client = await asyncio.open_connection("127.0.0.1", ends.proxy.port)
    with pytest.raises(ConnectionResetError):
        await hears.read()
    client.close()
