"""The paper a chart is drawn on: its size, its colours, and the few things that can be put on it."""

import html
from dataclasses import dataclass, field
from typing import Literal

from adapters.chart_painter.lettering import cut
from bot.kit.plain_text import plain_text

WIDTH = 500
MARGIN = 24
RIGHT = WIDTH - MARGIN
ROOM = WIDTH - 2 * MARGIN

# On the paper every one of these has the contrast its use asks for: 4.5 for words, 3 for what is drawn,
# https://www.w3.org/TR/WCAG22/#contrast-minimum
PAPER = "#fffefb"
INK = "#1b211f"
QUIET = "#5b6461"
FAINT = "#e6e3da"
ACCENT = "#0f6b57"
PALE = "#6d9c8e"
DANGER = "#b3261e"

TITLE = 22.0
WORDS = 16.0
SMALL = 14.0

RIM = f' stroke="{PAPER}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"'

Anchor = Literal["start", "middle", "end"]

# What XML 1.0 does not hold and a person's words may.
_NOT_XML = dict.fromkeys(
    (0xFFFE, 0xFFFF, *(plane * 0x10000 + last for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)))
)
_BREAKS = str.maketrans("\t\n", "  ")


def clean(words: str) -> str:
    """On one line, without what turns the direction of writing or cannot stand in XML."""
    return plain_text(words).translate(_BREAKS).translate(_NOT_XML).strip(" ")


@dataclass(frozen=True, slots=True)
class Style:
    """How words stand; ``rimmed`` with paper they can be read on a line or a bar, at a tenth of a picture's cost."""

    size: float = WORDS
    colour: str = INK
    anchor: Anchor = "start"
    rimmed: bool = False


@dataclass(slots=True)
class Sheet:
    """Elements of an SVG in the order they are drawn; ``foot`` is where the next thing may begin."""

    foot: float = 0.0
    _elements: list[str] = field(default_factory=list)

    def head(self, title: str, subtitle: str) -> None:
        self.words(MARGIN, 40, cut(clean(title), TITLE, ROOM), Style(TITLE))
        self.words(MARGIN, 64, cut(clean(subtitle), SMALL, ROOM), Style(SMALL, QUIET))
        self.foot = 80.0

    def words(self, x: float, y: float, words: str, style: Style) -> None:
        """``y`` is the line they stand on."""
        if not words:
            return
        anchor = "" if style.anchor == "start" else f' text-anchor="{style.anchor}"'
        rim = RIM if style.rimmed else ""
        self._elements.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{style.size:.4g}" fill="{style.colour}"{anchor}{rim}>'
            f"{html.escape(words)}</text>"
        )

    def box(self, at: tuple[float, float], size: tuple[float, float], colour: str, radius: float = 0) -> None:
        x, y, width, height = *at, *size
        self._elements.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="{colour}"/>'
        )

    def line(self, points: list[tuple[float, float]], colour: str, width: float, dashes: str = "") -> None:
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._elements.append(
            f'<polyline points="{_path(points)}" fill="none" stroke="{colour}" stroke-width="{width:g}"'
            f' stroke-linejoin="round"{dashed}/>'
        )

    def area(self, points: list[tuple[float, float]], colour: str) -> None:
        self._elements.append(f'<polygon points="{_path(points)}" fill="{colour}" fill-opacity="0.14"/>')

    def dot(self, x: float, y: float, colour: str) -> None:
        self._elements.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="6" fill="{colour}" stroke="{PAPER}" stroke-width="2"/>'
        )

    def key(self, words: str, colour: str, dashes: str = "") -> None:
        """What a line means: a piece of it, and words."""
        y = self.foot + 10
        self.line([(MARGIN, y), (MARGIN + 30, y)], colour, 3, dashes)
        self.words(MARGIN + 42, y + 5, cut(clean(words), SMALL, ROOM - 42), Style(SMALL))
        self.foot += 22

    def document(self, title: str, description: str) -> str:
        height = f"{self.foot + MARGIN - 4:g}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
            f' viewBox="0 0 {WIDTH} {height}" role="img" font-family="Inter Medium, Inter, sans-serif">'
            f"<title>{html.escape(clean(title))}</title><desc>{html.escape(clean(description))}</desc>"
            f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>{"".join(self._elements)}</svg>'
        )


def _path(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
