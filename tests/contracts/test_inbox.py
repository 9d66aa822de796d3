"""The inbox port: kept once, one message a person at a time, fenced."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.errors import Conflict
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.ports.inbox import Claim
from bot.ports.store import Store
from tests.clocks import NOON
from tests.kept import fresh_store

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


async def test_a_message_is_kept_once_by_its_id(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    assert await keep(store, message("SM1"))
    assert not await keep(store, message("SM1"))
    assert len(await claim(store)) == 1
    await store.close()


async def test_a_message_is_kept_once_by_its_proof(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    assert await keep(store, message("SM1", proof="signature"))
    assert not await keep(store, message("SM2", proof="signature"))
    await store.close()


async def test_what_is_claimed_reads_as_it_was_written(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    assert held.message == message("SM1")
    assert held.attempt == 1
    await store.close()


async def test_the_second_of_a_lane_waits_for_the_first(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"))
    await keep(store, message("SM2"))
    (first,) = await claim(store)
    assert await claim(store) == []
    async with store.transaction() as tx:
        await tx.inbox.finish(first)
    (second,) = await claim(store)
    assert second.message.external_id == "SM2"
    await store.close()


async def test_lanes_are_claimed_side_by_side(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"), lane=1)
    await keep(store, message("SM2"), lane=2)
    assert {held.message.external_id for held in await claim(store)} == {"SM1", "SM2"}
    await store.close()


async def test_a_lease_that_ran_out_is_claimed_again_and_fences_the_first_holder(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"))
    (first,) = await claim(store)
    (second,) = await claim(store, after=LEASE + timedelta(seconds=1))
    assert second.attempt == 2
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.inbox.finish(first)
    async with store.transaction() as tx:
        await tx.inbox.finish(second)
    await store.close()


async def test_a_renewed_lease_is_not_claimed(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        assert await tx.inbox.renew(held, NOON + 2 * LEASE)
    assert await claim(store, after=LEASE + timedelta(seconds=1)) == []
    await store.close()


async def test_a_message_put_back_waits_until_its_time(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    await keep(store, message("SM1"))
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.inbox.put_back(held, not_before=NOON + timedelta(seconds=30), fault="Unavailable")
    assert await claim(store, after=timedelta(seconds=29)) == []
    assert len(await claim(store, after=timedelta(seconds=30))) == 1
    await store.close()


async def test_a_buried_message_is_listed_lets_the_next_on_and_can_be_revived(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
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
    await store.close()


async def test_words_are_not_readable_in_the_file_and_gone_when_done(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    secret = IncomingMessage(
        source="twilio", external_id="SM1", sender=Address("sms", "+14155550123"), text="a very private word"
    )
    await keep(store, secret)
    await store.close()
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"SM1" in written
    assert b"private" not in written
    assert b"4155550123" not in written


async def test_what_no_door_understood_is_kept_as_dead(tmp_path: Path) -> None:
    store = fresh_store(tmp_path)
    async with store.transaction() as tx:
        await tx.inbox.keep_raw("telegram", "raw-1", b"{}", at=NOON, fault="no update_id")
        assert [each.fault for each in await tx.inbox.dead()] == ["no update_id"]
    assert await claim(store) == []
    await store.close()
