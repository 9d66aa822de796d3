"""A person's own words, listed: categories where they lie, income, and what words were said to mean."""

from datetime import date, timedelta

import pytest

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.skills.own_categories import MOST_TOLD
from tests.bot.services.deeds import book, later
from tests.bot.skills.autumn import autumn
from tests.bot.skills.performed import perform, said
from tests.entries import spent
from tests.visits import visit_of


async def words(store: Store, visit: Visit) -> list[str]:
    return await said(store, visit, SkillCall("list_transactions", {"of": "categories"}))


def named(word: str, means: str) -> SkillCall:
    return SkillCall("set_preference", {"key": "category", "word": word, "means": means})


async def test_the_most_used_come_first_and_income_after_them(store: Store) -> None:
    shown = await words(store, await autumn(store))
    assert shown[:3] == ["Your categories:", "groceries", "rent"]
    assert sorted(shown[3:-1]) == ["coffee", "dinner", "lunch", "taxi"]
    assert shown[-1] == "salary, income"


async def test_a_category_used_long_ago_comes_last(store: Store) -> None:
    visit = await visit_of(store)
    for word, day in (("zumba", date(2024, 5, 1)), ("zumba", date(2024, 5, 2)), ("coffee", visit.today)):
        await book(store, visit, spent(5_00, word, day))
    assert await words(store, visit) == ["Your categories:", "coffee", "zumba"]


@pytest.mark.parametrize(
    ("heading", "row"),
    [("health", "dinner, under health"), ("fitness", "dinner, under fitness"), ("food", "dinner")],
)
async def test_where_a_word_lies_is_said_when_it_was_laid_there(store: Store, heading: str, row: str) -> None:
    visit = await visit_of(store)
    await book(store, visit, spent(5_00, "dinner"))
    await perform(store, later(visit, timedelta(seconds=1), message=2), named("dinner", heading))
    assert row in await words(store, visit)


async def test_what_a_word_means_is_listed_until_it_is_forgotten(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, named("tesco", "groceries"))
    assert await words(store, visit) == ["Your categories:", "Tesco means groceries"]
    await perform(store, visit, named("tesco", ""))
    assert await words(store, visit) == [
        "You have no categories yet. They come with what you book, for example: coffee 4.50"
    ]


async def test_no_more_than_can_be_read_and_how_many_more(store: Store) -> None:
    visit = await visit_of(store)
    for number in range(MOST_TOLD + 2):
        await book(store, visit, spent(1_00, f"hobby {number}"))
    shown = await words(store, visit)
    assert (len(shown), shown[-1]) == (MOST_TOLD + 2, "And 2 more.")
