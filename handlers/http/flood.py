"""Token buckets: how much of something one source may do before it is too much."""

import time
from collections.abc import Callable

# So many sources are remembered; a flood from more addresses than this forgets the oldest.
MOST_SOURCES = 10_000


class Flood:
    """``burst`` at once, then ``per_second``; a source that was silent long enough is new again."""

    def __init__(self, *, burst: float, per_second: float, now: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._per_second = per_second
        self._now = now
        self._buckets: dict[str, tuple[float, float]] = {}

    def is_too_much(self, source: str) -> bool:
        """Counts one more from this source."""
        now = self._now()
        left, since = self._buckets.pop(source, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._per_second)
        self._buckets[source] = (max(left - 1, 0.0), now)
        if len(self._buckets) > MOST_SOURCES:
            del self._buckets[next(iter(self._buckets))]
        return left < 1
