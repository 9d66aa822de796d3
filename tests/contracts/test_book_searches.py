"""The books port: which bookings are meant by tag, account, person and merchant, and in what order they are listed."""

import msgspec
import pytest

from bot.domain.booking import Share, asset
from bot.domain.money import Money
from bot.domain.period import month_of
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.ports.books import Group, Grouping, Order, Search, Sum, Which
from bot.ports.store import Store
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of

NOVEMBER = month_of(WEDNESDAY)
EVERYTHING = Scope("all", "")
IN_NOVEMBER = Which(period=NOVEMBER, scope=EVERYTHING)

ENTRIES = (
    msgspec.structs.replace(spent(40_00), merchant="lidl", tags=("trip", "fun")),
    msgspec.structs.replace(spent(12_00), merchant="tesco", account=asset("Visa")),
    msgspec.structs.replace(spent(60_00, "dinner"), shares=(Share("Ann", Money(25_00, "USD")),), tags=("trip",)),
    spent(90_00, "lunch", currency="EUR"),
    msgspec.structs.replace(spent(50_00, "hotel", currency="EUR"), worth=Money(55_00, "USD")),
    earned(2_400_00),
)


async def booked(store: Store) -> Visit:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for entry in ENTRIES:
            await tx.books.add(visit.ledger_id, visit.person_id, entry)
    return visit


async def words(store: Store, search: Search) -> list[str]:
    visit = await booked(store)
    async with store.transaction() as tx:
        return [booking.entry.category for booking in await tx.books.search(visit.ledger_id, search)]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("largest", ["hotel", "groceries", "dinner", "groceries", "lunch"]),
        ("smallest", ["groceries", "dinner", "groceries", "hotel", "lunch"]),
    ],
)
async def test_by_amount_this_currency_comes_before_others(store: Store, order: Order, found: list[str]) -> None:
    search = Search(which=IN_NOVEMBER, kind="expense", order=order, currency="USD")
    assert await words(store, search) == found


@pytest.mark.parametrize(
    ("which", "sums"),
    [
        ({"tag": "trip"}, [Sum(Money(75_00, "USD"), 2)]),
        ({"tag": "fun"}, [Sum(Money(40_00, "USD"), 1)]),
        ({"account": "visa"}, [Sum(Money(12_00, "USD"), 1)]),
        ({"person": "ann"}, [Sum(Money(35_00, "USD"), 1)]),
        ({"merchant": "lidl", "tag": "trip"}, [Sum(Money(40_00, "USD"), 1)]),
        ({"merchant": "tesco"}, [Sum(Money(12_00, "USD"), 1)]),
        ({"tag": "work"}, []),
    ],
)
async def test_what_is_meant_is_summed_by_the_own_part(store: Store, which: dict[str, str], sums: list[Sum]) -> None:
    visit = await booked(store)
    async with store.transaction() as tx:
        meant = msgspec.structs.replace(IN_NOVEMBER, **which)
        assert await tx.books.sums_of(visit.ledger_id, "expense", meant) == sums


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("merchant", [("lidl", 40_00, 1), ("tesco", 12_00, 1)]),
        ("tag", [("trip", 75_00, 2), ("fun", 40_00, 1)]),
        ("account", [("main", 130_00, 3), ("main", 90_00, 1), ("Visa", 12_00, 1)]),
    ],
)
async def test_groups_come_largest_first(store: Store, by: Grouping, groups: list[tuple[str, int, int]]) -> None:
    visit = await booked(store)
    async with store.transaction() as tx:
        found: list[Group] = await tx.books.groups(visit.ledger_id, "expense", by, EVERYTHING, NOVEMBER)
    assert [(each.name, each.amount.minor, each.bookings) for each in found] == groups
