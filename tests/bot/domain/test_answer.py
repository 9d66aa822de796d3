"""Answers joined to one, and kept as they are."""

import msgspec
import pytest
from msgspec.structs import replace

from bot.domain.answer import Answer, Button, say, together
from bot.domain.chart import Chart
from tests.charts import EVERY_KIND, budget_by_day, month_by_category


def test_joined_answers_keep_all_lines_the_last_chart_and_the_last_buttons() -> None:
    first = replace(say("one"), chart=month_by_category(), buttons=(Button("old", "t1"),))
    second = replace(say("two"), chart=budget_by_day())
    third = replace(say("three"), buttons=(Button("new", "t2"),), how_to_choose="Reply 1.")

    joined = together(first, second, third)

    assert joined.plain == "one\ntwo\nthree"
    assert joined.chart == budget_by_day()
    assert (joined.buttons, joined.how_to_choose) == ((Button("new", "t2"),), "Reply 1.")


@pytest.mark.parametrize("chart", EVERY_KIND)
def test_a_chart_is_kept_with_its_answer(chart: Chart) -> None:
    answer = replace(say("$1,939.55 in all."), chart=chart)

    assert msgspec.json.decode(msgspec.json.encode(answer), type=Answer) == answer


def test_an_answer_kept_before_there_were_charts_is_read() -> None:
    assert msgspec.json.decode(b'{"lines":[[["Noted."]]]}', type=Answer) == say("Noted.")


def test_an_answer_without_a_chart_takes_no_more_room() -> None:
    assert b"chart" not in msgspec.json.encode(say("Noted."))
