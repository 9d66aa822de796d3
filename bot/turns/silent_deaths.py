"""Work whose last tries left no word, because their process died: it may be this work that kills."""

from typing import Generic, Protocol, TypeVar

import msgspec

# After so many failures, or deaths, a piece of work is put aside.
TRIES = 5
# Whoever was there at two deaths in a row runs alone in its queue (``LaneWork.alone``), so that only the killer goes on
# to die: a try that began beside it would be counted against the innocent.
ALONE_FROM = 3
KILLED = "killed"


class Tried(Protocol):
    """``attempt`` counts from 1; ``fault`` is what the try before failed by, None where it left no word."""

    @property
    def attempt(self) -> int: ...

    @property
    def fault(self) -> str | None: ...


Work = TypeVar("Work", bound=Tried)


class SortedOut(msgspec.Struct, Generic[Work], frozen=True):
    """What to run now, what to hand back until then, and what has killed its last process."""

    run: list[Work]
    later: list[Work]
    killers: list[Work]


def is_suspect(tried: Tried) -> bool:
    return tried.attempt >= ALONE_FROM and tried.fault is None


def sort_out(claimed: list[Work]) -> SortedOut[Work]:
    if all(each.attempt < ALONE_FROM for each in claimed):
        return SortedOut(claimed, [], [])
    killers = [each for each in claimed if each.attempt > TRIES and each.fault is None]
    others = [each for each in claimed if each not in killers]
    suspect = next(filter(is_suspect, others), None)
    if suspect is None:
        return SortedOut(others, [], killers)
    return SortedOut([suspect], [each for each in others if each is not suspect], killers)
