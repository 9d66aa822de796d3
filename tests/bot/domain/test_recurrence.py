"""Recurrences: written, read back, and the days they fall on, against a calendar gone through day by day."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recurrence import Recurrence

WRITTEN = (
    "daily weekdays weekly weekly:FR weekly:MO,TH biweekly biweekly:SU biweekly:MO,TH monthly monthly:1 monthly:31 "
    "monthly:last quarterly quarterly:15 semiannual yearly"
).split()
NONSENSE = (
    "|hourly|daily:1|weekdays:MO|weekly:|weekly:XX|weekly:mo|weekly:MO,|monthly:|monthly:0|monthly:32|monthly:-1|"
    "monthly:MO|yearly:1|Daily|daily |weekly:MO:TU"
).split("|")
MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6, "yearly": 12}
anchors = st.dates(date(2019, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize("written", WRITTEN)
def test_it_is_written_as_it_was_read(written: str) -> None:
    assert str(Recurrence.parse(written)) == written


def test_weekdays_are_put_in_order_and_said_once() -> None:
    assert str(Recurrence.parse("weekly:TH,MO,TH")) == "weekly:MO,TH"


@pytest.mark.parametrize("written", NONSENSE)
def test_nonsense_is_no_recurrence(written: str) -> None:
    with pytest.raises(ValueError, match=r"not |invalid literal"):
        Recurrence.parse(written)


def falls_on(written: str, day: date, anchor: date) -> bool:
    """Whether it does, told from the day alone."""
    rhythm, _, on = written.partition(":")
    if rhythm in MONTHS:
        length = monthrange(day.year, day.month)[1]
        number = length if on == "last" else min(int(on or anchor.day), length)
        months = (day.year - anchor.year) * 12 + day.month - anchor.month
        return months % MONTHS[rhythm] == 0 and day.day == number
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]
    named = {"daily": True, "weekdays": day.weekday() < 5}.get(
        rhythm, code in on if on else day.weekday() == anchor.weekday()
    )
    return named and (rhythm != "biweekly" or (day - anchor).days % 14 < 7)


@pytest.mark.parametrize("written", WRITTEN)
@given(anchor=anchors, offset=st.integers(-40, 1500))
def test_its_days_are_those_of_the_calendar(written: str, anchor: date, offset: int) -> None:
    first = anchor + timedelta(days=offset)
    span = [first + timedelta(days=number) for number in range(800)]
    expected = [day for day in span if day >= anchor and falls_on(written, day, anchor)]
    assert Recurrence.parse(written).days_in(first, span[-1], anchor) == expected


@pytest.mark.parametrize(
    ("written", "anchor", "days"),
    [
        ("monthly", "2027-12-31", "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31"),
        ("monthly:30", "2027-01-31", "2027-02-28 2027-03-30"),
        ("yearly", "2028-02-29", "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29"),
        ("quarterly", "2026-11-30", "2026-11-30 2027-02-28 2027-05-30"),
        ("semiannual", "2026-08-31", "2026-08-31 2027-02-28 2027-08-31"),
        ("biweekly:FR", "2026-11-25", "2026-11-27 2026-12-11"),
        ("weekly:MO,TH", "2026-11-25", "2026-11-26 2026-11-30 2026-12-03"),
        ("weekdays", "2026-11-27", "2026-11-27 2026-11-30"),
    ],
)
def test_the_days_from_the_first_on(written: str, anchor: str, days: str) -> None:
    first = date.fromisoformat(anchor)
    coming = Recurrence.parse(written).days_after(first - timedelta(days=1), first)
    assert " ".join(map(str, islice(coming, len(days.split())))) == days
