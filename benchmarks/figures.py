"""A row of the table: what PAM cost, what its baseline cost, and what the ratio must be and aims at."""

from dataclasses import dataclass
from statistics import median
from typing import Literal

Better = Literal["higher", "lower"]


@dataclass(frozen=True)
class Row:
    """``ratio`` is in the direction of ``better``: as often as the baseline, or as much as the baseline.

    Where there is no baseline it is the figure itself, in ``unit``.
    """

    number: str
    what: str
    pam: str
    baseline: str
    ratio: float
    better: Better
    must: float
    aim: float
    aside: tuple[str, ...] = ()
    unit: str = "×"

    @property
    def verdict(self) -> str:
        if self._reaches(self.aim):
            return "aim"
        return "must" if self._reaches(self.must) else "missed"

    def line(self) -> str:
        sign = "≥" if self.better == "higher" else "≤"
        goals = f"{sign} {self.must:g}{self.unit} | {sign} {self.aim:g}{self.unit}"
        return (
            f"| {self.number} | {self.what} | {self.pam} | {self.baseline} | {self.ratio:.2f}{self.unit} | {goals} "
            f"| {self.verdict} |"
        )

    def _reaches(self, goal: float) -> bool:
        return self.ratio >= goal if self.better == "higher" else self.ratio <= goal


HEAD = "| # | what | PAM | baseline | ratio | must | aim | reached |\n|---|---|---|---|---|---|---|---|"


def told(rows: list[Row]) -> str:
    """The rows as one table, and below it what else was measured."""
    asides = [f"- {row.number}: {aside}" for row in rows for aside in row.aside]
    return "\n".join([HEAD, *[row.line() for row in rows], "", *asides])


def middle(values: list[float]) -> float:
    """The median: neighbours on the machine only ever add."""
    return median(values)


def spread(values: list[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f}"


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
