"""Seconds since the epoch, as the page writes them."""

from datetime import UTC, datetime


def iso_time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
