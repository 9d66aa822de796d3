"""The machine's clock speaks UTC."""

from datetime import timedelta

from adapters.system_clock import SystemClock


def test_the_time_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
