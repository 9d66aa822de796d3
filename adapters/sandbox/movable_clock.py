"""A clock that can be moved forward, so that a month need not be waited for."""

from collections.abc import Callable
from datetime import datetime, timedelta


class MovableClock:
    """A real clock's time plus what it was moved by."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return self._real() + self._ahead

    def move_to(self, moment: datetime) -> datetime:
        """At least to then; it never goes back."""
        self._ahead = max(self._ahead, moment - self._real())
        return self.now()
