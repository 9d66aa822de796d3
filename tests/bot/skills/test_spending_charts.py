"""Pictures of spending: drawn where asked for, offered where they show more, every figure of them in the words."""

import msgspec
import pytest

from bot.domain.chart import Slices, Trend
from bot.domain.decision import SkillCall
from bot.ports.store import Store
from bot.skills.skill import Outcome
from tests.bot.services.deeds import book
from tests.bot.skills.autumn import OCTOBER, autumn
from tests.bot.skills.performed import perform
from tests.entries import spent
from tests.visits import visit_of


def words(outcome: Outcome) -> list[str]:
    return ["".join(span.text for span in line) for line in outcome.lines]


async def test_a_chart_shows_the_parts_of_the_own_currency(store: Store) -> None:
    outcome = await perform(store, await autumn(store), SkillCall("spending_query", {"chart": True}))
    chart = outcome.chart
    assert chart
    assert (chart.title, chart.subtitle) == ("Spending", "This month: $287.00 in all")
    assert chart.alt == "Spending this month as a chart, the largest is rent with $200.00."
    assert isinstance(chart.figure, Slices)
    assert [(each.label, each.amount, each.share, each.size) for each in chart.figure.slices] == [
        ("rent", "$200.00", "70 %", 200_00),
        ("groceries", "$52.50", "18 %", 52_50),
        ("dinner", "$30.00", "10 %", 30_00),
        ("coffee", "$4.50", "2 %", 4_50),
    ]
    said = "\n".join(words(outcome))
    assert all(f"{each.label}: {each.amount} ({each.share})" in said for each in chart.figure.slices)
    assert not outcome.offers


async def test_more_parts_than_there_is_room_for_are_one(store: Store) -> None:
    visit = await visit_of(store)
    for number in range(12):
        await book(store, visit, spent(100, f"word {number}"))
    outcome = await perform(store, visit, SkillCall("spending_query", {"chart": True, "by": "category"}))
    assert outcome.chart
    assert isinstance(outcome.chart.figure, Slices)
    last = outcome.chart.figure.slices[-1]
    assert (len(outcome.chart.figure.slices), last.label, last.amount) == (11, "2 more", "$2.00")
    assert words(outcome)[-1] == "And 2 more: $2.00."


async def test_a_course_marks_the_running_month_and_its_average_is_of_the_others(store: Store) -> None:
    outcome = await perform(store, await autumn(store), SkillCall("spending_query", {"by": "month", "chart": True}))
    chart = outcome.chart
    assert chart
    assert (chart.title, chart.subtitle) == ("Spending", "Month by month")
    assert isinstance(chart.figure, Trend)
    assert [msgspec.structs.astuple(bar) for bar in chart.figure.bars] == [
        ("Sep", "$250.00", 250_00),
        ("Oct", "$360.00", 360_00),
        ("Nov", "$287.00", 287_00),
    ]
    assert (chart.figure.current, chart.figure.average.size) == (2, 305_00)
    assert chart.figure.average.label == "$305.00 on average"


async def test_one_category_alone_is_drawn_over_the_months(store: Store) -> None:
    outcome = await perform(
        store, await autumn(store), SkillCall("spending_query", {"category": "rent", "chart": True})
    )
    assert outcome.chart
    assert isinstance(outcome.chart.figure, Trend)
    assert [bar.label for bar in outcome.chart.figure.bars] == ["Sep", "Oct", "Nov"]


@pytest.mark.parametrize(
    ("slots", "drawn"),
    [
        ({}, True),
        ({"by": "category"}, True),
        ({"by": "month"}, True),
        ({"by": "month", "category": "rent"}, True),
        ({"category": "groceries"}, False),
        ({"by": "merchant"}, False),
        ({"period": OCTOBER}, False),
        ({"by": "month", "merchant": "tesco"}, False),
        ({"compare": OCTOBER}, False),
        ({"measure": "average"}, False),
        ({"category": "books"}, False),
    ],
)
async def test_a_picture_is_offered_where_it_shows_more(store: Store, slots: dict[str, object], *, drawn: bool) -> None:
    visit = await autumn(store)
    outcome = await perform(store, visit, SkillCall("spending_query", slots))
    assert outcome.chart is None
    assert bool(outcome.offers) == drawn
    for offer in outcome.offers:
        assert offer.label == "Chart"
        assert (await perform(store, visit, offer.calls[0])).chart


async def test_nothing_is_not_drawn(store: Store) -> None:
    outcome = await perform(store, await visit_of(store), SkillCall("spending_query", {"chart": True}))
    assert (words(outcome), outcome.chart) == (["Nothing spent this month."], None)
