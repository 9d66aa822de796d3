"""What is open between people: found by name, in every currency, and paid back in either direction."""

import msgspec
import pytest

from bot.domain.booking import Share, somebody
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.owing import name_known, open_with, settle
from tests.bot.services.deeds import book, spent_in_all, undo
from tests.entries import earned, spent
from tests.visits import visit_of


async def lend(store: Store, visit: Visit, name: str, minor: int, currency: str = "USD") -> None:
    """The person pays twice as much, half of it for somebody."""
    share = Share(name, Money(minor, currency))
    await book(store, visit, msgspec.structs.replace(spent(2 * minor, currency=currency), shares=(share,)))


async def borrow(store: Store, visit: Visit, name: str, minor: int) -> None:
    await book(store, visit, msgspec.structs.replace(spent(minor), account=somebody(name)))


async def is_open(store: Store, visit: Visit, name: str | None = None) -> list[tuple[str, int, str]]:
    async with store.transaction() as tx:
        found = await open_with(tx, visit, name)
    return [(each.place.word, each.amount.minor, each.amount.currency) for each in found]


async def pay_back(store: Store, visit: Visit, name: str, minor: int | None = None) -> None:
    async with store.transaction() as tx:
        (balance,) = await open_with(tx, visit, name)
        amount = abs(balance.amount.minor) if minor is None else minor
        paid = spent(amount) if balance.amount.minor < 0 else earned(amount)
        await settle(tx, visit, balance.place, paid)


async def test_only_what_is_open_is_told_one_balance_a_currency(store: Store) -> None:
    visit = await visit_of(store)
    await lend(store, visit, "Ann", 20_00)
    await lend(store, visit, "Ann", 5_00, "EUR")
    await borrow(store, visit, "Bob", 12_00)
    await lend(store, visit, "Cem", 7_00)
    await borrow(store, visit, "Cem", 7_00)
    assert sorted(await is_open(store, visit)) == [("Ann", 5_00, "EUR"), ("Ann", 20_00, "USD"), ("Bob", -12_00, "USD")]


@pytest.mark.parametrize("name", ["ann", "ANN", " Ann "])
async def test_a_name_is_found_however_it_is_spelled(store: Store, name: str) -> None:
    visit = await visit_of(store)
    await lend(store, visit, "Ann", 20_00)
    await lend(store, visit, "Anna", 3_00)
    assert await is_open(store, visit, name) == [("Ann", 20_00, "USD")]


@pytest.mark.parametrize(("name", "written"), [("ann-MARIE", "Ann-Marie"), ("bob", "Bob"), ("al smith", "Al Smith")])
async def test_a_name_is_written_as_it_is_known_already(store: Store, name: str, written: str) -> None:
    visit = await visit_of(store)
    await lend(store, visit, "Ann-Marie", 20_00)
    async with store.transaction() as tx:
        assert await name_known(tx, visit, name) == written


async def test_paid_back_in_either_direction_nothing_is_open_and_nothing_is_spent(store: Store) -> None:
    visit = await visit_of(store)
    await lend(store, visit, "Ann", 20_00)
    await borrow(store, visit, "Bob", 12_00)
    before = await spent_in_all(store, visit)
    for name in ("Ann", "Bob"):
        await pay_back(store, visit, name)
    assert await is_open(store, visit) == []
    assert await spent_in_all(store, visit) == before


async def test_more_than_is_open_turns_it_round(store: Store) -> None:
    visit = await visit_of(store)
    await lend(store, visit, "Ann", 20_00)
    await pay_back(store, visit, "Ann", 25_00)
    assert await is_open(store, visit) == [("Ann", -5_00, "USD")]
    await pay_back(store, visit, "Ann", 8_00)
    assert await is_open(store, visit) == [("Ann", 3_00, "USD")]


async def test_undone_it_is_open_again(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await lend(store, visit, "Ann", 20_00)
    await pay_back(store, msgspec.structs.replace(visit, message_id=2), "Ann")
    await undo(store, visit)
    assert await is_open(store, visit) == [("Ann", 20_00, "USD")]
    await undo(store, visit)
    assert await is_open(store, visit) == []
