"""How many messages wait: above a cap a new one is not kept but brought again by its vendor, and none is dropped."""

from datetime import datetime, timedelta

from bot.domain.errors import Unavailable
from bot.ports.store import Tx

MOST_WAITING = 50_000
# Counting costs more than keeping.
LOOK_EVERY = timedelta(seconds=1)


class Backlog:
    """What is answered at once never waits, and is not asked about."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._looked_at: datetime | None = None
        self._is_full = False

    async def check(self, tx: Tx, now: datetime) -> None:
        """Raises Unavailable while too many wait."""
        # A clock that was set back is no reason to look no more.
        if self._looked_at is None or abs(now - self._looked_at) >= LOOK_EVERY:
            self._looked_at = now
            self._is_full = await tx.inbox.unfinished() >= self._most
        if self._is_full:
            raise Unavailable("too many messages wait")
