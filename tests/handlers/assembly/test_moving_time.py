"""Moving the time of the two phones: what comes on the way comes at its own time."""

from datetime import UTC, datetime
from pathlib import Path

from adapters.sandbox.movable_clock import MovableClock
from bot.pam import build_pam
from handlers.assembly.moving_time import MovingTime
from tests.clocks import FakeClock
from tests.house import ANN_TELEGRAM, OPEN_HOUSE, RecordingChannel, Room
from tests.kept import fresh_store

START = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
A_DAY_ON = datetime(2026, 11, 19, 22, 0, tzinfo=UTC)


async def test_what_is_due_on_the_way_is_said_at_its_own_time(tmp_path: Path) -> None:
    still, store = FakeClock(START), fresh_store(tmp_path)
    clock, channel = MovableClock(still.now), RecordingChannel("telegram")
    room = Room(build_pam(store, clock, {"telegram": channel}, OPEN_HOUSE), still, {"telegram": channel})
    await room.pam.accounts.introduce("Ann", ANN_TELEGRAM)
    await room.pam.accounts.set_timezone(ANN_TELEGRAM, "UTC")
    await room.say(ANN_TELEGRAM, "spent 20 on books")
    await room.say(ANN_TELEGRAM, "send me a daily digest")
    before, stops = len(channel.taken), []

    moving = MovingTime(clock, room.pam, ANN_TELEGRAM)
    async for now in moving.move(24):
        await room.settle()
        stops.append((now, len(channel.taken) - before))

    assert stops == [(NEXT_MORNING, 1), (A_DAY_ON, 1)]
    assert "$20.00" in channel.taken[-1].answer.plain
    await store.close()
