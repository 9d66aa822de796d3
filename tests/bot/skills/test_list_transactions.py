"""list_transactions: rows that say what is not as usual, in the order and number asked for."""

from datetime import date

import msgspec
import pytest

from bot.domain.booking import OPENING, Entry, asset, somebody
from bot.domain.decision import SkillCall
from bot.domain.money import Money
from bot.domain.taxonomy import place_of
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.skills import list_transactions
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import NOVEMBER, OCTOBER, SEPTEMBER, autumn
from tests.bot.skills.performed import said
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of


async def listed(store: Store, visit: Visit, **slots: object) -> list[str]:
    return await said(store, visit, SkillCall("list_transactions", slots))


async def test_the_latest_few_unless_days_are_named(store: Store) -> None:
    visit = await autumn(store)
    assert await listed(store, visit) == [
        "Latest bookings:",
        "today: $200.00 your main account -> savings",
        "today: $4.50 coffee",
        "today: $12.50 groceries, Tesco",
        "Nov 11: €20.00 lunch",
        "Nov 10: $60.00 dinner, own part $30.00, birthday",
    ]
    assert await listed(store, visit, period=OCTOBER) == [
        "Bookings in October:",
        "Oct 25: $70.00 groceries",
        "Oct 5: $90.00 groceries, Tesco",
        "Oct 1: $200.00 rent",
    ]


@pytest.mark.parametrize(
    ("slots", "rows"),
    [
        ({"tag": "trip"}, ["Nov 3: $40.00 groceries, Lidl, #trip"]),
        ({"account": "visa"}, ["Sep 9: $50.00 taxi, from visa"]),
        ({"account": "savings"}, ["today: $200.00 your main account -> savings"]),
        ({"kind": "income"}, ["Nov 1: +$2,400.00 salary"]),
        ({"kind": "transfer"}, ["today: $200.00 your main account -> savings"]),
        ({"person": "ann"}, ["Nov 10: $60.00 dinner, own part $30.00, birthday"]),
        ({"merchant": "tesco"}, ["today: $12.50 groceries, Tesco", "Oct 5: $90.00 groceries, Tesco"]),
        ({"category": "lidl"}, ["Nov 3: $40.00 groceries, Lidl, #trip"]),
        ({"category": "groceries", "limit": 1}, ["today: $12.50 groceries, Tesco"]),
    ],
)
async def test_only_what_was_asked_for(store: Store, slots: dict[str, object], rows: list[str]) -> None:
    assert (await listed(store, await autumn(store), **slots))[1:] == rows


async def test_the_largest_are_expenses_unless_said_otherwise(store: Store) -> None:
    visit = await autumn(store)
    assert await listed(store, visit, order="largest", limit=2, period=NOVEMBER) == [
        "Largest bookings this month:",
        "Nov 1: $200.00 rent",
        "Nov 3: $40.00 groceries, Lidl, #trip",
    ]
    assert (await listed(store, visit, order="largest", kind="income"))[0] == "Largest bookings:"


@pytest.mark.parametrize(
    ("entry", "row"),
    [
        (msgspec.structs.replace(earned(5_00, "gift"), account=asset("savings")), "today: +$5.00 gift, into savings"),
        (msgspec.structs.replace(spent(5_00, "lunch"), account=somebody("Ann")), "today: $5.00 lunch, paid by Ann"),
        (msgspec.structs.replace(spent(500, "lunch", currency="EUR"), worth=Money(560, "USD")),
         "today: €5.00 lunch, worth $5.60"),
        (msgspec.structs.replace(spent(5_00, "lidl"), merchant="lidl"), "today: $5.00 lidl"),
        (Entry(kind="balance", amount=Money(-20_00, "USD"), place=OPENING, account=asset("visa"), booked_on=WEDNESDAY),
         "today: -$20.00 correction of visa"),
    ],
)  # fmt: skip
async def test_a_row_says_what_is_not_as_usual(store: Store, entry: Entry, row: str) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.books.add(visit.ledger_id, visit.person_id, entry)
    assert (await listed(store, visit))[1:] == [row]


async def test_what_does_not_fit_is_counted_where_all_was_asked_for(store: Store) -> None:
    visit = await visit_of(store)
    for day in range(1, 16):
        for _ in range(4):
            await book(store, visit, spent(1_00, day=date(2026, 11, day)))
    rows = await listed(store, visit, period=NOVEMBER)
    assert (len(rows), rows[-1]) == (52, "And 10 more.")
    assert len(await listed(store, visit, period=NOVEMBER, limit=3)) == 4
    assert len(await listed(store, visit)) == 6
    assert len(await listed(store, visit, period=NOVEMBER, limit=500)) == 52


async def test_more_than_can_be_counted_is_said_so(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for _ in range(list_transactions.LARGEST_LIMIT + list_transactions.COUNTED):
            await tx.books.add(visit.ledger_id, visit.person_id, spent(1_00))
    assert (await listed(store, visit, period=NOVEMBER))[-1] == "And more than 1000 more."


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({}, "Nothing is booked yet. Say for example: coffee 4.50"),
        ({"period": SEPTEMBER}, "Nothing is booked in September."),
        ({"tag": "trip"}, "I find no such booking."),
        ({"kind": "transfer", "period": SEPTEMBER}, "I find no such booking."),
    ],
)
async def test_nothing_found_is_said(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await listed(store, await visit_of(store), **slots) == [answer]


async def test_a_word_finds_what_it_was_said_to_mean(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await tx.meanings.put(visit.ledger_id, "corner", "groceries")
    await book(store, visit, msgspec.structs.replace(spent(5_00), place=place_of("groceries")))
    assert (await listed(store, visit, category="corner"))[1:] == ["today: $5.00 groceries"]
