"""Charts as SVG: well-formed whatever people write, nothing over anything else, sizes as they are."""

from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adapters.chart_painter.lettering import width_of
from adapters.chart_painter.svg import svg_of
from bot.domain.chart import Bar, Burndown, Chart, Level, Slice, Slices, Trend
from tests.charts import EVERY_KIND, budget_by_day, month_by_category, months, usd

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "rect", "text", "polyline", "polygon", "circle"}
words = st.text(max_size=90) | st.sampled_from(
    [
        "</text><script>alert(1)</script>",
        "\"&<>'",
        "\u202eabc\u200f",
        "\ud800",
        "\ufffe\x00\x1b",
        "食費 🍕 שלום",
        "$" * 300,
    ]
)
sizes = st.integers(-(10**15), 10**15)
figures = st.one_of(
    st.builds(Slices, st.lists(st.builds(Slice, words, words, words, sizes), min_size=1, max_size=20).map(tuple)),
    st.builds(
        lambda bars, current, average: Trend(bars=bars, current=current % len(bars), average=average),
        st.lists(st.builds(Bar, words, words, sizes), min_size=1, max_size=30).map(tuple),
        st.integers(0, 59),
        st.builds(Level, words, sizes),
    ),
    st.builds(
        lambda spent, more, limit, labels: Burndown(
            spent=spent,
            days=len(spent) + more,
            limit=limit,
            spent_label=labels[0],
            limit_label=labels[1],
            pace_label=labels[2],
            first_label=labels[3],
            today_label=labels[4],
            last_label=labels[5],
        ),
        st.lists(sizes, min_size=1, max_size=40).map(tuple),
        st.integers(0, 366),
        sizes,
        st.lists(words, min_size=6, max_size=6),
    ),
)
charts = st.builds(Chart, title=words, subtitle=words, alt=words, figure=figures)


@dataclass(frozen=True)
class Seen:
    """Words where they stand."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Seen") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def drawn(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(svg_of(chart))  # noqa: S314 - our own


def texts(chart: Chart) -> list[Seen]:
    return [_seen(element) for element in drawn(chart).iter(f"{SVG}text")]


def _seen(element: ElementTree.Element) -> Seen:
    x, y, size = (float(element.attrib[name]) for name in ("x", "y", "font-size"))
    width = width_of(element.text or "", size)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    return Seen(element.text or "", left, left + width, y - 0.75 * size, y + 0.2 * size)


def said(chart: Chart) -> list[str]:
    return [seen.words for seen in texts(chart)]


def bars(chart: Chart) -> list[tuple[float, float]]:
    """Width and height of every rectangle but the paper."""
    found = [(float(box.attrib["width"]), float(box.attrib["height"])) for box in drawn(chart).iter(f"{SVG}rect")]
    return found[1:]


@given(charts)
def test_whatever_people_write_it_is_well_formed_and_holds_nothing_but_a_drawing(chart: Chart) -> None:
    root = drawn(chart)

    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= KNOWN
    assert not any("href" in name or name.startswith("on") for element in root.iter() for name in element.attrib)
    assert float(root.attrib["width"]) == 500
    assert 100 < float(root.attrib["height"]) < 800


@given(charts)
def test_no_words_lie_over_others(chart: Chart) -> None:
    seen = texts(chart)

    assert not [(one.words, other.words) for at, one in enumerate(seen) for other in seen[:at] if one.meets(other)]


@pytest.mark.parametrize("chart", EVERY_KIND)
def test_all_words_are_on_the_paper(chart: Chart) -> None:
    assert all(seen.left >= 4 and seen.right <= 496 for seen in texts(chart))


@pytest.mark.parametrize("chart", EVERY_KIND)
def test_it_says_its_title_and_carries_the_alternative_text(chart: Chart) -> None:
    root = drawn(chart)

    assert said(chart)[:2] == [chart.title, chart.subtitle]
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (chart.title, chart.alt)


def test_a_category_is_text_whatever_it_is_called() -> None:
    chart = month_by_category([("</text><b>", usd(500)), ("R&D", usd(500))])

    assert "</text><b>" in said(chart)
    assert "R&D" in said(chart)


def test_slices_are_as_long_as_their_share_and_each_has_its_figures() -> None:
    chart = month_by_category([("rent", usd(7500)), ("food", usd(2500)), ("gum", usd(0))])

    assert said(chart)[2:] == ["rent", "75%", "$75.00", "food", "25%", "$25.00", "gum", "0%", "$0.00"]
    tracks = [width for width, _ in bars(chart)]
    assert tracks == [452, 339, 452, 113, 452]


def test_a_slice_too_small_to_see_is_seen() -> None:
    chart = month_by_category([("rent", usd(10**13)), ("gum", usd(1))])

    assert bars(chart)[-1][0] == 3


def test_more_slices_than_can_be_read_end_in_an_ellipsis() -> None:
    figure = Slices(tuple(Slice(f"category {number}", "$1.00", "0%", 100) for number in range(200)))

    shown = said(replace(month_by_category(), figure=figure))

    assert shown[-1] == "…"
    assert "category 11" in shown
    assert "category 12" not in shown


def test_a_long_label_gives_way_to_the_figures_beside_it() -> None:
    shown = said(month_by_category([("a category that somebody named at very great length", usd(10**12))]))

    assert "$10,000,000,000.00" in shown
    assert any(label.startswith("a category") and label.endswith("…") for label in shown)


def test_a_burndown_tells_its_three_lines_and_its_days() -> None:
    shown = said(budget_by_day())

    assert shown[2:] == ["$212.40 spent", "$400.00 limit", "the same every day", "today", "Nov 1", "Nov 30"]


def curve(chart: Chart) -> list[tuple[float, float]]:
    """The points of the line that is drawn last: what was spent."""
    *_, line = drawn(chart).iter(f"{SVG}polyline")
    points = [point.split(",") for point in line.attrib["points"].split()]
    return [(float(x), float(y)) for x, y in points]


def test_what_was_spent_begins_at_nothing_and_ends_today() -> None:
    points = curve(budget_by_day([10_000, 10_000, 20_000], limit=40_000, days=3))

    heights = [points[0][1] - y for _, y in points]
    assert [x for x, _ in points] == pytest.approx([24, 174.67, 325.33, 476], abs=0.01)
    assert heights == pytest.approx([0, 55, 110, 220])


def test_an_overspent_budget_is_as_high_as_what_was_spent_and_of_another_colour() -> None:
    chart = budget_by_day([20_000, 100_000], limit=40_000)
    *_, line = drawn(chart).iter(f"{SVG}polyline")
    *_, within = drawn(budget_by_day()).iter(f"{SVG}polyline")

    assert curve(chart)[0][1] - curve(chart)[-1][1] == pytest.approx(220)
    assert line.attrib["stroke"] != within.attrib["stroke"]


@pytest.mark.parametrize(("by_day", "limit", "days"), [([0], 0, 1), ([500], 0, 30), ([-300, 100], 40_000, 2)])
def test_an_odd_budget_is_drawn_on_the_paper(by_day: list[int], limit: int, days: int) -> None:
    points = curve(budget_by_day(by_day, limit, days))

    base = points[0][1]
    assert all(24 <= x <= 476 and base - 220 <= y <= base for x, y in points)


def test_months_are_as_high_as_their_sizes_and_the_current_one_is_marked() -> None:
    chart = months([20_000, 10_000, 5_000])

    assert [height for _, height in bars(chart)] == [220, 110, 55, 4]


def test_every_month_says_its_amount_where_there_is_room() -> None:
    shown = said(months())

    assert {"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "$412.30", "$1,044.20", "$689.00"} <= set(shown)


def test_among_many_months_the_current_and_the_highest_keep_their_amounts() -> None:
    shown = said(months([81_240, 92_800, 70_110, 68_900, 104_420, 41_230, 81_240, 92_800, 0, 68_900, 204_420, 41_230]))

    assert {"$412.30", "$2,044.20"} <= set(shown)
    assert "$701.10" not in shown


def test_of_very_many_months_the_newest_are_drawn_but_never_without_the_current_one() -> None:
    trend = months([100 * number for number in range(1, 61)])
    assert isinstance(trend.figure, Trend)
    early = replace(trend, figure=replace(trend.figure, current=0))

    assert len(bars(trend)) == 25
    assert "$60.00" in said(trend)
    assert "$1.00" in said(early)
