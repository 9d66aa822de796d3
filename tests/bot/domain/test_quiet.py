"""Quiet hours: whether they are on, and the instant they end."""

from datetime import UTC, datetime

import pytest

from bot.domain.quiet import quiet_until


@pytest.mark.parametrize(
    ("hours", "zone", "now", "until"),
    [
        ("21:00-08:00", "Europe/Paris", "2026-11-25T19:59", ""),
        ("21:00-08:00", "Europe/Paris", "2026-11-25T20:00", "2026-11-26T07:00"),
        ("21:00-08:00", "Europe/Paris", "2026-11-26T06:59", "2026-11-26T07:00"),
        ("21:00-08:00", "Europe/Paris", "2026-11-26T07:00", ""),
        ("13:00-15:00", "Europe/Paris", "2026-11-26T12:30", "2026-11-26T14:00"),
        ("13:00-15:00", "Europe/Paris", "2026-11-26T14:00", ""),
        ("", "Europe/Paris", "2026-11-26T02:00", ""),
        ("09:00-09:00", "Europe/Paris", "2026-11-26T08:00", ""),
        # The night is an hour shorter, and an hour longer.
        ("21:00-08:00", "Europe/Paris", "2026-03-28T20:00", "2026-03-29T06:00"),
        ("21:00-08:00", "Europe/Paris", "2026-10-24T19:00", "2026-10-25T07:00"),
        # The end lies in the gap from 02:00 to 03:00.
        ("21:00-02:30", "America/New_York", "2026-03-08T06:59", "2026-03-08T07:00"),
        # 01:30 comes twice: the hours end at the first and are not on again at 01:10.
        ("21:00-01:30", "America/New_York", "2026-11-01T05:10", "2026-11-01T05:30"),
        ("21:00-01:30", "America/New_York", "2026-11-01T06:10", ""),
        # The clock goes from 24:00 back to 23:00: the hours that began at 23:30 stay on at the second 23:10.
        ("23:30-08:00", "Africa/Cairo", "2026-10-29T21:10", "2026-10-30T06:00"),
    ],
)
def test_quiet_hours(hours: str, zone: str, now: str, until: str) -> None:
    ends_at = quiet_until(hours, datetime.fromisoformat(now).replace(tzinfo=UTC), zone)
    assert ends_at == (datetime.fromisoformat(until).replace(tzinfo=UTC) if until else None)
