"""Budgets by the person's own words: a word that means another, a word laid elsewhere, a word under a heading."""

from decimal import Decimal

import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.budgets_meant import budgets_on
from tests.bot.services.deeds import allow, spend
from tests.bot.skills.performed import perform, said
from tests.visits import visit_of


def budget(word: str, **more: object) -> SkillCall:
    return SkillCall("set_budget", {"category": word, **more})


async def mean(store: Store, visit: Visit, word: str, means: str) -> None:
    call = SkillCall("set_preference", {"key": "category", "word": word, "means": means})
    await perform(store, visit, call)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        (None, ["", "food", "lunch"]),
        ("food", ["food"]),
        ("lunch", ["lunch"]),
        ("lunches", ["lunch"]),
        ("coffee", ["food"]),
        ("rent", [""]),
        ("everything", [""]),
    ],
)
async def test_a_budget_is_found_by_its_word_or_the_narrowest_by_what_it_counts(
    store: Store, word: str | None, found: list[str]
) -> None:
    visit = await visit_of(store)
    for each in (None, "food", "lunch"):
        await allow(store, visit, 400, each)
    async with store.transaction() as tx:
        assert [each.word for each in await budgets_on(tx, visit, word)] == found


async def test_no_budget_counts_what_lies_elsewhere(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 400, "food")
    async with store.transaction() as tx:
        assert await budgets_on(tx, visit, "rent") == await budgets_on(tx, visit, "everything") == []


async def test_a_budget_on_a_word_is_one_on_what_it_means(store: Store) -> None:
    visit = await visit_of(store)
    await mean(store, visit, "takeaway", "dining")
    assert await said(store, visit, budget("takeaway", amount=Decimal(100))) == ["Budget set: $100.00 dining a month."]
    assert await spend(store, visit, "60", "takeaway") != []
    status = await said(store, visit, SkillCall("budget_status", {"category": "takeaway"}))
    assert status[0].startswith("Dining: $40.00 of $100.00 left this month (60 % spent).")
    assert await said(store, visit, budget("takeaway", remove=True)) == ["Budget removed: dining."]


async def test_a_budget_on_a_word_laid_elsewhere_counts_that_word(store: Store) -> None:
    visit = await visit_of(store)
    await spend(store, visit, "5", "coffee")
    await mean(store, visit, "coffee", "leisure")
    assert await said(store, visit, budget("coffee", amount=Decimal(20))) == [
        "Budget set: $20.00 coffee a month. $5.00 spent this month, 25 %."
    ]


async def test_a_word_laid_elsewhere_is_found_under_its_new_heading(store: Store) -> None:
    visit = await visit_of(store)
    for word in ("food", "leisure"):
        await allow(store, visit, 400, word)
    await spend(store, visit, "5", "coffee")
    await mean(store, visit, "coffee", "leisure")
    async with store.transaction() as tx:
        assert [each.word for each in await budgets_on(tx, visit, "coffee")] == ["leisure"]


STATUS = SkillCall("budget_status", {"category": "takeaway"})
REMOVE = budget("takeaway", remove=True)


@pytest.mark.parametrize(
    ("call", "told"), [(STATUS, "Takeaway: $100.00 of $100.00 left"), (REMOVE, "Budget removed: takeaway.")]
)
async def test_a_budget_from_before_the_word_meant_another_is_still_found(
    store: Store, call: SkillCall, told: str
) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100, "takeaway")
    await mean(store, visit, "takeaway", "dining")
    assert (await said(store, visit, call))[0].startswith(told)


async def test_what_can_be_afforded_follows_what_a_word_means(store: Store) -> None:
    visit = await visit_of(store)
    await allow(store, visit, 100, "dining")
    await mean(store, visit, "takeaway", "dining")
    asked = SkillCall("forecast", {"amount": Decimal(120), "about": "takeaway"})
    assert await said(store, visit, asked) == ["No. Dining: $20.00 over this month with it."]
