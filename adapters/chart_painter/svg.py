"""A chart as an SVG: no script, no address, nothing of a person's words but as text."""

from adapters.chart_painter.burndown import draw_burndown
from adapters.chart_painter.sheet import Sheet
from adapters.chart_painter.slices import draw_slices
from adapters.chart_painter.trend import draw_trend
from bot.domain.chart import Burndown, Chart, Slices


def svg_of(chart: Chart) -> str:
    """500 units wide; its ``title`` and ``desc`` are the chart's title and alternative text."""
    sheet = Sheet()
    sheet.head(chart.title, chart.subtitle)
    figure = chart.figure
    if isinstance(figure, Slices):
        draw_slices(sheet, figure)
    elif isinstance(figure, Burndown):
        draw_burndown(sheet, figure)
    else:
        draw_trend(sheet, figure)
    return sheet.document(chart.title, chart.alt)
