"""A budget over its days: what was spent, the limit, and the line that spends the same every day."""

from adapters.chart_painter.lettering import cut
from adapters.chart_painter.placing import Label, side_by_side
from adapters.chart_painter.sheet import (
    ACCENT,
    DANGER,
    FAINT,
    INK,
    MARGIN,
    QUIET,
    RIGHT,
    ROOM,
    SMALL,
    Sheet,
    Style,
    clean,
)
from bot.domain.chart import Burndown

HEIGHT = 220
# Above the plot, for the name of today.
CEILING = 30
HALF = ROOM / 2 - 8
DASHES = "9 5"
DOTS = "2 5"


def draw_burndown(sheet: Sheet, figure: Burndown) -> None:
    spent_colour = DANGER if figure.spent[-1] > figure.limit else ACCENT
    sheet.key(figure.spent_label, spent_colour)
    sheet.key(figure.limit_label, INK, DASHES)
    sheet.key(figure.pace_label, QUIET, DOTS)
    top, base = sheet.foot + CEILING, sheet.foot + CEILING + HEIGHT
    highest = max(figure.limit, *figure.spent, 1)

    def at(day: int, size: int) -> tuple[float, float]:
        return MARGIN + ROOM * day / figure.days, base - HEIGHT * min(max(size, 0), highest) / highest

    line = [at(0, 0), *(at(day, size) for day, size in enumerate(figure.spent, 1))]
    today, spent = line[-1]
    sheet.area([*line, (today, base)], spent_colour)
    sheet.line([(MARGIN, base), (RIGHT, base)], FAINT, 2)
    sheet.line([(today, top - 8), (today, base)], QUIET, 1)
    sheet.line([at(0, 0), at(figure.days, figure.limit)], QUIET, 2, DOTS)
    sheet.line([at(0, figure.limit), at(figure.days, figure.limit)], INK, 2, DASHES)
    sheet.line(line, spent_colour, 3)
    sheet.dot(today, spent, spent_colour)
    _draw_days(sheet, figure, today, (top - 14, base + 22))


def _draw_days(sheet: Sheet, figure: Burndown, today: float, lines: tuple[float, float]) -> None:
    over, under = lines
    for label in side_by_side([Label(today, over, clean(figure.today_label), Style(SMALL, INK, "middle"))]):
        sheet.words(label.x, label.y, label.words, label.style)
    sheet.words(MARGIN, under, cut(clean(figure.first_label), SMALL, HALF), Style(SMALL, QUIET))
    sheet.words(RIGHT, under, cut(clean(figure.last_label), SMALL, HALF), Style(SMALL, QUIET, "end"))
    sheet.foot = under
