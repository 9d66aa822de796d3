"""The events port: kept until each handler has done with it, tried again, given up on, and forgotten in the end."""

from datetime import timedelta

import pytest

from bot.domain.event import Event, ExpenseRecorded, event_of
from bot.domain.ids import BookingId, EventId
from bot.ports.events import Delivery
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile
from tests.visits import visit_of

SOON = timedelta(seconds=10)
BOTH = ("one", "two")


async def posted(store: Store, *handlers: str, booking: int = 7) -> Event:
    visit = await visit_of(store)
    fact = ExpenseRecorded(booking_id=BookingId(booking), address_id=visit.address.id)
    event = event_of(fact, at=NOON, person_id=visit.person_id, trace_id="t")
    async with store.transaction() as tx:
        return await tx.events.post(event, handlers or BOTH, sweep_at=NOON + SOON)


async def overdue(store: Store, *handlers: str, after: timedelta = SOON, most: int = 10) -> list[Delivery]:
    now = NOON + after
    async with store.transaction() as tx:
        return await tx.events.overdue(handlers or BOTH, now=now, again_at=now + SOON, most=most)


async def finished(store: Store, event: Event, handler: str) -> bool:
    async with store.transaction() as tx:
        return await tx.events.finish(event.id, handler)


async def test_an_event_comes_back_as_it_was_posted(store: Store) -> None:
    event = await posted(store)
    async with store.transaction() as tx:
        assert await tx.events.open(event.id) == [Delivery(event=event, handler=name) for name in BOTH]


async def test_each_handler_is_done_with_it_once_and_by_itself(store: Store) -> None:
    event = await posted(store)
    assert [await finished(store, event, "one"), await finished(store, event, "one")] == [True, False]
    assert await finished(store, event, "two")
    async with store.transaction() as tx:
        assert (await tx.events.open(event.id), await tx.events.unfinished()) == ([], 0)


async def test_a_handler_that_fails_half_way_has_done_nothing(store: Store) -> None:
    event = await posted(store, "one")

    async def do_half() -> None:
        async with store.transaction() as tx:
            await tx.events.finish(event.id, "one")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await do_half()
    assert await finished(store, event, "one")


async def test_a_sweep_finds_what_nobody_did_in_time_and_counts_it(store: Store) -> None:
    event = await posted(store)
    assert await overdue(store, after=timedelta(seconds=9)) == []
    assert [(each.handler, each.attempts) for each in await overdue(store)] == [("one", 1), ("two", 1)]
    assert await overdue(store) == []
    await finished(store, event, "one")
    (again,) = await overdue(store, after=2 * SOON)
    assert (again.event, again.handler, again.attempts) == (event, "two", 2)


async def test_a_sweep_leaves_alone_what_only_other_code_minds(store: Store) -> None:
    await posted(store, "one", "of_a_later_version")
    assert [each.handler for each in await overdue(store, "one")] == ["one"]


async def test_what_the_bus_did_not_take_may_be_swept_at_once(store: Store) -> None:
    event = await posted(store, "one")
    async with store.transaction() as tx:
        await tx.events.hurry([event.id], NOON)
    assert [each.event for each in await overdue(store, after=timedelta(0))] == [event]


async def test_what_failed_waits_for_its_time(store: Store) -> None:
    event = await posted(store, "one")
    async with store.transaction() as tx:
        assert await tx.events.count(event.id, "one") == 1
        await tx.events.put_back(event.id, "one", due_at=NOON + 3 * SOON, fault="ZeroDivisionError")
    assert await overdue(store, after=2 * SOON) == []
    assert [each.attempts for each in await overdue(store, after=3 * SOON)] == [2]


async def test_what_was_given_up_on_is_listed_with_its_trace_and_can_be_tried_again_or_dropped(store: Store) -> None:
    event = await posted(store)
    async with store.transaction() as tx:
        await tx.events.bury(event.id, "one", fault="ZeroDivisionError")
        (dead,) = await tx.events.dead()
    assert (dead.event_id, dead.handler, dead.fault, dead.trace_id) == (event.id, "one", "ZeroDivisionError", "t")
    assert not await finished(store, event, "one")

    async with store.transaction() as tx:
        assert await tx.events.revive(event.id, NOON)
        assert not await tx.events.revive(event.id, NOON)
        assert [(each.handler, each.attempts) for each in await tx.events.open(event.id)] == [("one", 0), ("two", 0)]
        await tx.events.bury(event.id, "one", fault="again")
        assert await tx.events.drop(event.id)
        assert not await tx.events.drop(EventId(event.id + 1))
        assert await tx.events.dead() == []


async def test_only_what_everybody_has_done_with_is_forgotten(store: Store) -> None:
    done, waiting = await posted(store, "one"), await posted(store, "one")
    await finished(store, done, "one")
    later = NOON + timedelta(days=30)
    async with store.transaction() as tx:
        assert await tx.events.forget(NOON, 10) == 0
        assert await tx.events.forget(later, 10) == 1
        assert [each.event for each in await tx.events.open(waiting.id)] == [waiting]


async def test_two_who_take_up_the_same_event_do_it_once(shelf: Shelf) -> None:
    event = await posted(shelf.open(), "one")

    async def finish(tx: Tx) -> bool:
        return await tx.events.finish(event.id, "one")

    assert await meanwhile(shelf, finish, finish) == [False]


async def test_two_sweeps_at_once_take_up_different_events(shelf: Shelf) -> None:
    store = shelf.open()
    for booking in (1, 2):
        await posted(store, "one", booking=booking)
    found: list[Delivery] = []

    async def sweep(tx: Tx) -> None:
        now = NOON + SOON
        found.extend(await tx.events.overdue(("one",), now=now, again_at=now + SOON, most=1))

    await meanwhile(shelf, sweep, sweep)
    assert len({each.event.id for each in found}) == 2
