"""Counts by one label whose values are known beforehand: plain numbers of one event loop, for whoever watches."""

from collections.abc import Iterable


class Counter:
    """A family of numbers that only grow, all there from the start. A value that is not one of them is a KeyError."""

    __slots__ = ("_counts", "label", "name", "told")

    def __init__(self, name: str, told: str, label: str, values: Iterable[str]) -> None:
        self.name = name
        self.told = told
        self.label = label
        self._counts = dict.fromkeys(values, 0)

    def count(self, value: str, by: int = 1) -> None:
        self._counts[value] += by

    @property
    def counts(self) -> dict[str, int]:
        """As they stand, by the value of the label."""
        return dict(self._counts)
