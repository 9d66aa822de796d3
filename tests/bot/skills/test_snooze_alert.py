"""snooze_alert: again later, a subject left alone, or nothing at all for a while."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from tests.bot.services.deeds import allow
from tests.bot.services.unasked.told import letters_after, told_after
from tests.bot.skills.performed import refusal, said
from tests.house import ANN_TELEGRAM, Room, a_room
from tests.visits import visit_of

# The room opens on Wednesday, November 18, at 17:00.
UNTIL_TEN = 17
A_DAY = 24
PACE = "Groceries budget: at this pace you pass $400.00"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


async def paced(room: Room) -> None:
    """Told of the pace at ten on Thursday."""
    for text in ("set a 400 grocery budget", "spent 300 on groceries"):
        await room.say(ANN_TELEGRAM, text)
    (told,) = await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN)
    assert told.startswith(PACE)


async def test_the_last_alert_comes_again_as_things_stand_then(room: Room) -> None:
    await paced(room)
    assert await room.say(ANN_TELEGRAM, "snooze 1 hour") == ["I will tell you again today at 11:00 AM."]
    await room.say(ANN_TELEGRAM, "spent 50 on groceries")
    (again,) = await told_after(room, ANN_TELEGRAM, hours=1)
    assert again == "Groceries budget: at this pace you pass $400.00 on Nov 22. $350.00 spent this month."
    async with room.pam.ticks.store.transaction() as tx:
        (person,) = await tx.people.everyone()
        assert [due.rule for due in await tx.dues.of(person.id)] == ["pace"]
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []


async def test_it_can_be_put_off_again_and_again(room: Room) -> None:
    await paced(room)
    for _ in range(3):
        await room.say(ANN_TELEGRAM, "snooze 1 hour")
        assert len(await told_after(room, ANN_TELEGRAM, hours=1)) == 1


async def test_what_is_of_no_use_by_then_is_not_said_again(room: Room) -> None:
    await paced(room)
    await room.say(ANN_TELEGRAM, "snooze 1 hour")
    await room.say(ANN_TELEGRAM, "remove the grocery budget")
    assert await told_after(room, ANN_TELEGRAM, hours=1) == []


async def test_who_moves_meanwhile_is_told_at_the_same_instant(room: Room) -> None:
    await paced(room)
    await room.say(ANN_TELEGRAM, "snooze 1 hour")
    await room.say(ANN_TELEGRAM, "my time zone is Berlin")
    assert await told_after(room, ANN_TELEGRAM, minutes=59) == []
    assert len(await told_after(room, ANN_TELEGRAM, minutes=1)) == 1


async def test_a_reminder_waits_an_hour_unless_said_otherwise(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "remind me in 10 minutes to call mum")
    (letter,) = await letters_after(room, ANN_TELEGRAM, minutes=10)
    assert "call mum" in letter.answer.plain
    assert await room.say(ANN_TELEGRAM, "later") == ["I will tell you again today at 6:10 PM."]
    assert len(await told_after(room, ANN_TELEGRAM, hours=1)) == 1
    assert await room.say(ANN_TELEGRAM, "not now, tomorrow") == ["I will tell you again tomorrow at 9:00 AM."]
    assert len(await told_after(room, ANN_TELEGRAM, hours=15)) == 1


async def test_a_subject_is_left_alone_until_then(room: Room) -> None:
    for text in ("set a 400 grocery budget", "spent 300 on groceries"):
        await room.say(ANN_TELEGRAM, text)
    assert await room.say(ANN_TELEGRAM, "no grocery alerts until friday") == [
        "Nothing about grocery until Fri, Nov 20 at 9:00 AM."
    ]
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN) == []


async def test_who_wants_no_more_of_a_subject_is_not_told_of_it_again(room: Room) -> None:
    await paced(room)
    assert await room.say(ANN_TELEGRAM, "stop warning me about groceries until friday") == [
        "Nothing about groceries until tomorrow at 9:00 AM."
    ]
    assert await told_after(room, ANN_TELEGRAM, hours=2 * A_DAY) == []


async def test_everything_is_silent_until_the_day_begins_whatever_was_told_last(room: Room) -> None:
    await paced(room)
    await room.say(ANN_TELEGRAM, "set a 10 coffee budget")
    assert await room.say(ANN_TELEGRAM, "mute alerts until monday") == ["No alerts until Nov 23."]
    await room.say(ANN_TELEGRAM, "coffee 8")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []


async def test_undone_it_is_as_it_was_and_nothing_before_it_is_taken_back(room: Room) -> None:
    for text in ("set a 400 grocery budget", "spent 300 on groceries", "mute alerts until monday"):
        await room.say(ANN_TELEGRAM, text)
    undone = "Undone: alerts and reminders come as before."
    assert await room.say(ANN_TELEGRAM, "undo") == [undone]
    (told,) = await told_after(room, ANN_TELEGRAM, hours=UNTIL_TEN)
    assert told.startswith(PACE)
    await room.say(ANN_TELEGRAM, "snooze 1 hour")
    assert await room.say(ANN_TELEGRAM, "undo") == [undone]
    assert await told_after(room, ANN_TELEGRAM, hours=1) == []


async def test_what_is_over_is_not_there_to_undo(room: Room) -> None:
    await paced(room)
    await room.say(ANN_TELEGRAM, "coffee 4")
    await room.say(ANN_TELEGRAM, "snooze 1 hour")
    await told_after(room, ANN_TELEGRAM, hours=2)
    assert await room.say(ANN_TELEGRAM, "undo") == ["Undone: $4.00 coffee."]


async def test_what_recurs_is_silent_until_it_is_said_again(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "remind me every day at 18:00 to call mum")
    assert len(await told_after(room, ANN_TELEGRAM, hours=1)) == 1
    await room.say(ANN_TELEGRAM, "not now, friday at 19:00")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []
    assert len(await told_after(room, ANN_TELEGRAM, hours=1)) == 1


WITHOUT_AN_ALERT = [
    ({}, "There is nothing to snooze."),
    ({"date": "2026-11-20"}, "There is nothing to snooze."),
    ({"about": "alerts", "minutes": 10**15}, "No alerts until Nov 19, 2027 at 5:00 PM."),
    ({"about": "alerts", "minutes": 90}, "No alerts until today at 6:30 PM."),
    ({"about": "alerts", "time": "18:00"}, "No alerts until today at 6:00 PM."),
    ({"about": "alerts", "time": "09:00"}, "No alerts until tomorrow at 9:00 AM."),
    ({"about": "alerts", "date": "2026-11-20", "time": "07:30"}, "No alerts until Fri, Nov 20 at 7:30 AM."),
    ({"about": "alerts", "date": "2026-11-20"}, "No alerts until Nov 20."),
    ({"about": "everything"}, "No alerts until tomorrow at 9:00 AM."),
    ({"about": "groceries"}, "Nothing about groceries until Tue, Dec 1 at 9:00 AM."),
    ({"alert": 99}, "There is nothing to snooze."),
]


@pytest.mark.parametrize(("slots", "answer"), WITHOUT_AN_ALERT)
async def test_what_is_meant_where_nothing_was_told(store: Store, slots: dict[str, object], answer: str) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100)
    assert await said(store, visit, SkillCall("snooze_alert", slots)) == [answer]


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"about": "alerts", "date": "2026-11-17"}, "snooze_past"),
        ({"about": "alerts", "minutes": -5}, "snooze_past"),
        ({"about": "the moon"}, "snooze_unknown"),
        ({"about": "alerts", "time": "soon"}, "understand"),
        ({"minutes": "many"}, "understand"),
    ],
)
async def test_what_is_past_or_makes_no_sense_is_refused(store: Store, slots: dict[str, object], reason: str) -> None:
    assert await refusal(store, await visit_of(store), SkillCall("snooze_alert", slots)) == reason
