"""The inbox port: kept once, one message a person at a time, fenced."""

from datetime import timedelta

import pytest

from bot.domain.errors import Conflict
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.ports.inbox import Claim
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf

LEASE = timedelta(seconds=6)


def message(external_id: str, proof: str | None = None) -> IncomingMessage:
    return IncomingMessage(
        source="twilio", external_id=external_id, sender=Address("sms", "+14155550123"), text="hello", proof=proof
    )


async def keep(store: Store, incoming: IncomingMessage, lane: int = 1) -> bool:
    async with store.transaction() as tx:
        known = await tx.people.meet(incoming.sender, NOON)
        return await tx.inbox.keep(incoming, address_id=known.id, lane=lane, at=NOON, trace_id="t")


async def claim(store: Store, *, after: timedelta = timedelta(0), most: int = 10) -> list[Claim]:
    now = NOON + after
    async with store.transaction() as tx:
        return await tx.inbox.claim(now=now, until=now + LEASE, most=most)


async def test_a_message_is_kept_once_by_its_id(store: Store) -> None:
    assert await keep(store, message("SM1"))
    assert not await keep(store, message("SM1"))
    assert len(await claim(store)) == 1


async def test_a_message_is_kept_once_by_its_proof(store: Store) -> None:
    assert await keep(store, message("SM1", proof="signature"))
    assert not await keep(store, message("SM2", proof="signature"))


async def test_what_is_claimed_reads_as_it_was_written(store: Store) -> None:
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    assert held.message == message("SM1")
    assert held.attempt == 1


async def test_the_second_of_a_lane_waits_for_the_first(store: Store) -> None:
    await keep(store, message("SM1"))
    await keep(store, message("SM2"))
    (first,) = await claim(store)
    assert await claim(store) == []
    async with store.transaction() as tx:
        await tx.inbox.finish(first)
    (second,) = await claim(store)
    assert second.message.external_id == "SM2"


async def test_lanes_are_claimed_side_by_side(store: Store) -> None:
    await keep(store, message("SM1"), lane=1)
    await keep(store, message("SM2"), lane=2)
    assert {held.message.external_id for held in await claim(store)} == {"SM1", "SM2"}


async def test_a_lease_that_ran_out_is_claimed_again_and_fences_the_first_holder(store: Store) -> None:
    await keep(store, message("SM1"))
    (first,) = await claim(store)
    (second,) = await claim(store, after=LEASE + timedelta(seconds=1))
    assert second.attempt == 2
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.inbox.finish(first)
    async with store.transaction() as tx:
        await tx.inbox.finish(second)


async def test_a_renewed_lease_is_not_claimed(store: Store) -> None:
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        assert await tx.inbox.renew(held, NOON + 2 * LEASE)
    assert await claim(store, after=LEASE + timedelta(seconds=1)) == []


async def test_a_message_put_back_waits_until_its_time(store: Store) -> None:
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.put_back(held, not_before=NOON + timedelta(seconds=30), fault="Unavailable")
    assert await claim(store, after=timedelta(seconds=29)) == []
    assert len(await claim(store, after=timedelta(seconds=30))) == 1


async def test_a_buried_message_is_listed_lets_the_next_on_and_can_be_revived(store: Store) -> None:
    await keep(store, message("SM1"))
    await keep(store, message("SM2"))
    (first,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.bury(first, "ValueError")
        (dead,) = await tx.inbox.dead()
    assert dead.fault == "ValueError"
    (second,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.finish(second)
        assert await tx.inbox.revive(first.id)
    (again,) = await claim(store)
    assert again.message.external_id == "SM1"


async def test_words_are_not_readable_at_rest(shelf: Shelf) -> None:
    store = shelf.open()
    secret = IncomingMessage(
        source="twilio", external_id="SM1", sender=Address("sms", "+14155550123"), text="a very private word"
    )
    await keep(store, secret)
    await shelf.close()
    written = shelf.written()
    assert b"SM1" in written
    assert b"private" not in written
    assert b"4155550123" not in written


async def test_what_no_door_understood_is_kept_as_dead(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.inbox.keep_raw("telegram", "raw-1", b"{}", at=NOON, fault="no update_id")
        assert [each.fault for each in await tx.inbox.dead()] == ["no update_id"]
    assert await claim(store) == []


async def test_the_words_of_a_message_are_wiped_when_it_is_done(shelf: Shelf) -> None:
    store = shelf.open()
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.finish(held)
    assert shelf.rows("SELECT state, body FROM inbox") == [("done", None)]


async def test_a_dead_message_keeps_its_words_until_it_is_dropped(shelf: Shelf) -> None:
    store = shelf.open()
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.bury(held, "ValueError")
        assert await tx.inbox.drop(held.id)
        assert not await tx.inbox.drop(held.id)
        assert not await tx.inbox.revive(held.id)
        assert await tx.inbox.dead() == []
    assert shelf.rows("SELECT body FROM inbox") == [(None,)]


async def test_what_cannot_be_read_is_put_aside_and_stops_nobody(shelf: Shelf) -> None:
    store = shelf.open()
    await keep(store, message("SM1"))
    await keep(store, message("SM2"))
    await keep(store, message("SM3"), lane=2)
    shelf.change("UPDATE inbox SET body = substr(body, 1, 9) WHERE external_id = 'SM1'")
    assert [held.message.external_id for held in await claim(store)] == ["SM3"]
    assert [held.message.external_id for held in await claim(store)] == ["SM2"]
    async with store.transaction() as tx:
        assert [each.fault for each in await tx.inbox.dead()] == ["unreadable"]


async def test_what_was_sealed_with_a_lost_key_is_put_aside(shelf: Shelf) -> None:
    await keep(shelf.open("the old secret"), message("SM1"))
    store = shelf.open("the new secret")
    assert await claim(store) == []
    async with store.transaction() as tx:
        assert [each.fault for each in await tx.inbox.dead()] == ["unreadable"]


async def test_what_waits_is_read_after_the_secret_was_rotated(shelf: Shelf) -> None:
    await keep(shelf.open("the old secret"), message("SM1"))
    (held,) = await claim(shelf.open("the new secret", "the old secret"))
    assert held.message == message("SM1")


async def test_the_unfinished_are_counted(store: Store) -> None:
    for number in range(3):
        await keep(store, message(f"SM{number}"), lane=number // 2)
    held, other = await claim(store)
    async with store.transaction() as tx:
        assert await tx.inbox.unfinished() == 3
        await tx.inbox.finish(held)
        await tx.inbox.bury(other, "ValueError")
        assert await tx.inbox.unfinished() == 1


async def test_a_raw_message_is_kept_once_and_never_revived(store: Store) -> None:
    async with store.transaction() as tx:
        for fault in ("first", "second"):
            await tx.inbox.keep_raw("telegram", "raw-1", b"{}", at=NOON, fault=fault)
        (dead,) = await tx.inbox.dead()
        assert dead.fault == "first"
        assert not await tx.inbox.revive(dead.id)


async def test_what_outlived_a_lease_may_not_put_back_or_bury(store: Store) -> None:
    await keep(store, message("SM1"))
    (first,) = await claim(store)
    await claim(store, after=LEASE)
    async with store.transaction() as tx:
        assert not await tx.inbox.renew(first, NOON + 2 * LEASE)
        with pytest.raises(Conflict):
            await tx.inbox.put_back(first, not_before=NOON, fault="late")
        with pytest.raises(Conflict):
            await tx.inbox.bury(first, "late")


async def keep_done(store: Store, incoming: IncomingMessage, lane: int = 1) -> bool:
    async with store.transaction() as tx:
        known = await tx.people.meet(incoming.sender, NOON)
        kept = await tx.inbox.keep_done(incoming, address_id=known.id, lane=lane, at=NOON, trace_id="t")
        return kept is not None


async def test_a_message_acted_on_at_once_is_kept_once_and_without_its_words(shelf: Shelf) -> None:
    store = shelf.open()
    assert await keep_done(store, message("SM1", proof="signature"))
    assert not await keep_done(store, message("SM1"))
    assert not await keep_done(store, message("SM2", proof="signature"))
    assert not await keep(store, message("SM1"))
    assert await claim(store) == []
    assert shelf.rows("SELECT state, body FROM inbox") == [("done", None)]


async def test_a_message_is_not_acted_on_before_those_that_came_earlier(store: Store) -> None:
    await keep(store, message("SM1"))
    assert not await keep_done(store, message("SM2"))
    assert await keep_done(store, message("SM3"), lane=2)
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.finish(held)
    assert await keep_done(store, message("SM2"))


async def test_how_the_try_before_ended_is_told_and_a_death_leaves_no_word(store: Store) -> None:
    await keep(store, message("SM1"))
    (first,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.put_back(first, not_before=NOON, fault="Unavailable")
    (second,) = await claim(store)
    (third,) = await claim(store, after=LEASE)
    assert [held.fault for held in (first, second, third)] == [None, "Unavailable", None]


async def test_a_message_handed_back_was_not_tried(store: Store) -> None:
    await keep(store, message("SM1"))
    (first,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.put_back(first, not_before=NOON, fault="Unavailable")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.hand_back(held)
    assert await claim(store) == [held]
    await claim(store, after=LEASE)
    async with store.transaction() as tx:
        with pytest.raises(Conflict):
            await tx.inbox.hand_back(held)
