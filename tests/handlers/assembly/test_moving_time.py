"""Moving the time of the two phones: what comes on the way comes at its own time."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from adapters.sandbox.movable_clock import MovableClock
from bot.domain.messages import IncomingMessage
from bot.pam import build_pam
from handlers.assembly.moving_time import MovingTime
from tests.clocks import FakeClock
from tests.house import ANN_TELEGRAM, OPEN_HOUSE, RecordingChannel, Room
from tests.kept import fresh_store

START = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
A_DAY_ON = datetime(2026, 11, 19, 22, 0, tzinfo=UTC)
A_MOMENT_S = 0.1


@asynccontextmanager
async def a_movable_room(folder: Path) -> AsyncGenerator[tuple[Room, MovingTime]]:
    still, store, channel = FakeClock(START), fresh_store(folder), RecordingChannel("telegram")
    clock = MovableClock(still.now)
    pam = build_pam(store, clock, {"telegram": channel}, OPEN_HOUSE)
    await pam.accounts.introduce("Ann", ANN_TELEGRAM)
    await pam.accounts.set_timezone(ANN_TELEGRAM, "UTC")
    yield Room(pam, still, {"telegram": channel}), MovingTime(clock, pam, ANN_TELEGRAM)
    await store.close()


async def test_what_is_due_on_the_way_is_said_at_its_own_time(tmp_path: Path) -> None:
    async with a_movable_room(tmp_path) as (room, moving):
        await room.say(ANN_TELEGRAM, "spent 20 on books")
        await room.say(ANN_TELEGRAM, "send me a daily digest")
        before, stops = len(room.letters(ANN_TELEGRAM)), []
        async for now in moving.move(24):
            await room.settle()
            stops.append((now, len(room.letters(ANN_TELEGRAM)) - before))
        assert stops == [(NEXT_MORNING, 1), (A_DAY_ON, 1)]
        assert "$20.00" in room.letters(ANN_TELEGRAM)[-1].answer.plain


async def test_time_stands_still_until_what_is_under_way_has_arrived(tmp_path: Path) -> None:
    async with a_movable_room(tmp_path) as (room, moving):
        said = IncomingMessage(source="telegram", external_id="1", sender=ANN_TELEGRAM, text="spent 20 on books")
        await room.pam.messages.accept(said)
        first = asyncio.ensure_future(anext(moving.move(24)))
        await asyncio.wait({first}, timeout=A_MOMENT_S)
        assert moving.clock.now() == START
        await room.settle()
        assert await first == A_DAY_ON
