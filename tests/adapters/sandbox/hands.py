"""The time of the tests' street."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Hands:
    """A clock that stands still until it is moved."""

    time: datetime = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def move(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
