"""The machine's own clock."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the time in UTC, always aware."""

    def now(self) -> datetime:
        return datetime.now(UTC)
