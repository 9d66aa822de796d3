"""A whole by its parts: a row each, with its bar on the track of the whole."""

from adapters.chart_painter.lettering import cut, shrunk, width_of
from adapters.chart_painter.sheet import ACCENT, FAINT, MARGIN, QUIET, RIGHT, ROOM, SMALL, WORDS, Sheet, Style, clean
from bot.domain.chart import Slice, Slices

# More rows are a list, not a picture.
MOST_ROWS = 12
ROW = 46
BAR = 10
# So much of a row may figures take; what is left is the label's.
AMOUNT_ROOM = ROOM * 0.5
SHARE_ROOM = ROOM * 0.15
GAP = 12
# What is there is seen, however little it is.
THINNEST = 3.0


def draw_slices(sheet: Sheet, figure: Slices) -> None:
    rows = figure.slices[:MOST_ROWS]
    whole = sum(max(part.size, 0) for part in figure.slices)
    column = max(min(width_of(clean(part.amount), WORDS), AMOUNT_ROOM) for part in rows)
    for part in rows:
        _draw_row(sheet, part, column)
        _draw_bar(sheet, max(part.size, 0), whole)
        sheet.foot += ROW
    if len(figure.slices) > MOST_ROWS:
        sheet.words(MARGIN, sheet.foot + 8, "…", Style(colour=QUIET))
        sheet.foot += GAP


def _draw_row(sheet: Sheet, part: Slice, column: float) -> None:
    y = sheet.foot + 20
    amount, amount_size = shrunk(clean(part.amount), WORDS, AMOUNT_ROOM)
    share, share_size = shrunk(clean(part.share), SMALL, SHARE_ROOM)
    share_end = RIGHT - column - GAP
    room = share_end - width_of(share, share_size) - GAP - MARGIN
    sheet.words(MARGIN, y, cut(clean(part.label), WORDS, room), Style())
    sheet.words(share_end, y, share, Style(share_size, QUIET, "end"))
    sheet.words(RIGHT, y, amount, Style(amount_size, anchor="end"))


def _draw_bar(sheet: Sheet, size: int, whole: int) -> None:
    at = (MARGIN, sheet.foot + 28)
    sheet.box(at, (ROOM, BAR), FAINT, BAR / 2)
    if size:
        sheet.box(at, (max(THINNEST, ROOM * size / whole), BAR), ACCENT, BAR / 2)
