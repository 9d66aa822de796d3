"""Incomes that can be relied on: only what came in each of the last two months. Today is November 18."""

from datetime import date

import pytest

from bot.domain.booking import Entry
from bot.ports.store import Store
from bot.services.expected_incomes import incomes_until
from tests.bot.services.deeds import book
from tests.entries import earned
from tests.visits import visit_of

NEXT_YEAR = date(2027, 1, 1)


def pay(month: int, day: int, minor: int = 2400_00, word: str = "salary", currency: str = "USD") -> Entry:
    return earned(minor, word, date(2026, month, day), currency=currency)


@pytest.mark.parametrize(
    ("came", "until", "due"),
    [
        ([pay(9, 25), pay(10, 25)], date(2026, 11, 30), [("salary", "2400.00", date(2026, 11, 25))]),
        ([pay(9, 25), pay(10, 25)], date(2026, 11, 25), [("salary", "2400.00", date(2026, 11, 25))]),
        ([pay(9, 25), pay(10, 25)], date(2026, 11, 24), []),
        (
            [pay(9, 25), pay(10, 25)],
            NEXT_YEAR,
            [("salary", "2400.00", date(2026, 11, 25)), ("salary", "2400.00", date(2026, 12, 25))],
        ),
        (
            [pay(9, 30), pay(10, 31)],
            NEXT_YEAR,
            [("salary", "2400.00", date(2026, 11, 30)), ("salary", "2400.00", date(2026, 12, 31))],
        ),
        ([pay(9, 25), pay(10, 25), pay(11, 17)], NEXT_YEAR, [("salary", "2400.00", date(2026, 12, 25))]),
        ([pay(9, 25), pay(10, 25, 2300_00)], date(2026, 11, 30), [("salary", "2300.00", date(2026, 11, 25))]),
        ([pay(9, 25, 2300_00), pay(10, 25)], date(2026, 11, 30), [("salary", "2300.00", date(2026, 11, 25))]),
        (
            [pay(9, 5), pay(9, 20), pay(10, 6), pay(10, 21), pay(11, 5)],
            date(2026, 12, 10),
            [("salary", "2400.00", date(2026, 11, 21)), ("salary", "2400.00", date(2026, 12, 6))],
        ),
        ([pay(9, 25), pay(10, 10), pay(10, 25)], NEXT_YEAR, []),
        ([pay(10, 25)], NEXT_YEAR, []),
        ([pay(9, 25)], NEXT_YEAR, []),
        ([pay(8, 25), pay(9, 25)], NEXT_YEAR, []),
        ([pay(9, 25), pay(10, 25, word="gift")], NEXT_YEAR, []),
        ([pay(9, 25, currency="EUR"), pay(10, 25, currency="EUR")], NEXT_YEAR, []),
        ([pay(9, 5), pay(10, 5)], date(2026, 11, 30), []),
        ([pay(9, 18), pay(10, 18)], date(2026, 11, 30), []),
    ],
)
async def test_what_came_in_each_of_the_last_two_months_is_due_again(
    store: Store, came: list[Entry], until: date, due: list[tuple[str, str, date]]
) -> None:
    visit = await visit_of(store)
    for entry in came:
        await book(store, visit, entry)
    async with store.transaction() as tx:
        found = await incomes_until(tx, visit, until)
    assert [(each.word, str(each.amount.amount), each.day) for each in found] == due


async def test_incomes_from_several_sources_are_told_the_soonest_first(store: Store) -> None:
    visit = await visit_of(store)
    for entry in (pay(9, 25), pay(10, 25), pay(9, 20, 50_00, "rent"), pay(10, 20, 50_00, "rent")):
        await book(store, visit, entry)
    async with store.transaction() as tx:
        found = await incomes_until(tx, visit, date(2026, 11, 30))
    assert [each.word for each in found] == ["rent", "salary"]
