"""The leases port: one holder at a time, and a fence that tells a holder of before from the one of now."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import Conflict
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile

LASTS = timedelta(seconds=6)


async def taken(store: Store, holder: str, *, after_s: float = 0) -> int | None:
    now = NOON + timedelta(seconds=after_s)
    async with store.transaction() as tx:
        return await tx.leases.take("clock", holder, now=now, until=now + LASTS)


async def checked(store: Store, fence: int) -> None:
    async with store.transaction() as tx:
        await tx.leases.check("clock", fence)


async def test_a_lease_is_its_holders_until_it_ends(store: Store) -> None:
    first = await taken(store, "one")
    assert await taken(store, "two", after_s=5.9) is None
    assert await taken(store, "one", after_s=5) == first
    assert await taken(store, "two", after_s=10.9) is None
    assert await taken(store, "two", after_s=11) is not None


async def test_a_change_of_hands_makes_the_fence_grow_and_the_older_one_worthless(store: Store) -> None:
    before = await taken(store, "one")
    after = await taken(store, "two", after_s=60)
    assert before
    assert after
    assert after > before
    await checked(store, after)
    with pytest.raises(Conflict):
        await checked(store, before)


async def test_a_lease_that_was_let_go_is_free_at_once(store: Store) -> None:
    await taken(store, "one")
    async with store.transaction() as tx:
        await tx.leases.let_go("clock", "two")
    assert await taken(store, "two") is None
    async with store.transaction() as tx:
        await tx.leases.let_go("clock", "one")
    assert await taken(store, "two") is not None


async def test_a_lease_that_a_wrong_clock_made_too_long_keeps_nobody_waiting(store: Store) -> None:
    await taken(store, "one", after_s=3600)
    assert await taken(store, "two") is not None


async def test_one_lease_says_nothing_of_another(store: Store) -> None:
    await taken(store, "one")
    async with store.transaction() as tx:
        assert await tx.leases.take("telegram", "two", now=NOON, until=NOON + LASTS) is not None


async def test_of_two_who_come_at_once_one_leads(shelf: Shelf) -> None:
    async def take_it(tx: Tx, holder: str) -> int | None:
        return await tx.leases.take("clock", holder, now=NOON, until=NOON + LASTS)

    (second,) = await meanwhile(shelf, lambda tx: take_it(tx, "one"), lambda tx: take_it(tx, "two"))
    assert second is None


async def test_nobody_takes_the_lease_while_a_leader_writes_under_its_fence(shelf: Shelf) -> None:
    store, other = shelf.open(), shelf.open()
    fence = await taken(store, "one")
    assert fence
    order: list[str] = []

    async def take_over() -> None:
        await taken(other, "two", after_s=60)
        order.append("taken over")

    async with store.transaction() as tx:
        await tx.leases.check("clock", fence)
        taking = asyncio.create_task(take_over())
        await shelf.stands_still(taking)
        order.append("written")
    await taking
    assert order == ["written", "taken over"]
