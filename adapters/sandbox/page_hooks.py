"""What the page asks of PAM herself: handed in by whoever puts both together."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Steps(Protocol):
    """PAM's telling of what happened: dicts of trace, stage, text and at, as they happen."""

    def subscribe(self) -> AsyncIterator[dict[str, str]]: ...


@dataclass(frozen=True)
class Hooks:
    """``books`` is the ledger as JSON, ``chart`` an SVG by name or None.

    ``move_clock`` takes hours, and gives the time at each of its stops, the last one included.
    ``start_over`` takes the language to begin in, "" for the house's own.
    """

    set_timezone: Callable[[str], Awaitable[None]]
    move_clock: Callable[[float], AsyncIterator[datetime]]
    books: Callable[[], Awaitable[bytes]]
    chart: Callable[[str], Awaitable[bytes | None]]
    start_over: Callable[[str], Awaitable[None]]
    steps: Steps
