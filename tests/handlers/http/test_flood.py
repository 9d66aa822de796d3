"""A source has its share, and no more; and so many sources are remembered, and no more."""

from handlers.http.flood import MOST_SOURCES, Flood


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_burst_is_allowed_and_then_a_trickle() -> None:
    clock = Hand()
    flood = Flood(burst=3, per_second=2, now=clock)
    assert [flood.is_too_much("a") for _ in range(5)] == [False, False, False, True, True]
    clock.at = 1.0
    assert [flood.is_too_much("a") for _ in range(3)] == [False, False, True]


def test_one_source_does_not_spend_anothers_share() -> None:
    flood = Flood(burst=1, per_second=0, now=Hand())
    assert [flood.is_too_much(source) for source in ("a", "a", "b")] == [False, True, False]


def test_the_table_does_not_grow_for_ever() -> None:
    flood = Flood(burst=1, per_second=0, now=Hand())
    flood.is_too_much("first")
    for number in range(MOST_SOURCES):
        flood.is_too_much(str(number))
    assert not flood.is_too_much("first")
    assert flood.is_too_much(str(MOST_SOURCES - 1))
