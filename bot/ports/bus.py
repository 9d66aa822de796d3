"""The need to wake a worker for what just happened, in whichever process it is."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from bot.domain.event import Event


class Heard(msgspec.Struct, frozen=True):
    """``again``: it was handed over before, and nobody said that it was done."""

    event: Event
    receipt: str
    again: bool


class Bus(Protocol):
    """Carries word of events to one of all the workers; the events themselves are kept in the store.

    Each is handed over at least once, in no order to rely on. What is not said to be done within ten seconds is handed
    over again, to whoever takes next. It may lose everything: what is still open then is found in the store.
    """

    async def publish(self, events: Sequence[Event]) -> None:
        """On the bus once it returns. Raises Unavailable; some may be on it all the same."""
        ...

    async def take(self, most: int, wait_s: float) -> list[Heard]:
        """What is there, or what comes first within ``wait_s``, or nothing. Raises Unavailable, also once closed."""
        ...

    async def done(self, receipts: Sequence[str]) -> None:
        """These are not handed over again. Repeats safely; raises Unavailable, and then they may be."""
        ...

    async def close(self) -> None:
        """A take that waits ends with nothing."""
        ...
