"""Month after month as bars, the current one marked, with the average across them."""

from dataclasses import dataclass

from adapters.chart_painter.placing import Box, Label, side_by_side
from adapters.chart_painter.sheet import (
    ACCENT,
    FAINT,
    INK,
    MARGIN,
    PALE,
    QUIET,
    RIGHT,
    ROOM,
    SMALL,
    Sheet,
    Style,
    clean,
)
from bot.domain.chart import Bar, Trend

HEIGHT = 220
# Above the highest bar, for its amount.
CEILING = 26
MOST_BARS = 24
WIDEST = 56.0
# Of its slot a bar takes so much.
FILLED = 0.64
DASHES = "9 5"


@dataclass(frozen=True, slots=True)
class Column:
    """A bar where it stands."""

    bar: Bar
    box: Box
    is_current: bool

    @property
    def middle(self) -> float:
        return (self.box.left + self.box.right) / 2

    def amount(self) -> Label:
        return Label(self.middle, self.box.top - 8, clean(self.bar.amount), Style(SMALL, INK, "middle", rimmed=True))

    def name(self) -> Label:
        colour = INK if self.is_current else QUIET
        return Label(self.middle, self.box.bottom + 22, clean(self.bar.label), Style(SMALL, colour, "middle"))

    def draw(self, sheet: Sheet) -> None:
        width, height = self.box.right - self.box.left, self.box.bottom - self.box.top
        colour = ACCENT if self.is_current else PALE
        sheet.box((self.box.left, self.box.top), (width, height), colour, min(4.0, height / 2))
        if self.is_current:
            # Told by a mark, too: not everybody tells the greens apart.
            sheet.box((self.box.left, self.box.bottom + 30), (width, 4), ACCENT, 2)


def draw_trend(sheet: Sheet, figure: Trend) -> None:
    sheet.key(figure.average.label, INK, DASHES)
    base = sheet.foot + CEILING + HEIGHT
    scale = HEIGHT / max(figure.average.size, *(bar.size for bar in figure.bars), 1)
    columns = _columns(figure, base, scale)
    for column in columns:
        column.draw(sheet)
    sheet.line([(MARGIN, base), (RIGHT, base)], FAINT, 2)
    level = base - scale * max(figure.average.size, 0)
    sheet.line([(MARGIN, level), (RIGHT, level)], INK, 2, DASHES)
    ranked = _by_importance(columns)
    amounts = side_by_side([column.amount() for column in ranked], tuple(column.box for column in columns))
    names = side_by_side([column.name() for column in ranked])
    for label in (*amounts, *names):
        sheet.words(label.x, label.y, label.words, label.style)
    sheet.foot = base + 34


def _columns(figure: Trend, base: float, scale: float) -> list[Column]:
    """The newest bars, but never without the current one."""
    first = max(0, min(len(figure.bars) - MOST_BARS, figure.current))
    shown = figure.bars[first : first + MOST_BARS]
    slot = ROOM / len(shown)
    half = min(slot * FILLED, WIDEST) / 2
    columns: list[Column] = []
    for place, bar in enumerate(shown):
        middle = MARGIN + slot * (place + 0.5)
        box = Box(middle - half, base - scale * max(bar.size, 0), middle + half, base)
        columns.append(Column(bar, box, is_current=first + place == figure.current))
    return columns


def _by_importance(columns: list[Column]) -> list[Column]:
    """The current one, the highest, then the rest from the newest back."""
    highest = max(column.bar.size for column in columns)
    return sorted(columns, key=lambda column: (not column.is_current, column.bar.size < highest, -column.box.left))
