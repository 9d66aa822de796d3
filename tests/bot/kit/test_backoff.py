"""Waits grow, stay under their cap and differ."""

from hypothesis import given
from hypothesis import strategies as st

from bot.kit.backoff import backoff_s


@given(attempt=st.integers(1, 10_000), first_s=st.floats(0.01, 10), cap_s=st.floats(10, 10_000))
def test_a_wait_never_passes_the_cap_nor_falls_under_half_the_first_step(
    attempt: int, first_s: float, cap_s: float
) -> None:
    assert first_s / 2 <= backoff_s(attempt, first_s=first_s, cap_s=cap_s) <= cap_s


def test_the_wait_doubles_with_every_try() -> None:
    assert 1.0 <= backoff_s(1, first_s=2.0, cap_s=100.0) <= 2.0
    assert 2.0 <= backoff_s(2, first_s=2.0, cap_s=100.0) <= 4.0
    assert 4.0 <= backoff_s(3, first_s=2.0, cap_s=100.0) <= 8.0


def test_callers_do_not_march_in_step() -> None:
    assert len({backoff_s(5, first_s=1.0, cap_s=60.0) for _ in range(50)}) > 1
