"""Telling: once, at a civil hour, on the phone a person reads, and not too much of it a day."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.alert import Alert, KeptAlert
from bot.domain.ids import AlertId
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.alerts import Mute
from bot.turns.telling import tell, visit_to
from tests.clocks import FakeClock
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, Room, a_room

# In New York, where Ann lives: 19 November, six in the evening, and eleven at night.
EVENING = datetime(2026, 11, 19, 23, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
HOUSE = replace(OPEN_HOUSE, timezone="America/New_York")


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """Ann with a budget of which three quarters are spent, in the evening."""
    async with a_room(tmp_path, HOUSE, FakeClock(EVENING)) as room:
        await room.pam.accounts.introduce("Ann", ANN_TELEGRAM, ANN_SMS)
        await room.say(ANN_TELEGRAM, "set a $400 grocery budget")
        await room.say(ANN_TELEGRAM, "spent 300 on groceries")
        await room.settle()
        yield room


def reached(mark: int = 70, *, budget: int = 1) -> Alert:
    facts: dict[str, int | str] = {"spent": 30000, "limit": 40000, "currency": "USD"}
    first = EVENING.date().replace(day=1)
    return Alert(kind="budget", subject=f"budget:{budget}", period=first, threshold=mark, facts=facts)


async def ann(room: Room) -> Person:
    ((person, _),) = await room.pam.accounts.people()
    return person


async def told(room: Room, *alerts: Alert, as_answer: bool = False) -> list[str]:
    """What reaches her phones, each with the channel in front."""
    before = {name: len(channel.taken) for name, channel in room.channels.items()}
    person = await ann(room)
    async with room.pam.ticks.store.transaction() as tx:
        visit = await visit_to(tx, person, house=HOUSE, now=room.clock.now(), trace_id="t")
        assert visit
        for alert in alerts:
            await tell(tx, visit, alert, as_answer=as_answer)
    await room.settle()
    return news(room, before)


def news(room: Room, before: dict[str, int]) -> list[str]:
    return [
        f"{name}: {letter.answer.plain}"
        for name, channel in room.channels.items()
        for letter in channel.taken[before[name] :]
    ]


async def kept(room: Room, mark: int) -> KeptAlert:
    """What became of the alert for this mark: they are numbered as they were raised."""
    person = await ann(room)
    async with room.pam.ticks.store.transaction() as tx:
        for number in range(1, 40):
            found = await tx.alerts.one(person.id, AlertId(number))
            if found and found.alert.threshold == mark:
                return found
    raise AssertionError(mark)


async def change(room: Room, **preferences: object) -> None:
    person = await ann(room)
    async with room.pam.ticks.store.transaction() as tx:
        await tx.people.change(replace(person, **preferences))


async def test_an_alert_is_told_once_however_often_it_is_raised(room: Room) -> None:
    assert len(await told(room, reached(), reached())) == 1
    assert await told(room, reached()) == []


async def test_in_quiet_hours_it_waits_until_they_end(room: Room) -> None:
    room.clock.move(hours=5)
    assert await told(room, reached()) == []
    assert (await kept(room, 70)).state == "held"
    before = {name: len(channel.taken) for name, channel in room.channels.items()}
    await room.pass_time(hours=8, minutes=59)
    assert news(room, before) == []
    await room.pass_time(minutes=1)
    assert len(news(room, before)) == 1
    assert (await kept(room, 70)).state == "told"


async def test_what_is_of_no_use_any_more_in_the_morning_is_not_told(room: Room) -> None:
    room.clock.move(hours=5)
    await told(room, reached())
    before = {name: len(channel.taken) for name, channel in room.channels.items()}
    await room.pass_time(days=12, hours=12)
    assert news(room, before) == []
    assert (await kept(room, 70)).state == "dropped"


async def test_an_answer_heeds_neither_the_hour_nor_the_cap(room: Room) -> None:
    await change(room, daily_alerts=1)
    assert len(await told(room, reached(60))) == 1
    room.clock.move(hours=5)
    assert len(await told(room, reached(), as_answer=True)) == 1


async def test_past_the_days_cap_it_is_dropped_and_answers_do_not_count(room: Room) -> None:
    await change(room, daily_alerts=2)
    await told(room, reached(51), as_answer=True)
    assert len(await told(room, reached(52), reached(53), reached(54))) == 2
    assert (await kept(room, 54)).reason == "enough for a day"
    room.clock.move(hours=15)
    assert len(await told(room, reached(55))) == 1


async def test_no_cap_is_no_cap(room: Room) -> None:
    await change(room, daily_alerts=0)
    assert [len(await told(room, reached(mark))) for mark in range(51, 60)] == [1] * 9


@pytest.mark.parametrize("about", ["", "budget", "budget:1"])
async def test_what_a_person_does_not_want_to_hear_of_is_dropped_for_as_long(room: Room, about: str) -> None:
    person = await ann(room)
    async with room.pam.ticks.store.transaction() as tx:
        await tx.alerts.mute(person.id, Mute(about, EVENING.replace(hour=23, minute=30)))
    assert await told(room, reached()) == []
    assert (await kept(room, 70)).reason == "muted"
    room.clock.move(minutes=30)
    assert len(await told(room, reached(71))) == 1


async def test_telegram_comes_before_sms_unless_the_person_prefers_it(room: Room) -> None:
    (first,) = await told(room, reached(51))
    await change(room, preferred_channel="sms")
    (second,) = await told(room, reached(52))
    assert (first.partition(":")[0], second.partition(":")[0]) == ("telegram", "sms")


async def test_a_phone_that_said_stop_is_passed_over_where_the_other_one_is_allowed(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "stop")
    assert await told(room, reached(51)) == []
    await change(room, sms_fallback=True)
    (only,) = await told(room, reached(52))
    assert only.startswith("sms:")


async def test_who_said_stop_on_every_phone_hears_nothing_until_start(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "remind me every day at 12:00 to stretch")
    for phone in (ANN_TELEGRAM, ANN_SMS):
        await room.say(phone, "stop")
    before = {name: len(channel.taken) for name, channel in room.channels.items()}
    await room.pass_time(hours=24)
    assert news(room, before) == []

    await room.say(ANN_TELEGRAM, "start")
    before = {name: len(channel.taken) for name, channel in room.channels.items()}
    await room.pass_time(hours=24)
    (only,) = [line for line in news(room, before) if "stretch" in line]
    assert only.startswith("telegram:")


async def test_at_the_days_last_sms_an_alert_waits_for_tomorrow(tmp_path: Path) -> None:
    house = replace(HOUSE, daily_sms=3)
    async with a_room(tmp_path, house, FakeClock(EVENING)) as room:
        await room.say(ANN_SMS, "remind me in 2 hours to stretch")
        for _ in range(4):
            await room.say(ANN_SMS, "coffee 4.50")
        before = {name: len(channel.taken) for name, channel in room.channels.items()}
        await room.pass_time(hours=2)
        assert news(room, before) == []
        await room.pass_time(hours=13)
        assert [line for line in news(room, before) if "stretch" in line]


async def test_an_alert_offers_why(room: Room) -> None:
    await told(room, reached())
    assert [button.label for button in room.channels["telegram"].taken[-1].answer.buttons][-1] == "Why?"


async def test_the_visit_is_the_persons_own(room: Room) -> None:
    person = await ann(room)
    async with room.pam.ticks.store.transaction() as tx:
        visit = await visit_to(tx, person, house=HOUSE, now=NIGHT, trace_id="t")
    assert isinstance(visit, Visit)
    assert (visit.today.day, visit.address.address) == (19, ANN_TELEGRAM)
