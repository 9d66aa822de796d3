"""Reminders as they come: at the person's own time of day, once, however late, and put off by a button."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.answer import Button
from tests.clocks import FakeClock
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


async def told(room: Room, **by: float) -> list[str]:
    """What comes by SMS while time goes on."""
    before = len(room.letters(ANN_SMS))
    await room.pass_time(**by)
    return [letter.answer.plain for letter in room.letters(ANN_SMS)[before:]]


async def test_one_that_comes_once_is_told_at_its_time_and_is_over(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to call the bank tomorrow at 3am")
    assert await told(room, hours=9, minutes=59) == []
    assert await told(room, minutes=1) == ["Reminder: call the bank"]
    assert await told(room, days=30) == []
    assert (await room.say(ANN_SMS, "list reminders"))[0].startswith("You have no reminders.")
    await room.say(ANN_SMS, "remind me to call the bank at 8pm")
    assert await told(room, hours=17) == ["Reminder: call the bank"]
    assert await room.say(ANN_SMS, "undo") == ["There is nothing to undo from the last 24 hours."]


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ({"hours": 3, "minutes": 10}, "Reminder: call the bank"),
        ({"hours": 3, "minutes": 11}, "Reminder: call the bank (it was due today at 8:00 PM)"),
        ({"hours": 20}, "Reminder: call the bank (it was due yesterday at 8:00 PM)"),
        ({"days": 40}, "Reminder: call the bank (it was due Wed, Nov 18 at 8:00 PM)"),
    ],
)
async def test_one_that_comes_once_is_told_however_late(room: Room, late: dict[str, float], said: str) -> None:
    await room.say(ANN_SMS, "remind me to call the bank at 8pm")
    assert await told(room, **late) == [said]
    assert await told(room, hours=1) == []


async def test_of_what_was_missed_the_newest_is_told_and_the_others_are_on_record(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to run every day at 7am")
    assert await told(room, days=3, minutes=-10) == ["Reminder: run (it was due today at 7:00 AM)"]
    assert await told(room, hours=14) == []
    assert await told(room, minutes=10) == ["Reminder: run"]
    async with room.pam.ticks.store.transaction() as tx:
        person = (await tx.people.everyone())[0]
        assert await tx.dues.last_day(person.id, "reminder:1") == datetime(2026, 11, 22, tzinfo=UTC).date()


async def test_the_31st_is_the_last_day_of_shorter_months_and_the_31st_again(tmp_path: Path) -> None:
    async with a_room(tmp_path, clock=FakeClock(datetime(2027, 1, 30, 12, tzinfo=UTC))) as room:
        await room.say(ANN_SMS, "remind me on the 31st of every month to pay the card")
        days = [day for day in range(1, 91) if await told(room, days=1)]
    assert [datetime(2027, 1, 30, tzinfo=UTC).date().toordinal() + day for day in days] == [
        datetime(2027, month, day, tzinfo=UTC).date().toordinal() for month, day in ((1, 31), (2, 28), (3, 31), (4, 30))
    ]


async def test_a_move_to_another_zone_takes_the_time_of_day_along(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to run every day at 7am")
    await room.say(ANN_SMS, "my time zone is Tokyo")
    assert await told(room, hours=4, minutes=59) == []
    assert await told(room, minutes=1) == ["Reminder: run"]
    await room.say(ANN_SMS, "undo")
    assert await told(room, hours=8) == []
    assert await told(room, hours=25) == ["Reminder: run"]


async def test_a_cancelled_one_does_not_come_and_an_undo_brings_it_again(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to run every day at 7am")
    await room.say(ANN_SMS, "stop reminding me to run")
    assert await told(room, hours=13) == []
    assert await room.say(ANN_SMS, "undo") == ["Undone: the reminder is back: run"]
    assert await told(room, hours=1) == ["Reminder: run"]


async def test_one_that_was_undone_does_not_come(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to call the bank at 8pm")
    assert await room.say(ANN_SMS, "undo") == ["Undone: no reminder about call the bank."]
    assert await told(room, days=2) == []


def button(room: Room, label: str) -> tuple[Button, str]:
    """A button of the last message that has it, and that message."""
    for place, letter in reversed(list(enumerate(room.channels["telegram"].taken, start=1))):
        for each in letter.answer.buttons:
            if each.label == label:
                return each, f"telegram-{place}"
    raise AssertionError(label)


async def test_a_button_puts_it_off_and_done_is_done(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "remind me to call the bank at 8pm")
    await room.pass_time(hours=3)
    for _ in range(2):
        assert room.letters(ANN_TELEGRAM)[-1].answer.plain == "Reminder: call the bank"
        pressed, ref = button(room, "In 1 hour")
        await room.tap(ANN_TELEGRAM, pressed.token, ref)
        listed = (await room.say(ANN_TELEGRAM, "list reminders"))[0]
        assert listed.splitlines()[1].endswith("PM, once more: call the bank")
        await room.pass_time(hours=1)
    pressed, ref = button(room, "Tomorrow")
    await room.tap(ANN_TELEGRAM, pressed.token, ref)
    assert await room.say(ANN_TELEGRAM, "done") == ["Well done: call the bank"]
    before = len(room.letters(ANN_TELEGRAM))
    await room.pass_time(days=2)
    assert len(room.letters(ANN_TELEGRAM)) == before


async def test_done_says_when_it_comes_again_and_means_nothing_where_nothing_was_told(room: Room) -> None:
    assert await room.say(ANN_SMS, "done") == ["All right."]
    await room.say(ANN_SMS, "remind me to run every day at 7am")
    await told(room, hours=14)
    assert await room.say(ANN_SMS, "done") == ["Well done: run. Next time tomorrow at 7:00 AM."]
    assert await told(room, days=1) == ["Reminder: run"]


async def test_one_that_comes_again_is_cancelled_with_what_was_put_off_of_it(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to run every day at 8pm")
    await told(room, hours=3)
    await room.say(ANN_SMS, "snooze 1 hour")
    assert await room.say(ANN_SMS, "cancel reminder 2") == ["Reminder cancelled: run"]
    assert (await room.say(ANN_SMS, "list reminders"))[0].startswith("You have no reminders.")
    assert await room.say(ANN_SMS, "undo") == ["Undone: the reminder is back: run"]
    assert await room.say(ANN_SMS, "stop reminding me to run") == ["Reminder cancelled: run"]
    assert await told(room, days=2) == []
    assert await room.say(ANN_SMS, "undo") == ["There is nothing to undo from the last 24 hours."]


async def test_put_off_to_when_it_comes_by_itself_it_comes_once(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to run every day at 9am")
    await told(room, hours=16)
    await room.say(ANN_SMS, "snooze until tomorrow at 9am")
    assert await told(room, days=1) == ["Reminder: run"]
    await room.say(ANN_SMS, "snooze until tomorrow at 6pm")
    assert await told(room, days=1, hours=9) == ["Reminder: run (it was due today at 9:00 AM)", "Reminder: run"]


async def test_put_off_and_late_it_says_to_which_day_it_belongs(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to call the bank at 8pm")
    await told(room, hours=3)
    await room.say(ANN_SMS, "snooze 1 hour")
    assert await told(room, days=1) == ["Reminder: call the bank (it was due yesterday)"]


async def test_what_was_put_off_can_be_cancelled(room: Room) -> None:
    await room.say(ANN_SMS, "remind me to call the bank at 8pm")
    await told(room, hours=3)
    await room.say(ANN_SMS, "snooze 1 hour")
    assert await room.say(ANN_SMS, "cancel the bank reminder") == ["Reminder cancelled: call the bank"]
    assert await told(room, days=1) == []
