"""Words that find a place beside each other, or are left out: what nobody can read says nothing."""

from dataclasses import dataclass, replace

from adapters.chart_painter.lettering import width_of
from adapters.chart_painter.sheet import WIDTH, Style

# What no words come nearer to: the edge, and other words.
EDGE = 4.0
GAP = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """What is taken on the paper."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand with their middle at ``x``."""

    x: float
    y: float
    words: str
    style: Style

    def within_the_paper(self) -> "Label | None":
        """Moved in from the edge; None where the words are wider than the paper."""
        half = width_of(self.words, self.style.size) / 2
        if half > WIDTH / 2 - EDGE:
            return None
        return replace(self, x=min(max(self.x, EDGE + half), WIDTH - EDGE - half))

    def box(self) -> Box:
        half = width_of(self.words, self.style.size) / 2 + GAP / 2
        return Box(self.x - half, self.y - self.style.size, self.x + half, self.y + self.style.size / 4)


def side_by_side(labels: list[Label], obstacles: tuple[Box, ...] = ()) -> list[Label]:
    """Those that have room beside each other, the most important first; the very first may lie over an obstacle."""
    placed: list[Label] = []
    taken: list[Box] = []
    for label in filter(None, (wanted.within_the_paper() for wanted in labels)):
        box = label.box()
        if placed and any(box.meets(other) for other in (*taken, *obstacles)):
            continue
        taken.append(box)
        placed.append(label)
    return placed
