"""A TCP proxy on loopback that ails as networks do; every fault may be switched while connections are open.

    async with FaultProxy(server.port) as proxy:
        proxy.down.latency_s = 0.2                  # every answer comes later
        proxy.up.piece = 3                          # questions arrive in slices
        proxy.up.piece, proxy.up.pause_s = 1, 0.05  # they drip
        proxy.down.stop()                           # a black hole: nothing passes and nobody is told
        proxy.reset()                               # open connections break, as when a machine dies
        proxy.drop()                                # they end in order, as when a process does
        proxy.half_close(proxy.down)                # the client hears the end and may still speak
        proxy.refuses = True                        # new ones are reset at once

Either end's own ends and breaks are passed on to the other.
"""

import asyncio
import contextlib
import socket
import struct
from typing import Self

LARGEST_READ = 65_536
AT_ONCE = struct.pack("ii", 1, 0)


class Way:
    """How bytes travel in one direction."""

    def __init__(self) -> None:
        self.latency_s = 0.0
        self.piece = LARGEST_READ
        self.pause_s = 0.0
        self._open = asyncio.Event()
        self._open.set()

    def stop(self) -> None:
        self._open.clear()

    def go_on(self) -> None:
        """What was held back arrives late, as a network sends it again."""
        self._open.set()

    async def carry(self, data: bytes, writer: asyncio.StreamWriter) -> None:
        if self.latency_s:
            await asyncio.sleep(self.latency_s)
        while data:
            await self._open.wait()
            piece, data = data[: self.piece], data[self.piece :]
            writer.write(piece)
            await writer.drain()
            if data:
                # Not even 0 lets two pieces leave in one packet: each is on its way before the next is written.
                await asyncio.sleep(self.pause_s)

    async def end(self, writer: asyncio.StreamWriter) -> None:
        await self._open.wait()
        writer.write_eof()


class Link:
    """One connection through the proxy: the client's half and the server's."""

    def __init__(self, client: asyncio.StreamWriter, server: asyncio.StreamWriter) -> None:
        self.client = client
        self.server = server

    def reset(self) -> None:
        for writer in (self.client, self.server):
            # The half that broke by itself has no socket any more.
            with contextlib.suppress(OSError):
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            writer.transport.abort()

    def drop(self) -> None:
        self.client.close()
        self.server.close()


class FaultProxy:
    """``up`` is the way to the server, ``down`` the way back; ``port`` is where clients come in."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self.up = Way()
        self.down = Way()
        self.refuses = False
        self.port = 0
        self._links: set[Link] = set()
        self._carrying: set[asyncio.Task[None]] = set()

    @property
    def connections(self) -> int:
        return len(self._links)

    def reset(self) -> None:
        for link in self._links:
            link.reset()

    def drop(self) -> None:
        for link in self._links:
            link.drop()

    def half_close(self, way: Way) -> None:
        for link in self._links:
            writer = link.server if way is self.up else link.client
            writer.write_eof()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._come_in, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *fault: object) -> None:
        self._server.close()
        self.reset()
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _come_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._carrying.add(task)
        try:
            # A server that is not there is an end at once.
            with contextlib.suppress(OSError):
                await self._link(reader, writer)
        finally:
            writer.close()
            self._carrying.discard(task)

    async def _link(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._to_port)
        link = Link(writer, server_writer)
        self._links.add(link)
        try:
            if self.refuses:
                link.reset()
            async with asyncio.TaskGroup() as ways:
                ways.create_task(_carry_all(link, reader, self.up, server_writer))
                ways.create_task(_carry_all(link, server_reader, self.down, writer))
        finally:
            self._links.discard(link)
            server_writer.close()


async def _carry_all(link: Link, reader: asyncio.StreamReader, way: Way, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(LARGEST_READ):
            await way.carry(data, writer)
        await way.end(writer)
    except OSError:
        link.reset()
    except RuntimeError:
        # Said behind a half-close: nobody hears it.
        return
