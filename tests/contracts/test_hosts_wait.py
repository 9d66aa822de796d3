"""What a host does with a person waits until nobody is in the middle of something for them."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.domain.person import Person
from bot.domain.visit import House
from bot.ports.store import Store
from bot.turns.look_turn import LookTurn
from tests.clocks import NOON, FakeClock
from tests.contracts.conftest import Shelf
from tests.house import account_turn
from tests.visits import ANN, BOB, visit_of

Wish = Callable[[Store], Awaitable[Person | None]]


async def set_the_zone(store: Store) -> None:
    accounts = account_turn(store)
    await accounts.set_timezone(ANN, "Europe/Berlin")


async def introduce(store: Store) -> Person:
    accounts = account_turn(store)
    return await accounts.introduce("Ann", BOB, ANN)


async def start_over(store: Store) -> Person:
    return await LookTurn(store=store, clock=FakeClock(), house=House()).start_over("Ann", "en", BOB, ANN)


@pytest.mark.parametrize("wish", [set_the_zone, introduce, start_over])
async def test_it_waits_for_who_is_in_the_middle_of_something(shelf: Shelf, wish: Wish) -> None:
    store, other = shelf.open(), shelf.open()
    await visit_of(store)
    async with store.transaction() as tx:
        await tx.people.caller(ANN, NOON)
        wished = asyncio.ensure_future(wish(other))
        await shelf.stands_still(wished)
        assert not wished.done()
    await wished
