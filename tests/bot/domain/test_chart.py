"""A chart says what can be drawn, in words already written."""

import msgspec
import pytest
from msgspec.structs import replace

from bot.domain.chart import Bar, Burndown, Level, Slices, Trend
from tests.charts import budget_by_day


def test_a_whole_without_a_part_is_no_chart() -> None:
    with pytest.raises(ValueError, match="a part"):
        Slices(())


@pytest.mark.parametrize("spent", [(), (1,) * 31])
def test_today_lies_within_the_period(spent: tuple[int, ...]) -> None:
    figure = budget_by_day().figure
    assert isinstance(figure, Burndown)
    with pytest.raises(ValueError, match="a day of the period"):
        replace(figure, spent=spent)


@pytest.mark.parametrize("current", [-1, 1])
def test_the_marked_bar_is_one_of_the_bars(current: int) -> None:
    with pytest.raises(ValueError, match="one of the bars"):
        Trend(bars=(Bar("Nov", "$1.00", 100),), current=current, average=Level("$1.00", 100))


def test_a_chart_that_cannot_be_drawn_is_not_read_back() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"type":"slices","slices":[]}', type=Slices)
