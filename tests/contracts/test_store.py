"""The store port: many things at once or not at all."""

import asyncio

import pytest

from bot.domain.errors import Unavailable
from bot.domain.letter import Address
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, visit_of


async def met(store: Store, address: Address) -> bool:
    """Whether this address was written down before; asking writes it down."""
    async with store.transaction() as tx:
        return (await tx.people.meet(address, NOON)).welcomed_at is not None


async def welcome(store: Store, address: Address) -> None:
    async with store.transaction() as tx:
        await tx.people.welcomed((await tx.people.meet(address, NOON)).id, NOON)


async def fail_to_welcome(store: Store, address: Address) -> None:
    async with store.transaction() as tx:
        await tx.people.welcomed((await tx.people.meet(address, NOON)).id, NOON)
        raise ZeroDivisionError


async def test_what_was_done_is_there_for_whoever_opens_the_store_next(shelf: Shelf) -> None:
    await welcome(shelf.open(), ANN)
    assert await met(shelf.open(), ANN)


async def test_what_raised_was_never_done(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        await fail_to_welcome(store, ANN)
    assert not await met(store, ANN)


async def test_one_that_raises_beside_others_takes_nothing_of_theirs_back(store: Store) -> None:
    phones = [Address("sms", f"+1415555{number:04}") for number in range(50)]
    tasks = [task for phone in phones for task in (welcome(store, phone), fail_to_welcome(store, ANN))]
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes[:2]] == [type(None), ZeroDivisionError]
    assert [await met(store, phone) for phone in phones] == [True] * 50
    assert not await met(store, ANN)


async def test_transactions_run_one_after_another_on_what_the_one_before_left(store: Store) -> None:
    visit = await visit_of(store)

    async def count() -> int:
        async with store.transaction() as tx:
            return await tx.costs.count_sms(visit.person_id, visit.today, 1, 1000)

    assert sorted(await asyncio.gather(*(count() for _ in range(200)))) == list(range(1, 201))


async def test_a_closed_store_is_unavailable(store: Store) -> None:
    await store.close()
    with pytest.raises(Unavailable):
        await welcome(store, ANN)
