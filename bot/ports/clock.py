"""The need to know what time it is."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """``now`` is aware and in UTC; it may step when the machine's clock does."""

    def now(self) -> datetime: ...
