"""Money: exact, in every currency, and refused where it cannot be."""

from decimal import Decimal

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refused
from bot.domain.money import (
    LARGEST_MINOR,
    THREE_DECIMALS,
    TWO_DECIMALS,
    ZERO_DECIMALS,
    Money,
    exponent_of,
    is_currency,
    stripe_minor,
)

CURRENCIES = sorted(TWO_DECIMALS | ZERO_DECIMALS | THREE_DECIMALS)

currencies = st.sampled_from(CURRENCIES)
minors = st.integers(-LARGEST_MINOR, LARGEST_MINOR)


def refusal(amount: str, currency: str) -> str:
    with pytest.raises(Refused) as refused:
        Money.of(Decimal(amount), currency)
    return refused.value.reason


def test_each_currency_stands_in_one_table() -> None:
    assert len(CURRENCIES) == len(TWO_DECIMALS) + len(ZERO_DECIMALS) + len(THREE_DECIMALS)


def test_every_legal_tender_of_the_world_is_known() -> None:
    tender = {
        currency
        for currencies in get_global("territory_currencies").values()
        for currency, _, end, is_tender in currencies
        if is_tender and end is None
    }
    assert tender <= set(CURRENCIES)


@pytest.mark.parametrize(
    ("currency", "decimals"), [("USD", 2), ("JPY", 0), ("KWD", 3), ("ISK", 0), ("UGX", 0), ("MGA", 2)]
)
def test_decimals_are_those_of_iso_4217(currency: str, decimals: int) -> None:
    assert exponent_of(currency) == decimals


@pytest.mark.parametrize("code", ["", "usd", "US", "BTC", "XXX", "USD ", "$"])
def test_what_is_no_currency_is_refused(code: str) -> None:
    assert not is_currency(code)
    assert refusal("1", code) == "unknown_currency"


@given(minors, currencies)
def test_an_amount_goes_to_minor_units_and_back_unchanged(minor: int, currency: str) -> None:
    assert Money.of(Money(minor, currency).amount, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("1.005", "KWD", 1005),
        ("0.285", "BHD", 285),
        ("8.16", "USD", 816),
        ("500", "JPY", 500),
        ("12.50", "USD", 1250),
        ("12.5000", "USD", 1250),
        ("1E+3", "USD", 100000),
        ("-0.01", "USD", -1),
        ("0E+3", "JPY", 0),
    ],
)
def test_amounts_are_exact(amount: str, currency: str, minor: int) -> None:
    assert Money.of(Decimal(amount), currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("1.005", "USD"),
        ("0.5", "JPY"),
        ("1.2345", "KWD"),
        ("0.001", "EUR"),
        ("1." + "0" * 40 + "1", "USD"),
        ("0." + "9" * 60, "USD"),
    ],
)
def test_a_fraction_of_a_minor_unit_is_refused_and_never_rounded(amount: str, currency: str) -> None:
    assert refusal(amount, currency) == "amount_too_fine"


@pytest.mark.parametrize(
    "amount", ["NaN", "sNaN", "Infinity", "-Infinity", "1e308", "1e-308", "1E+999999", "1" * 30, "10000000000000.01"]
)
def test_what_is_no_amount_anybody_has_is_refused(amount: str) -> None:
    assert refusal(amount, "USD") == "amount_out_of_range"


def test_the_largest_amount_is_taken() -> None:
    assert Money.of(Decimal(LARGEST_MINOR).scaleb(-2), "USD").minor == LARGEST_MINOR


@given(minors, minors, currencies)
def test_sums_and_differences_are_integers_sums(one: int, other: int, currency: str) -> None:
    assert Money(one, currency) + Money(other, currency) == Money(one + other, currency)
    assert Money(one, currency) - Money(other, currency) == Money(one, currency) + -Money(other, currency)


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="USD"):
        Money(1, "EUR") + Money(1, "USD")
    with pytest.raises(ValueError, match="USD"):
        Money(1, "EUR") - Money(1, "USD")


@pytest.mark.parametrize(
    ("money", "theirs"),
    [
        (Money(1250, "USD"), 1250),
        (Money(500, "JPY"), 500),
        (Money(500, "ISK"), 50000),
        (Money(500, "UGX"), 50000),
        (Money(1500, "MGA"), 15),
        (Money(5120, "KWD"), 5120),
    ],
)
def test_the_payment_provider_counts_some_currencies_its_own_way(money: Money, theirs: int) -> None:
    assert stripe_minor(money) == theirs


@pytest.mark.parametrize(
    ("money", "decimals"), [(Money(1550, "MGA"), 0), (Money(5124, "KWD"), 2), (Money(1, "TND"), 2)]
)
def test_what_the_payment_provider_cannot_take_is_refused_and_never_rounded(money: Money, decimals: int) -> None:
    with pytest.raises(Refused) as refused:
        stripe_minor(money)
    assert (refused.value.reason, refused.value.facts["decimals"]) == ("amount_too_fine", decimals)
