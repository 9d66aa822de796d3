"""Money and days in people's own manner: Babel's output, to the last mark."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import LARGEST_MINOR, THREE_DECIMALS, TWO_DECIMALS, ZERO_DECIMALS, Money, exponent_of
from bot.domain.money_words import day_text, first_weekday, locale_of, money_text, month_text

TAGS = (
    "en-US",
    "en-GB",
    "en-IN",
    "de-DE",
    "de-CH",
    "fr-FR",
    "es-ES",
    "pt-BR",
    "ja-JP",
    "pl-PL",
    "sv-SE",
    "ar-EG",
    "hi-IN",
    "tr-TR",
)
CURRENCIES = sorted(TWO_DECIMALS | ZERO_DECIMALS | THREE_DECIMALS)
# Where CLDR shows as many decimals as ISO 4217 counts.
AGREED = [currency for currency in CURRENCIES if get_currency_precision(currency) == exponent_of(currency)]


def babels(money: Money, tag: str) -> str:
    return format_currency(money.amount, money.currency, locale=Locale.parse(tag, sep="-"))


@pytest.mark.parametrize("tag", TAGS)
def test_every_currency_is_written_as_babel_writes_it(tag: str) -> None:
    amounts = (0, 1, -1, 99, 12345, -1234567)
    moneys = [Money(minor, currency) for currency in AGREED for minor in amounts]
    assert [money_text(money, tag) for money in moneys] == [babels(money, tag) for money in moneys]


@given(st.integers(-LARGEST_MINOR, LARGEST_MINOR), st.sampled_from(AGREED), st.sampled_from(TAGS))
def test_any_amount_is_written_as_babel_writes_it(minor: int, currency: str, tag: str) -> None:
    assert money_text(Money(minor, currency), tag) == babels(Money(minor, currency), tag)


@given(st.integers(-LARGEST_MINOR, LARGEST_MINOR), st.sampled_from(CURRENCIES), st.sampled_from(TAGS))
def test_what_is_written_reads_back_as_the_same_amount(minor: int, currency: str, tag: str) -> None:
    digits = "".join(letter for letter in money_text(Money(minor, currency), tag) if letter.isdecimal())
    assert Decimal(digits).scaleb(-exponent_of(currency)) == abs(Money(minor, currency).amount)


@pytest.mark.parametrize(
    ("money", "tag", "text"),
    [
        (Money(123450, "USD"), "en-US", "$1,234.50"),
        (Money(-5, "USD"), "en-US", "-$0.05"),
        (Money(1000, "MGA"), "en-US", "MGA10.00"),  # CLDR shows none of its decimals
        (Money(123450, "EUR"), "de-DE", "1.234,50\xa0€"),
        (Money(12345678900, "INR"), "en-IN", "₹12,34,56,789.00"),
        (Money(1234567, "JPY"), "ja-JP", "￥1,234,567"),
        (Money(1234567, "KWD"), "en-US", "KWD1,234.567"),
        # CLDR has a mark of its own for money there, which Babel leaves out.
        (Money(123450, "CHF"), "fr-CH", "1\u202f234.50\xa0CHF"),
    ],
)
def test_amounts_look_as_people_there_write_them(money: Money, tag: str, text: str) -> None:
    assert money_text(money, tag) == text


@pytest.mark.parametrize("tag", ["", "x", "zz-ZZ", "de_DE", "../../etc", "en-US-u-nu-arab", "a" * 300])
def test_an_unknown_locale_is_read_as_american_english(tag: str) -> None:
    assert str(locale_of(tag)) == "en_US"


def test_a_year_is_written_when_it_is_asked_for() -> None:
    day = date(2025, 11, 10)
    assert day_text(day, "en-US", with_year=False) == "Nov 10"
    assert day_text(day, "en-US", with_year=True) == "Nov 10, 2025"
    assert day_text(day, "de-DE", with_year=True) == format_date(day, locale="de_DE")
    assert month_text(day, "en-US", with_year=False) == "November"
    assert month_text(day, "en-US", with_year=True) == "November 2025"


@pytest.mark.parametrize(("tag", "weekday"), [("en-US", 6), ("en-GB", 0), ("de-DE", 0), ("ar-EG", 5)])
def test_weeks_begin_where_people_begin_them(tag: str, weekday: int) -> None:
    assert first_weekday(tag) == weekday
