"""What a picture says, in no drawing's dress: every word and figure in it is already written the person's way.

Sizes are what is drawn: minor units of one currency. Words are what is read; who paints needs neither locale nor
language.
"""

import msgspec


class Slice(msgspec.Struct, frozen=True, array_like=True):
    """A part of a whole: "groceries", "$212.40", "34%"."""

    label: str
    amount: str
    share: str
    size: int


class Slices(msgspec.Struct, frozen=True, tag="slices"):
    """A whole and its parts, the largest first; what is not worth a row of its own is the last one, worded as such."""

    slices: tuple[Slice, ...]

    def __post_init__(self) -> None:
        if not self.slices:
            raise ValueError("a whole has a part")


class Burndown(msgspec.Struct, frozen=True, kw_only=True, tag="burndown"):
    """A budget over the days of its period.

    spent         how much was spent by the end of each day, from the first up to today
    days          how many the period has
    limit         what may be spent in it
    spent_label   "$212.40 spent", the last of ``spent`` in words
    limit_label   "$400.00 limit"
    pace_label    the line that spends the same every day: "even pace"
    first_label, today_label, last_label   days: "Nov 1", "today", "Nov 30"
    """

    spent: tuple[int, ...]
    days: int
    limit: int
    spent_label: str
    limit_label: str
    pace_label: str
    first_label: str
    today_label: str
    last_label: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.spent) <= self.days:
            raise ValueError("today is a day of the period")


class Bar(msgspec.Struct, frozen=True, array_like=True):
    """One month of several: "Nov" and "$812.40"; a short label is likelier to be drawn."""

    label: str
    amount: str
    size: int


class Level(msgspec.Struct, frozen=True, array_like=True):
    """A height that bars are compared with: "average $790.00"."""

    label: str
    size: int


class Trend(msgspec.Struct, frozen=True, kw_only=True, tag="trend"):
    """Month after month, the oldest first; ``current`` is the place of the bar that is marked."""

    bars: tuple[Bar, ...]
    current: int
    average: Level

    def __post_init__(self) -> None:
        if not 0 <= self.current < len(self.bars):
            raise ValueError("the current bar is one of the bars")


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """``alt`` says in a sentence what the picture shows, for those who hear it read."""

    title: str
    subtitle: str
    alt: str
    figure: Slices | Burndown | Trend
