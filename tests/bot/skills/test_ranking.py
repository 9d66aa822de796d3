"""Tops: what a total is made of, the largest first, each with its share."""

from datetime import date

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from bot.skills import subject
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import SEPTEMBER, asked, autumn
from tests.bot.skills.performed import refusal
from tests.entries import spent
from tests.visits import visit_of

TOTAL = "$287.00 spent this month. Also €20.00."


@pytest.mark.parametrize(
    ("slots", "rows"),
    [
        ({"by": "category"},
         ["rent: $200.00 (70 %)", "groceries: $52.50 (18 %)", "dinner: $30.00 (10 %)", "coffee: $4.50 (2 %)",
          "lunch: €20.00 (100 %)"]),
        ({"by": "merchant"}, ["Lidl: $40.00 (14 %)", "Tesco: $12.50 (4 %)"]),
        ({"by": "merchant", "limit": 1}, ["Lidl: $40.00 (14 %)", "And 1 more: $12.50."]),
        ({"by": "tag"}, ["#trip: $40.00 (14 %)"]),
        ({"by": "account"}, ["Your main account: $287.00 (100 %)", "Your main account: €20.00 (100 %)"]),
        ({"by": "day", "limit": 2}, ["Nov 1: $200.00 (70 %)", "Nov 3: $40.00 (14 %)", "And 2 more: $47.00.",
          "And 1 more: €20.00."]),
        ({"by": "day", "measure": "largest"}, ["Nov 1: $200.00 (70 %)", "And 3 more: $87.00.", "And 1 more: €20.00."]),
    ],
)  # fmt: skip
async def test_parts_of_all_that_was_spent(store: Store, slots: dict[str, object], rows: list[str]) -> None:
    assert await asked(store, await autumn(store), **slots) == [TOTAL, *rows]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"by": "category", "category": "food"},
         ["$87.00 on food this month. Also €20.00.", "groceries: $52.50 (60 %)", "dinner: $30.00 (34 %)",
          "coffee: $4.50 (5 %)", "lunch: €20.00 (100 %)"]),
        ({"by": "category", "tag": "trip"}, ["$40.00 tagged #trip in all.", "groceries: $40.00 (100 %)"]),
        ({"by": "merchant", "tag": "trip"}, ["$40.00 tagged #trip in all.", "Lidl: $40.00 (100 %)"]),
        ({"by": "tag", "merchant": "lidl"}, ["$40.00 at Lidl this month.", "#trip: $40.00 (100 %)"]),
        ({"by": "account", "account": "visa", "period": SEPTEMBER},
         ["$50.00 paid from visa in September.", "Visa: $50.00 (100 %)"]),
        ({"by": "category", "person": "ann"},
         ["$30.00 shared with Ann in all, your own part.", "dinner: $30.00 (100 %)"]),
        ({"by": "merchant", "kind": "income"}, ["$2,400.00 came in this month.", "No merchant is noted this month."]),
        ({"by": "tag", "category": "rent"}, ["$200.00 on rent this month.", "No tag is noted this month."]),
        ({"by": "category", "kind": "income"}, ["$2,400.00 came in this month.", "salary: $2,400.00 (100 %)"]),
        ({"by": "category", "category": "books"}, ["Nothing on books this month."]),
    ],
)  # fmt: skip
async def test_parts_of_what_was_asked_for(store: Store, slots: dict[str, object], answer: list[str]) -> None:
    assert await asked(store, await autumn(store), **slots) == answer


async def test_as_many_as_fit_are_shown_and_the_rest_counted(store: Store) -> None:
    visit = await visit_of(store)
    for number in range(12):
        await book(store, visit, spent(100 + number, f"word {number}"))
    rows = await asked(store, visit, by="category")
    assert (len(rows), rows[-1]) == (12, "And 2 more: $2.01.")
    assert len(await asked(store, visit, by="category", limit=12)) == 13


async def test_a_small_part_is_not_said_to_be_nothing(store: Store) -> None:
    visit = await visit_of(store)
    for minor, word in ((999_00, "rent"), (1_00, "gum")):
        await book(store, visit, spent(minor, word))
    assert (await asked(store, visit, by="category"))[1:] == ["rent: $999.00 (100 %)", "gum: $1.00 (<1 %)"]


async def test_a_booking_with_two_tags_counts_to_both(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, msgspec.structs.replace(spent(10_00), merchant="lidl", tags=("a", "b")))
    both = ["#a: $10.00 (100 %)", "#b: $10.00 (100 %)"]
    assert (await asked(store, visit, by="tag"))[1:] == both
    assert (await asked(store, visit, by="tag", merchant="lidl"))[1:] == both


async def test_what_would_take_too_long_to_go_through_is_refused(store: Store) -> None:
    visit = await visit_of(store)
    day = msgspec.structs.replace(spent(1_00, day=date(2026, 11, 3)), merchant="lidl")
    async with store.transaction() as tx:
        for _ in range(subject.MOST_READ + 1):
            await tx.books.add(visit.ledger_id, visit.person_id, day)
    asked_for = SkillCall("spending_query", {"by": "category", "merchant": "lidl"})
    assert await refusal(store, visit, asked_for) == "too_many"
