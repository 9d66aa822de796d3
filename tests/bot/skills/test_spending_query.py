"""spending_query: each total with its period, told by what was asked for."""

from datetime import date

import pytest

from bot.domain.decision import SkillCall
from bot.domain.period import Period, year_of
from bot.ports.store import Store
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import OCTOBER, SEPTEMBER, asked, autumn
from tests.bot.skills.performed import perform
from tests.entries import spent
from tests.visits import visit_of

THIS_YEAR = year_of(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({"category": "groceries"}, "$52.50 on groceries this month."),
        ({"category": "food", "period": OCTOBER}, "$160.00 on food in October."),
        ({"category": "everything", "period": SEPTEMBER}, "$250.00 spent in September."),
        ({"merchant": "tesco"}, "$12.50 at Tesco this month."),
        ({"merchant": "tesco", "period": THIS_YEAR}, "$102.50 at Tesco this year."),
        ({"tag": "trip"}, "$40.00 tagged #trip in all."),
        ({"account": "visa", "period": SEPTEMBER}, "$50.00 paid from visa in September."),
        ({"person": "ann"}, "$30.00 shared with Ann in all, your own part."),
        ({"kind": "income"}, "$2,400.00 came in this month."),
        ({"kind": "income", "category": "salary"}, "Income, salary this month: $2,400.00."),
        ({"category": "groceries", "merchant": "tesco"}, "Groceries, Tesco this month: $12.50."),
        ({"category": "books", "merchant": "tesco"}, "$12.50 at Tesco this month."),
        ({"category": "rent", "merchant": "aldi"}, "$200.00 on rent this month."),
        ({"category": "lidl"}, "$40.00 at Lidl this month."),
        ({"category": "lunch"}, "€20.00 on lunch this month."),
        ({"category": "food"}, "$87.00 on food this month. Also €20.00."),
    ],
)
async def test_a_total_is_told_by_what_it_was_asked_for(store: Store, slots: dict[str, object], answer: str) -> None:
    assert (await asked(store, await autumn(store), **slots))[:1] == [answer]


@pytest.mark.parametrize(
    ("slots", "answer"),
    [
        ({}, "Nothing spent this month."),
        ({"kind": "income", "period": OCTOBER}, "Nothing came in in October."),
        ({"category": "books"}, "Nothing on books this month."),
        ({"merchant": "aldi"}, "Nothing at Aldi this month."),
        ({"tag": "work"}, "Nothing tagged #work in all."),
        ({"account": "visa"}, "Nothing paid from visa this month."),
        ({"person": "bob"}, "Nothing shared with Bob in all."),
        ({"tag": "work", "category": "food"}, "Food, #work in all: nothing."),
    ],
)
async def test_nothing_is_said_of_the_very_days_and_thing(store: Store, slots: dict[str, object], answer: str) -> None:
    assert await asked(store, await visit_of(store), **slots) == [answer]


async def test_all_that_was_spent_comes_with_its_largest_categories(store: Store) -> None:
    visit = await autumn(store)
    await book(store, visit, spent(1_00, "taxi"))
    assert await asked(store, visit) == [
        "$288.00 spent this month. Also €20.00.",
        "rent $200.00",
        "groceries $52.50",
        "dinner $30.00",
        "coffee $4.50",
        "taxi $1.00",
        "1 more category",
    ]


async def test_days_that_are_asked_for_are_counted_to_the_day(store: Store) -> None:
    days = Period(date(2026, 10, 25), date(2026, 11, 3))
    assert await asked(store, await autumn(store), category="groceries", period=days) == [
        "$110.00 on groceries from Oct 25 to Nov 3."
    ]


async def test_what_a_word_was_said_to_mean_counts_in_a_question(store: Store) -> None:
    visit = await autumn(store)
    for word, means in (("takeaway", "dining"), ("corner", "groceries"), ("lidl", "household")):
        await perform(store, visit, SkillCall("set_preference", {"key": "category", "word": word, "means": means}))
    assert await asked(store, visit, category="takeaway") == ["$30.00 on dining this month. Also €20.00."]
    assert await asked(store, visit, category="corner") == ["$52.50 on groceries this month."]
    assert await asked(store, visit, category="lidl") == ["$40.00 at Lidl this month."]
