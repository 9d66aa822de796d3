"""Counts by a label of known values: all there from the start, and none besides."""

import pytest

from bot.kit.counters import Counter


def test_what_was_never_counted_is_there_as_nought() -> None:
    lanes = Counter("lanes_total", "By lane.", "lane", ("fast", "slow"))
    lanes.count("fast")
    lanes.count("fast", by=3)
    assert lanes.counts == {"fast": 4, "slow": 0}


def test_a_value_nobody_knows_makes_no_new_series() -> None:
    lanes = Counter("lanes_total", "By lane.", "lane", ("fast",))
    with pytest.raises(KeyError):
        lanes.count("whatever a stranger wrote")
    assert lanes.counts == {"fast": 0}
