"""Rates: what money is worth on a day, by the table of that day or of the nearest one, and by nothing else."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.exchange import NEAR_ENOUGH_DAYS, Rates
from bot.domain.money import LARGEST_MINOR, Money

MONDAY = date(2026, 11, 16)
EURO = Rates("EUR", ((MONDAY, {"USD": Decimal("1.25"), "JPY": Decimal(160), "KWD": Decimal("0.375")}),))
TWO_DAYS = Rates("EUR", (*EURO.days, (MONDAY + timedelta(days=4), {"USD": Decimal("1.50")})))


@pytest.mark.parametrize(
    ("money", "currency", "worth"),
    [
        (Money(10_00, "EUR"), "USD", Money(12_50, "USD")),
        (Money(12_50, "USD"), "EUR", Money(10_00, "EUR")),
        (Money(10_00, "USD"), "JPY", Money(1280, "JPY")),
        (Money(1, "JPY"), "KWD", Money(2, "KWD")),
        (Money(1000, "KWD"), "USD", Money(3_33, "USD")),
        (Money(2, "EUR"), "USD", Money(2, "USD")),  # 2.5: the even one
        (Money(6, "EUR"), "USD", Money(8, "USD")),  # 7.5: the even one
        (Money(-10_00, "EUR"), "USD", Money(-12_50, "USD")),
        (Money(1, "JPY"), "EUR", Money(1, "EUR")),
        (Money(10_00, "EUR"), "GBP", None),
        (Money(10_00, "GBP"), "USD", None),
        (Money(LARGEST_MINOR, "EUR"), "USD", None),
    ],
)
def test_money_is_worth_what_the_table_says(money: Money, currency: str, worth: Money | None) -> None:
    assert EURO.worth(money, currency, MONDAY) == worth


def test_what_comes_to_nothing_has_no_worth() -> None:
    dear = Rates("EUR", ((MONDAY, {"JPY": Decimal(1000)}),))
    assert dear.worth(Money(1, "JPY"), "EUR", MONDAY) is None


@pytest.mark.parametrize(
    ("days", "worth"),
    [
        (0, 12_50),
        (1, 12_50),
        (2, 12_50),
        (3, 15_00),
        (4, 15_00),
        (4 + NEAR_ENOUGH_DAYS, 15_00),
        (-NEAR_ENOUGH_DAYS, 12_50),
    ],
)
def test_the_nearest_day_tells_and_of_two_as_near_the_earlier(days: int, worth: int) -> None:
    assert TWO_DAYS.worth(Money(10_00, "EUR"), "USD", MONDAY + timedelta(days=days)) == Money(worth, "USD")


@pytest.mark.parametrize("days", [-NEAR_ENOUGH_DAYS - 1, 4 + NEAR_ENOUGH_DAYS + 1, -4000, 4000])
def test_a_day_too_far_from_any_table_tells_nothing(days: int) -> None:
    assert TWO_DAYS.worth(Money(10_00, "EUR"), "USD", MONDAY + timedelta(days=days)) is None


def test_a_currency_that_a_day_lacks_is_looked_for_on_the_next_nearest() -> None:
    assert TWO_DAYS.worth(Money(10_00, "EUR"), "JPY", MONDAY + timedelta(days=4)) == Money(1600, "JPY")


@given(st.integers(1, 10**12), st.sampled_from(["USD", "JPY", "KWD"]))
def test_there_and_back_again_is_off_by_no_more_than_rounding(minor: int, currency: str) -> None:
    there = EURO.worth(Money(minor, "EUR"), currency, MONDAY)
    if there:
        back = EURO.worth(there, "EUR", MONDAY)
        assert back
        assert abs(back.minor - minor) <= 1
