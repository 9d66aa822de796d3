"""The bus of many processes: a Redis stream with one group, of which every worker is a consumer."""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from loguru import logger
from redis.exceptions import ResponseError

from adapters.redis_line import ANSWER_S, Command, Line, SharedLine, refused
from bot.domain.errors import Unavailable
from bot.domain.event import Event
from bot.ports.bus import Heard

STREAM, GROUP, FIELD = "pam:events", b"pam", b"e"
# However many are published, a round trip stays far within its deadline.
AT_ONCE = 256
# An event is a few hundred bytes; what is so much larger was not written by PAM.
LARGEST = 65_536
# What no database could keep, or no log should show, was not either.
BEYOND = 2**63
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
LONGEST = 100
# A worker that asked for nothing for so many times as long as an event is left to it is gone: ten minutes.
GONE_AFTER = 60
# The stream, or its group, is not there: never was, was flushed, or the server came back without its data. UNBLOCKED
# is what Redis 7 says to a read that waits meanwhile.
NO_GROUP = ("NOGROUP", "UNBLOCKED", "no such key")

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Event).decode


class RedisBus:
    """Fulfils ``bot.ports.bus.Bus``; connects by itself, and again after every fault."""

    def __init__(self, url: str, again_after_s: float = 10.0) -> None:
        self._url = url
        self._again_after_s = again_after_s
        self._name = f"worker-{secrets.token_hex(8)}"
        self._outward = SharedLine(url)
        # Each take that waits has a line for itself.
        self._idle: list[Line] = []
        self._in_use: set[Line] = set()
        self._claim_at = self._tidy_at = 0.0
        self._claim_from: str | bytes = "0-0"
        self._closed = False

    async def publish(self, events: Sequence[Event]) -> None:
        for first in range(0, len(events), AT_ONCE):
            some = events[first : first + AT_ONCE]
            await self._outward.send([("XADD", STREAM, "*", FIELD, _encode(event)) for event in some])

    async def take(self, most: int, wait_s: float) -> list[Heard]:
        if self._closed:
            raise Unavailable("the bus is closed")
        line = self._idle.pop() if self._idle else Line(self._url)
        self._in_use.add(line)
        try:
            return await self._taken(line, most, wait_s)
        except ResponseError as no:
            raise refused(no) from no
        except Unavailable:
            if self._closed:
                return []
            raise
        finally:
            self._in_use.discard(line)
            self._idle.append(line)

    async def done(self, receipts: Sequence[str]) -> None:
        if receipts:
            await self._outward.send([("XACK", STREAM, GROUP, *receipts)])

    async def close(self) -> None:
        self._closed = True
        for line in (*self._in_use, *self._idle):
            await line.close()
        await self._outward.close()

    async def _taken(self, line: Line, most: int, wait_s: float) -> list[Heard]:
        loop = asyncio.get_running_loop()
        end = loop.time() + wait_s
        while True:
            heard = await self._claimed(line, most) if loop.time() >= self._claim_at else []
            if loop.time() >= self._tidy_at:
                self._tidy_at = loop.time() + self._again_after_s
                await self._tidy(line)
            if heard:
                return heard
            wait_left_s = min(end, self._claim_at) - loop.time()
            heard = await self._new(line, most, max(wait_left_s, 0.0))
            if heard or loop.time() >= end:
                return heard

    async def _new(self, line: Line, most: int, wait_s: float) -> list[Heard]:
        # 0 would be for ever.
        wait_ms = max(1, round(wait_s * 1000))
        asked = ("XREADGROUP", "GROUP", GROUP, self._name, "COUNT", most, "BLOCK", wait_ms, "STREAMS", STREAM, ">")
        answer = await _ask_group(line, asked, within_s=wait_s + ANSWER_S)
        return await _heard(line, answer[0][1], again=False) if answer else []

    async def _claimed(self, line: Line, most: int) -> list[Heard]:
        """What was handed over too long ago, to this worker or another."""
        self._claim_at = asyncio.get_running_loop().time() + self._again_after_s / 4
        idle_ms = round(self._again_after_s * 1000)
        asked = ("XAUTOCLAIM", STREAM, GROUP, self._name, idle_ms, self._claim_from, "COUNT", most)
        answer = await _ask_group(line, asked)
        if not answer:
            return []
        self._claim_from = answer[0]
        if answer[1]:
            # There may be more.
            self._claim_at = 0.0
        return await _heard(line, answer[1], again=True)

    async def _tidy(self, line: Line) -> None:
        """Forgets what is done, and the workers that are gone.

        The group is looked at before what it waits for: what is handed over between the two is newer than both.
        """
        try:
            looks = [("XINFO", "GROUPS", STREAM), ("XPENDING", STREAM, GROUP), ("XINFO", "CONSUMERS", STREAM, GROUP)]
            groups, waited_for, workers = await line.ask(looks)
        except ResponseError as no:
            if str(no).startswith(NO_GROUP):
                return
            raise
        handed_over_to = next(each["last-delivered-id"] for each in map(_named, groups) if each["name"] == GROUP)
        gone_ms = self._again_after_s * GONE_AFTER * 1000
        gone = [each["name"] for each in map(_named, workers) if each["idle"] > gone_ms and not each["pending"]]
        removals = [("XGROUP", "DELCONSUMER", STREAM, GROUP, name) for name in gone]
        await line.ask([("XTRIM", STREAM, "MINID", "~", waited_for[1] or handed_over_to), *removals])


async def _ask_group(line: Line, asked: Command, within_s: float = ANSWER_S) -> Any:  # noqa: ANN401 - as Redis answers
    """None where there was no group: it is made then, from the first entry on."""
    try:
        (answer,) = await line.ask([asked], within_s)
    except ResponseError as no:
        if not str(no).startswith(NO_GROUP):
            raise
        await _make_group(line)
        return None
    return answer


async def _make_group(line: Line) -> None:
    try:
        await line.ask([("XGROUP", "CREATE", STREAM, GROUP, "0", "MKSTREAM")])
    except ResponseError as no:
        if not str(no).startswith("BUSYGROUP"):
            raise


async def _heard(line: Line, entries: list[tuple[bytes, list[bytes] | None]], *, again: bool) -> list[Heard]:
    """What is no event of PAM's is taken off the bus, so that nobody stumbles over it again."""
    heard = []
    torn = []
    for entry_id, fields in entries:
        event = _event(fields)
        if event:
            heard.append(Heard(event, entry_id.decode(), again))
        else:
            logger.warning("the entry {} on the bus is no event: put aside", entry_id.decode())
            torn.append(entry_id)
    if torn:
        await line.ask([("XACK", STREAM, GROUP, *torn)])
    return heard


def _event(fields: list[bytes] | None) -> Event | None:
    if not fields or len(fields) != 2 or fields[0] != FIELD or len(fields[1]) > LARGEST:
        return None
    try:
        event = _decode(fields[1])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return event if _fits(event) else None


def _fits(event: Event) -> bool:
    facts = event.facts.values()
    numbers = [each for each in facts if isinstance(each, int)]
    words = [event.name, event.trace_id, *event.facts, *(each for each in facts if isinstance(each, str))]
    return (
        all(0 < each < BEYOND for each in (event.id, event.person_id, event.version))
        and all(-BEYOND < each < BEYOND for each in numbers)
        and all(len(each) <= LONGEST and each.isprintable() for each in words)
        and EARLIEST <= event.at < LATEST
    )


def _named(flat: list[Any]) -> dict[str, Any]:
    return {name.decode(): value for name, value in zip(flat[::2], flat[1::2], strict=True)}
