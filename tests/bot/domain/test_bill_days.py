"""The days of a bill, and what pays it."""

from datetime import date

import msgspec
import pytest

from bot.domain.bill import Bill
from bot.domain.bill_days import a_month, a_year, due_before, due_near, may_pay, next_occasion, occasions
from bot.domain.booking import Entry, Share
from bot.domain.ids import BillId
from bot.domain.money import Money
from bot.domain.period import Period
from tests.entries import earned, spent

NETFLIX = Bill(
    id=BillId(1),
    word="subscriptions",
    merchant="netflix",
    amount=Money(16_00, "USD"),
    recurrence="monthly:20",
    starts_on=date(2026, 11, 20),
)
RENT = msgspec.structs.replace(NETFLIX, word="rent", merchant="")


def every(recurrence: str, **more: object) -> Bill:
    return msgspec.structs.replace(NETFLIX, recurrence=recurrence, **more)


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.mark.parametrize(
    ("recurrence", "minor"),
    [("daily", 485_33), ("weekly", 69_33), ("biweekly", 34_67), ("monthly:20", 16_00), ("quarterly", 5_33),
     ("semiannual", 2_67), ("yearly", 1_33)],
)  # fmt: skip
def test_what_it_comes_to_a_month(recurrence: str, minor: int) -> None:
    assert a_month(a_year(every(recurrence))) == Money(minor, "USD")


@pytest.mark.parametrize(
    ("bill", "day", "due_on"),
    [
        (NETFLIX, november(14), november(20)),
        (NETFLIX, november(26), november(20)),
        (NETFLIX, november(13), None),
        (NETFLIX, november(27), None),
        (NETFLIX, date(2026, 10, 20), None),
        (every("weekly"), november(23), november(20)),
        (every("weekly"), november(24), november(27)),
        (every("weekly:MO,TH"), november(24), november(23)),
        (every("weekly:MO,TH"), november(25), november(26)),
        (every("daily"), november(25), november(25)),
        (every("yearly"), date(2027, 9, 8), date(2027, 11, 20)),
        (every("yearly"), date(2027, 9, 7), None),
        (every("yearly"), date(2027, 2, 1), november(20)),
    ],
)
def test_a_booking_lies_near_a_due_day_or_near_none(bill: Bill, day: date, due_on: date | None) -> None:
    assert due_near(bill, day) == due_on


def test_nothing_was_due_before_the_first_day() -> None:
    assert due_before(NETFLIX, november(20)) is None
    assert due_before(NETFLIX, november(21)) == november(20)


def at(merchant: str, entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, merchant=merchant)


@pytest.mark.parametrize(
    ("bill", "entry", "pays"),
    [
        (NETFLIX, at("netflix", spent(16_00, "subscriptions")), True),
        (NETFLIX, at("netflix", spent(32_00, "fun")), True),
        (NETFLIX, at("netflix", spent(32_01, "fun")), False),
        (NETFLIX, at("netflix", spent(7_99, "fun")), False),
        (NETFLIX, at("hulu", spent(16_00, "subscriptions")), False),
        (NETFLIX, spent(16_00, "subscriptions"), False),
        (NETFLIX, at("netflix", spent(16_00, "subscriptions", currency="EUR")), False),
        (RENT, spent(30_00, "Rent"), True),
        (RENT, spent(30_00, "rent bill"), True),
        (RENT, spent(19_20, "loyer"), True),
        (RENT, spent(19_21, "loyer"), False),
        (RENT, spent(16_00, "mortgage"), False),
        (RENT, earned(16_00, "rent"), False),
    ],
)  # fmt: skip
def test_what_pays_a_bill(bill: Bill, entry: Entry, *, pays: bool) -> None:
    assert may_pay(bill, entry) is pays


def test_all_that_was_paid_counts_whoever_owes_a_part_and_by_its_worth_where_it_is_foreign() -> None:
    shared = msgspec.structs.replace(spent(16_00, "rent"), shares=(Share("Ann", Money(10_00, "USD")),))
    foreign = msgspec.structs.replace(spent(14_00, "rent", currency="EUR"), worth=Money(16_00, "USD"))
    assert may_pay(RENT, shared)
    assert may_pay(RENT, foreign)


def days(bill: Bill, first: date, last: date) -> list[tuple[int, int]]:
    return [(each.day.day, each.due_on.day) for each in occasions(bill, Period(first, last))]


def test_it_is_spoken_of_the_day_before_and_the_day_after() -> None:
    assert days(NETFLIX, november(1), date(2026, 12, 20)) == [(19, 20), (21, 20), (19, 20)]
    assert days(every("weekly:MO,TU"), november(22), november(25)) == [(22, 23), (23, 24), (24, 23), (25, 24)]


def test_it_is_not_spoken_of_where_it_is_said_to_be_paid_or_due_too_often() -> None:
    assert days(every("monthly:20", paid_through=november(20)), november(1), november(30)) == []
    assert days(every("daily"), november(20), november(30)) == []
    assert next_occasion(every("weekdays"), november(20)) is None


@pytest.mark.parametrize(
    ("bill", "first", "day"),
    [
        (NETFLIX, november(1), november(19)),
        (NETFLIX, november(20), november(21)),
        (NETFLIX, november(22), date(2026, 12, 19)),
        (every("monthly:20", paid_through=date(2026, 12, 20)), november(22), date(2027, 1, 19)),
        (every("yearly"), november(22), date(2027, 11, 19)),
        (every("yearly", starts_on=date(2028, 2, 29)), date(2028, 3, 2), date(2029, 2, 27)),
        (every("yearly", paid_through=date(2027, 11, 20)), november(22), date(2028, 11, 19)),
    ],
)
def test_the_next_day_to_speak_of_it(bill: Bill, first: date, day: date) -> None:
    assert next_occasion(bill, first) == day
