"""A person's day is the day where they are."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.ids import LedgerId, PersonId
from bot.domain.person import Person, zone_of


def person(timezone: str) -> Person:
    return Person(
        id=PersonId(1), ledger_id=LedgerId(1), name="", timezone=timezone, locale="en-US", currency="USD", language="en"
    )


@pytest.mark.parametrize(
    ("timezone", "day"),
    [
        ("UTC", date(2026, 11, 18)),
        ("Pacific/Kiritimati", date(2026, 11, 19)),
        ("Asia/Tokyo", date(2026, 11, 19)),
        ("America/New_York", date(2026, 11, 18)),
    ],
)
def test_today_is_where_they_are(timezone: str, day: date) -> None:
    assert person(timezone).today(datetime(2026, 11, 18, 17, 0, tzinfo=UTC)) == day


def test_midnight_moves_with_daylight_saving() -> None:
    berlin = person("Europe/Berlin")
    # Summer time ends on 2026-10-25: midnight is at 22:00 UTC before and at 23:00 UTC after.
    assert berlin.today(datetime(2026, 10, 24, 22, 0, tzinfo=UTC)) == date(2026, 10, 25)
    assert berlin.today(datetime(2026, 10, 25, 22, 59, tzinfo=UTC)) == date(2026, 10, 25)
    assert berlin.today(datetime(2026, 10, 25, 23, 0, tzinfo=UTC)) == date(2026, 10, 26)


@pytest.mark.parametrize("timezone", ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"])
def test_no_day_is_skipped_or_comes_twice(timezone: str) -> None:
    somebody = person(timezone)
    hours = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(24 * 365))
    seen = list(dict.fromkeys(somebody.today(hour) for hour in hours))
    assert seen == [seen[0] + timedelta(days=n) for n in range(len(seen))]


def test_a_zone_is_the_librarys_own() -> None:
    assert zone_of("Europe/Berlin") == ZoneInfo("Europe/Berlin")
