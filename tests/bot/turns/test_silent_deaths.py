"""Whoever was there at two deaths runs alone, whoever died alone too often is put aside, and nobody else is blamed."""

import msgspec
import pytest

from bot.turns.silent_deaths import Deaths, SortedOut


class Tried(msgspec.Struct, frozen=True):
    """``fault`` None: the try before left no word."""

    attempt: int
    fault: str | None = None


FRESH, DIED_ONCE, SUSPECT, KILLER = Tried(1), Tried(2), Tried(3), Tried(6)
ALSO_SUSPECT = Tried(5)
UNLUCKY = Tried(9, "Unavailable")


@pytest.mark.parametrize(
    ("claimed", "run", "later", "killers"),
    [
        ([], [], [], []),
        ([FRESH, DIED_ONCE], [FRESH, DIED_ONCE], [], []),
        ([FRESH, UNLUCKY], [FRESH, UNLUCKY], [], []),
        ([FRESH, SUSPECT, ALSO_SUSPECT], [SUSPECT], [FRESH, ALSO_SUSPECT], []),
        ([FRESH, KILLER], [FRESH], [], [KILLER]),
        ([KILLER, FRESH, SUSPECT], [SUSPECT], [FRESH], [KILLER]),
    ],
)
def test_work_is_sorted_by_how_its_last_tries_ended(
    claimed: list[Tried], run: list[Tried], later: list[Tried], killers: list[Tried]
) -> None:
    assert Deaths(alone_from=3, most=5).sort_out(claimed) == SortedOut(run, later, killers)
