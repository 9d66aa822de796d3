"""A connection to Redis with deadlines of its own, and one on which many callers share a round trip."""

import asyncio
from collections.abc import Sequence
from typing import Any

from redis.asyncio import ConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError
from redis.retry import Retry

from bot.domain.errors import Unavailable

CONNECT_S, ANSWER_S = 1.0, 1.0
MOST_WAITING = 10_000

Command = tuple[str | bytes | int, ...]


class Line:
    """One connection, opened by the first question and anew by the first after a fault.

    redis-py 8.1 gives every read 5 s and ten more tries, which a blocking read does not survive and a caller does not
    bear: here a read has the deadline of its question, and one try.
    """

    def __init__(self, url: str) -> None:
        settings = {"socket_timeout": None, "socket_connect_timeout": CONNECT_S, "retry": Retry(NoBackoff(), 0)}
        # RESP2: its answers are lists, and nothing comes unasked.
        self._connection = ConnectionPool.from_url(url, protocol=2, **settings).make_connection()
        self._closed = False

    @property
    def is_open(self) -> bool:
        return self._connection.is_connected

    async def ask(self, commands: Sequence[Command], within_s: float = ANSWER_S) -> list[Any]:
        """All in one round trip. Raises Unavailable, and ResponseError when the server refuses one of them."""
        connection = self._connection
        if self._closed:
            raise Unavailable("the line to Redis is closed")
        try:
            async with asyncio.timeout(within_s):
                await connection.send_packed_command(connection.pack_commands(commands))
                return [await connection.read_response() for _ in commands]
        except ResponseError:
            # The answers behind it were not read.
            await self._drop()
            raise
        except (RedisError, OSError) as fault:
            # asyncio.timeout's TimeoutError is an OSError.
            await self._drop()
            raise Unavailable(f"Redis: {type(fault).__name__}") from fault

    async def close(self) -> None:
        """For good; whoever waits for an answer is told that there will be none."""
        self._closed = True
        await self._drop()

    async def _drop(self) -> None:
        await self._connection.disconnect(nowait=True)


class SharedLine:
    """What is asked while a round trip is under way goes together in the next; a fault fails all that wait."""

    def __init__(self, url: str) -> None:
        self._line = Line(url)
        self._waiting: list[tuple[Sequence[Command], asyncio.Future[None]]] = []
        self._under_way: asyncio.Task[None] | None = None

    async def send(self, commands: Sequence[Command]) -> None:
        """Returns once the server took them all; raises Unavailable."""
        if len(self._waiting) >= MOST_WAITING:
            raise Unavailable("too much waits for Redis")
        taken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((commands, taken))
        if self._under_way is None:
            self._under_way = asyncio.create_task(self._send_all())
        await taken

    async def close(self) -> None:
        """After what is under way, which its deadline ends."""
        if self._under_way:
            await asyncio.wait([self._under_way])
        await self._line.close()

    async def _send_all(self) -> None:
        try:
            while self._waiting:
                await self._send_waiting()
        finally:
            self._under_way = None

    async def _send_waiting(self) -> None:
        batch, self._waiting = self._waiting, []
        fault: Unavailable | None = Unavailable("Redis was given up on")
        try:
            fault = await self._sent([command for commands, _ in batch for command in commands])
        finally:
            if fault:
                batch, self._waiting = batch + self._waiting, []
            for _, taken in batch:
                _settle(taken, fault)

    async def _sent(self, commands: Sequence[Command]) -> Unavailable | None:
        # A connection that lay idle may be one a restarted server has forgotten: that alone is no fault.
        was_open = self._line.is_open
        try:
            await self._line.ask(commands)
        except ResponseError as no:
            return refused(no)
        except Unavailable as fault:
            if was_open and not isinstance(fault.__cause__, TimeoutError):
                return await self._sent(commands)
            return fault
        return None


def refused(no: ResponseError) -> Unavailable:
    """No memory, only a replica, another kind of key: an operator can mend it, so later may work."""
    return Unavailable(f"Redis refuses: {str(no)[:80]}")


def _settle(taken: asyncio.Future[None], fault: Unavailable | None) -> None:
    if taken.done():
        return
    if fault:
        taken.set_exception(fault)
    else:
        taken.set_result(None)
