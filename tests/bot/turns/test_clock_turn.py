"""The clock: what is due comes once per local day, from one leader, and nothing holds up what is due beside it."""

from collections.abc import AsyncIterator, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.alert import Alert
from bot.domain.ids import AlertId, PersonId
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.people import Newcomer
from bot.ports.store import Tx
from bot.services.unasked.rule import Fired, Planned, Rule
from bot.turns.clock_turn import TRIES, ClockTurn
from bot.turns.lead_turn import ASK_AGAIN_AFTER, LASTS, Lead
from tests.house import ANN_SMS, Room, a_room

ANN = PersonId(1)
FIRST = date(2026, 11, 18)
A_DAY = timedelta(days=1)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "hello")
        yield room


class Daily:
    """A rule that comes a day after it came, and notes each time."""

    name = "daily"

    def __init__(self, also: Callable[[], None] = lambda: None, *alerts: Alert) -> None:
        self.days: list[date] = []
        self._also = also
        self._alerts = alerts

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        return Planned(after + A_DAY, visit.now + A_DAY) if after else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        self.days.append(due.occurs_on)
        self._also()
        return Fired(day=due.occurs_on, alerts=self._alerts)


def fail() -> None:
    raise ZeroDivisionError


def clock_with(room: Room, *rules: Rule, lead: Lead | None = None) -> ClockTurn:
    ticks = replace(room.pam.ticks, rules={rule.name: rule for rule in rules})
    return replace(ticks, leading=replace(ticks.leading, lead=lead)) if lead else ticks


async def plan(room: Room, rule: str = "daily", day: date = FIRST) -> None:
    async with room.pam.ticks.store.transaction() as tx:
        await tx.dues.plan(Due(person_id=ANN, rule=rule, occurs_on=day, due_at=room.clock.now()))


async def planned(room: Room) -> list[Due]:
    async with room.pam.ticks.store.transaction() as tx:
        return await tx.dues.of(ANN)


async def test_what_is_due_comes_once_and_its_next_time_is_planned(room: Room) -> None:
    rule = Daily()
    clock = clock_with(room, rule)
    await plan(room)
    assert [await clock.tick(), await clock.tick()] == [1, 0]
    room.clock.move(hours=23)
    assert await clock.tick() == 0
    room.clock.move(hours=1)
    assert await clock.tick() == 1
    assert rule.days == [FIRST, FIRST + A_DAY]


async def test_a_local_day_that_was_done_is_not_told_again_whatever_is_planned(room: Room) -> None:
    class Changing(Daily):
        """Has another alert each time: only the day can tell that it was told."""

        async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
            fired = await super().fire(tx, visit, due)
            alert = Alert(kind="budget", subject="budget:1", period=FIRST, threshold=len(self.days))
            return Fired(day=fired.day, alerts=(alert,))

    rule = Changing()
    clock = clock_with(room, rule)
    for _ in range(2):
        await plan(room)
        await clock.tick()
    async with clock.store.transaction() as tx:
        raised = [await tx.alerts.one(ANN, AlertId(number)) for number in (1, 2)]
    assert (rule.days, [kept is not None for kept in raised]) == ([FIRST, FIRST], [True, False])


async def test_of_two_clocks_one_leads_and_the_other_follows_when_nothing_is_heard_of_it(room: Room) -> None:
    rule = Daily()
    one, other = (clock_with(room, rule, lead=Lead(alone=False)) for _ in range(2))
    await plan(room)
    assert [await one.tick(), await other.tick()] == [1, 0]

    room.clock.move(seconds=LASTS.total_seconds() - 1)
    await plan(room, day=FIRST + A_DAY)
    assert await other.tick() == 0
    room.clock.move(seconds=ASK_AGAIN_AFTER.total_seconds())
    assert await other.tick() == 1
    assert await one.tick() == 0
    assert rule.days == [FIRST, FIRST + A_DAY]


async def test_a_leader_that_slept_through_its_lease_writes_nothing_more(room: Room) -> None:
    asleep, awake = Daily(), Daily()
    one, other = clock_with(room, asleep, lead=Lead(alone=False)), clock_with(room, awake, lead=Lead(alone=False))
    assert await one.tick() == 0
    slept_at = one.leading.lead.asked_at
    room.clock.move(minutes=1)
    await plan(room)
    assert await other.tick() == 1
    await plan(room, day=FIRST + A_DAY)

    # It wakes, and by what it knows it leads still.
    one.leading.lead.asked_at = room.clock.now()
    assert slept_at is not None
    assert await one.tick() == 0
    assert asleep.days == []
    assert await other.tick() == 1


async def test_a_clock_that_steps_down_is_followed_at_once(room: Room) -> None:
    rule = Daily()
    one, other = (clock_with(room, rule, lead=Lead(alone=False)) for _ in range(2))
    await one.tick()
    await plan(room)
    await one.leading.step_down()
    assert await other.tick() == 1


async def test_a_rule_that_fails_holds_up_nobody_and_comes_again_the_day_after(room: Room) -> None:
    class Poison(Daily):
        name = "poison"

    poison, rule = Poison(fail), Daily()
    clock = clock_with(room, poison, rule)
    await plan(room, "poison")
    await plan(room)
    await clock.tick()
    assert rule.days == [FIRST]
    for _ in range(2 * TRIES):
        room.clock.move(minutes=20)
        await clock.tick()
    assert poison.days == [FIRST] * TRIES

    mended = Poison()
    room.clock.move(hours=24)
    await clock_with(room, mended, rule).tick()
    assert mended.days == [FIRST]


async def test_a_rule_that_only_newer_code_knows_is_left_to_it(room: Room) -> None:
    rule = Daily()
    await plan(room, "of_a_later_version:7")
    await plan(room)
    assert await clock_with(room, rule).tick() == 1
    assert {(due.rule, due.attempts) for due in await planned(room)} == {("daily", 0), ("of_a_later_version:7", 0)}


async def test_of_several_alerts_one_that_cannot_be_told_keeps_no_other_from_it(room: Room) -> None:
    await room.say(ANN_SMS, "set a $400 grocery budget")
    await room.say(ANN_SMS, "spent 300 on groceries")
    first = FIRST.replace(day=1)
    bad = Alert(kind="price", subject="bill:1", period=first, facts={"currency": "nonsense"})
    good = Alert(kind="budget", subject="budget:1", period=first, threshold=70)
    await plan(room)
    before = len(room.channels["sms"].taken)
    await clock_with(room, Daily(lambda: None, bad, good)).tick()
    await room.settle()
    assert [text for text in room.channels["sms"].texts(ANN_SMS)[before:] if text.startswith("Groceries budget")]


async def test_a_clock_that_is_set_back_asks_anew_who_leads_and_repeats_nothing(room: Room) -> None:
    rule = Daily()
    clock = clock_with(room, rule, lead=Lead(alone=False))
    await plan(room)
    await clock.tick()
    room.clock.move(days=-1)
    assert await clock.tick() == 0
    room.clock.move(days=1)
    assert await clock.tick() == 0
    assert rule.days == [FIRST]


async def test_what_is_due_for_somebody_who_is_nowhere_any_more_is_forgotten(room: Room) -> None:
    async with room.pam.ticks.store.transaction() as tx:
        (known,) = await tx.people.addresses_of(ANN)
        newcomer = Newcomer(timezone="UTC", locale="en-US", currency="USD")
        stays = await tx.people.add(newcomer, room.clock.now())
        await tx.people.give_address(known.id, stays.id)
    rule = Daily()
    await plan(room)
    await clock_with(room, rule).tick()
    assert (rule.days, await planned(room)) == ([], [])
