"""Pace: told in the morning, once a period, while the days before would break the budget."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.services.unasked.told import told_after
from tests.house import ANN_TELEGRAM, Room, a_room

# The room opens on November 18 at 17:00, so the next look is 17 hours ahead.
UNTIL_TEN = 17
A_DAY = 24


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


async def planned(room: Room) -> list[str]:
    async with room.pam.ticks.store.transaction() as tx:
        (person,) = await tx.people.everyone()
        return [due.rule for due in await tx.dues.of(person.id)]


async def test_a_budget_that_will_not_last_is_told_once_a_period(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    await room.say(ANN_TELEGRAM, "spent 300 on groceries")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN) == [
        "Groceries budget: at this pace you pass $400.00 on Nov 26. $300.00 spent this month."
    ]
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []
    (why,) = await room.say(ANN_TELEGRAM, "why")
    assert why.splitlines() == [
        "On day 19 of 30 I looked how long the budget (groceries) lasts if the days go on like this.",
        "Nov 18: $300.00 groceries",
    ]


@pytest.mark.parametrize("spent", ["200", "410"])
async def test_what_lasts_or_is_broken_already_is_no_matter_of_pace(room: Room, spent: str) -> None:
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    await room.say(ANN_TELEGRAM, f"spent {spent} on groceries")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN) == []


async def test_only_todays_look_counts(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    await room.say(ANN_TELEGRAM, "spent 300 on groceries")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN + A_DAY - 1) == []
    assert len(await told_after(room, ANN_TELEGRAM, hours=1)) == 1


async def test_nothing_is_looked_at_where_there_is_no_budget(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "spent 300 on groceries")
    assert await planned(room) == []
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    assert await planned(room) == ["pace"]
    await room.say(ANN_TELEGRAM, "undo")
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN)
    assert await planned(room) == []


async def test_a_removed_budget_that_is_brought_back_is_looked_at_again(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    await room.say(ANN_TELEGRAM, "remove the grocery budget")
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN)
    await room.say(ANN_TELEGRAM, "undo")
    assert await planned(room) == ["pace"]


async def test_one_that_waits_for_the_morning_is_dropped_when_it_slowed_down(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "quiet hours 22:00 to 11:00")
    await room.say(ANN_TELEGRAM, "set a 400 grocery budget")
    await room.say(ANN_TELEGRAM, "spent 300 on groceries")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN) == []
    await room.say(ANN_TELEGRAM, "no, 30 not 300")
    assert await told_after(room, ANN_TELEGRAM, hours=1) == []
