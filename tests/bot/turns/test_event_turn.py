"""Events: each handler does once what it minds, in its own transaction, and what it cannot do holds up nobody."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.alert import Alert
from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, PersonId
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.turns.event_turn import TRIES, EventTurn, Handler
from tests.house import ANN_SMS, Room, a_room

WATCH = "watch_spending"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        await room.say(ANN_SMS, "hello")
        yield room


class Minded:
    """A handler that notes what it minds, and does what a test wants beside."""

    def __init__(self, also: Callable[[Tx], Awaitable[None]] | None = None) -> None:
        self.events: list[Event] = []
        self._also = also

    async def mind(self, tx: Tx, visit: Visit, event: Event) -> tuple[Alert, ...]:
        self.events.append(event)
        if self._also:
            await self._also(tx)
        return ()


def turn_with(room: Room, **handlers: Minded) -> EventTurn:
    minds = {name: Handler(each.mind) for name, each in handlers.items()}
    return replace(room.pam.events, handlers=minds)


async def posted(room: Room, *handlers: str, version: int = 1) -> Event:
    fact = ExpenseRecorded(booking_id=BookingId(1))
    event = replace(event_of(fact, at=room.clock.now(), person_id=PersonId(1), trace_id="a-trace"), version=version)
    async with room.pam.events.store.transaction() as tx:
        return await tx.events.post(event, handlers or (WATCH,), sweep_at=room.clock.now())


async def work_off(room: Room, turn: EventTurn) -> None:
    """Until nothing is left that will ever be done."""
    for _ in range(2 * TRIES):
        await turn.loop().work_off()
        room.clock.move(minutes=2)


async def failing(_tx: Tx) -> None:
    raise ZeroDivisionError


async def test_what_is_heard_twice_and_swept_too_is_done_once(room: Room) -> None:
    minded = Minded()
    turn, event = turn_with(room, watch_spending=minded), await posted(room)
    await turn.react(event)
    await turn.react(event)
    await turn.react(event, again=True)
    await work_off(room, turn)
    assert minded.events == [event]


async def test_what_the_bus_lost_is_found_by_the_sweep(room: Room) -> None:
    minded = Minded()
    event = await posted(room)
    await work_off(room, turn_with(room, watch_spending=minded))
    assert minded.events == [event]


async def test_a_handler_that_fails_leaves_nothing_behind_and_is_tried_five_times(room: Room) -> None:
    async def write_and_fail(tx: Tx) -> None:
        await tx.people.change(replace(await tx.people.person(PersonId(1)), name="changed"))
        raise ZeroDivisionError

    poison, other = Minded(write_and_fail), Minded()
    turn, event = turn_with(room, watch_spending=poison, other=other), await posted(room, WATCH, "other")
    await turn.react(event)
    await work_off(room, turn)

    (dead,) = (await room.pam.accounts.dead()).deliveries
    assert (dead.handler, dead.fault, dead.trace_id) == (WATCH, "ZeroDivisionError", "a-trace")
    assert (len(poison.events), other.events) == (TRIES, [event])
    ((person, _),) = await room.pam.accounts.people()
    assert person.name != "changed"


async def test_what_was_given_up_on_is_done_once_when_it_is_tried_again(room: Room) -> None:
    turn, event = turn_with(room, watch_spending=Minded(failing)), await posted(room)
    await work_off(room, turn)
    assert await room.pam.accounts.retry_event(event.id)

    mended = Minded()
    await work_off(room, turn_with(room, watch_spending=mended))
    assert mended.events == [event]
    assert (await room.pam.accounts.dead()).deliveries == []


async def test_an_event_that_ends_every_process_that_minds_it_is_put_aside(room: Room) -> None:
    minded = Minded()
    turn, event = turn_with(room, watch_spending=minded), await posted(room)
    async with turn.store.transaction() as tx:
        for _ in range(TRIES - 1):
            # Each is a process that took it up and never said anything again.
            await tx.events.count(event.id, WATCH)
    await turn.react(event, again=True)
    assert (minded.events, len((await room.pam.accounts.dead()).deliveries)) == ([], 1)


async def test_a_fact_in_a_shape_of_the_future_is_left_to_newer_code_and_then_put_aside_with_a_clear_word(
    room: Room,
) -> None:
    async def read(_tx: Tx) -> None:
        minded.events[-1].read(ExpenseRecorded)

    minded = Minded(read)
    turn = turn_with(room, watch_spending=minded)
    await posted(room, version=7)
    await turn.loop().work_off()
    assert (await room.pam.accounts.dead()).deliveries == []
    await work_off(room, turn)
    (dead,) = (await room.pam.accounts.dead()).deliveries
    assert dead.fault == "event_too_new: ExpenseRecorded is of version 7, known is 1"


async def test_what_only_other_code_minds_is_left_to_it(room: Room) -> None:
    minded = Minded()
    turn, event = turn_with(room, watch_spending=minded), await posted(room, "of_a_later_version")
    await work_off(room, turn)
    async with turn.store.transaction() as tx:
        assert [each.attempts for each in await tx.events.open(event.id)] == [0]
    assert minded.events == []


async def test_what_the_bus_did_not_take_need_not_wait_for_the_sweep(room: Room) -> None:
    minded = Minded()
    turn = turn_with(room, watch_spending=minded)
    event = event_of(ExpenseRecorded(booking_id=BookingId(1)), at=room.clock.now(), person_id=PersonId(1), trace_id="t")
    async with turn.store.transaction() as tx:
        kept = await tx.events.post(event, (WATCH,), sweep_at=room.clock.now().replace(year=2030))
    assert await turn.loop().work_off() == 0
    await turn.hurry([kept])
    assert await turn.loop().work_off() == 1
    assert minded.events == [kept]
