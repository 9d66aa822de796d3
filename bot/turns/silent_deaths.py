"""Work whose last tries left no word, because their process died: it may be this work that kills."""

from typing import Generic, Protocol, TypeVar

import msgspec

# After so many failures a piece of work is put aside.
TRIES = 5
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


class Deaths(msgspec.Struct, frozen=True):
    """How many deaths in a row, without a word, are borne of a piece of work.

    alone_from  from this try on it runs alone in its queue (``LaneWork.alone``), so that only the killer goes on to
                die: a try that began beside it would be counted against the innocent
    most        after so many tries it is what kills
    """

    alone_from: int
    most: int

    def is_suspect(self, tried: Tried) -> bool:
        return tried.attempt >= self.alone_from and tried.fault is None

    def sort_out(self, claimed: list[Work]) -> SortedOut[Work]:
        if all(each.attempt < self.alone_from for each in claimed):
            return SortedOut(claimed, [], [])
        killers = [each for each in claimed if each.attempt > self.most and each.fault is None]
        others = [each for each in claimed if each not in killers]
        suspect = next(filter(self.is_suspect, others), None)
        if suspect is None:
            return SortedOut(others, [], killers)
        return SortedOut([suspect], [each for each in others if each is not suspect], killers)


# An event is minded in a few milliseconds: who dies with it five times dies of it.
OF_EVENTS = Deaths(alone_from=3, most=TRIES)
# A letter may stand in line for its vendor through several lives of a process that somebody else ends: under 1,001
# SIGKILLs half a second apart five deaths made killers of innocent ones.
OF_QUEUES = Deaths(alone_from=10, most=20)
