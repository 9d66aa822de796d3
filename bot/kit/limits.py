"""How many calls may go out how fast."""

from collections import deque

import msgspec


class Rate(msgspec.Struct, frozen=True):
    """``burst`` calls at once, then one every ``interval_s``; any W seconds see at most burst + W / interval_s."""

    interval_s: float
    burst: int

    def parted(self, parts: int) -> "Rate":
        """One of ``parts`` equal shares, which together stay below the whole; one call at once is the least."""
        return Rate(self.interval_s * parts, max(1, self.burst // parts))


class Window:
    """No more than ``count`` calls in any second, each counted from its start until a second after its end."""

    __slots__ = ("_count", "_ended", "_under_way")

    def __init__(self, count: int) -> None:
        self._count = count
        self._under_way = 0
        self._ended: deque[float] = deque()

    def resize(self, count: int) -> None:
        self._count = count

    def opens_at(self) -> float:
        too_many = self._under_way + len(self._ended) - self._count
        if too_many < 0:
            return 0.0
        return self._ended[too_many] + 1.0 if too_many < len(self._ended) else float("inf")

    def begin(self, now: float) -> None:
        while self._ended and self._ended[0] + 1.0 <= now:
            self._ended.popleft()
        self._under_way += 1

    def end(self, now: float) -> None:
        self._under_way -= 1
        self._ended.append(now)

    def take_back(self) -> None:
        self._under_way -= 1
