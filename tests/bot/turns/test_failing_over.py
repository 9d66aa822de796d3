"""An alert that Telegram does not take reaches the other phone, once, if its person allowed that."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import Rejected, Unavailable
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

ALLOWED = "text me if telegram is down"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """Ann, with a reminder that is due in an hour."""
    async with a_room(tmp_path) as room:
        await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)
        await room.say(ANN_TELEGRAM, "remind me in 1 hour to stretch")
        yield room


def by_sms(room: Room) -> list[str]:
    return [text for text in room.channels["sms"].texts(ANN_SMS) if "stretch" in text]


def by_telegram(room: Room) -> list[str]:
    return [text for text in room.channels["telegram"].texts(ANN_TELEGRAM) if text.startswith("Reminder")]


async def test_a_blocked_bot_has_it_sent_by_sms_where_that_is_allowed(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    room.channels["telegram"].fault = Rejected("blocked")
    await room.pass_time(hours=1)
    assert len(by_sms(room)) == 1
    assert len(room.channels["telegram"].refused) == 1


async def test_without_leave_nothing_goes_by_sms(room: Room) -> None:
    room.channels["telegram"].fault = Rejected("blocked")
    await room.pass_time(hours=1)
    assert by_sms(room) == []


async def test_an_outage_is_waited_out_for_ten_minutes_and_then_sms_is_the_way(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    room.channels["telegram"].fault = Unavailable("away", tried=False)
    await room.pass_time(hours=1)
    await room.pass_time(minutes=9)
    assert by_sms(room) == []
    await room.pass_time(minutes=2)
    assert len(by_sms(room)) == 1

    room.channels["telegram"].fault = None
    await room.pass_time(hours=1)
    assert (by_telegram(room), len(by_sms(room))) == ([], 1)


async def test_a_short_outage_costs_nothing_but_time(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    room.channels["telegram"].fault = Unavailable("away", tried=False)
    await room.pass_time(hours=1)
    room.channels["telegram"].fault = None
    await room.pass_time(minutes=2)
    assert (len(by_telegram(room)), by_sms(room)) == (1, [])


async def test_an_answer_is_no_alert_and_stays_where_it_was_asked_for(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    room.channels["telegram"].fault = Rejected("blocked")
    before = len(room.channels["sms"].taken)
    await room.say(ANN_TELEGRAM, "coffee 4.50")
    assert len(room.channels["sms"].taken) == before


async def test_every_alert_that_waits_behind_goes_too(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    await room.say(ANN_TELEGRAM, "remind me in 1 hour to stretch again")
    room.channels["telegram"].fault = Rejected("blocked")
    await room.pass_time(hours=1)
    assert len(by_sms(room)) == 2


async def test_it_takes_no_answers_along(room: Room) -> None:
    await room.say(ANN_TELEGRAM, ALLOWED)
    room.channels["telegram"].fault = Unavailable("away", tried=False)
    await room.pass_time(hours=1)
    for _ in range(5):
        await room.say(ANN_TELEGRAM, "coffee 4.50")
    await room.pass_time(minutes=11)
    (only,) = by_sms(room)
    assert "4.50" not in only


async def test_what_could_not_leave_before_the_night_comes_in_the_morning(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)
        for said in (ALLOWED, "send me a daily digest at 20:30", "coffee 4.50"):
            await room.say(ANN_TELEGRAM, said)
        room.channels["telegram"].fault = Unavailable("away", tried=False)
        before = len(room.channels["sms"].taken)
        await room.pass_time(hours=3, minutes=55)
        for _ in range(20):
            await room.pass_time(minutes=30)
        assert room.channels["sms"].taken[before:] == []
        await room.pass_time(hours=2)
        await room.pass_time(minutes=15)
        assert len(room.channels["sms"].taken[before:]) == 1
