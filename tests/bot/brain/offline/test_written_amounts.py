"""An amount is read as it was meant, or asked about; never as something else."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from bot.brain.offline import decide
from bot.domain.decision import NOTHING, Calls, Question
from tests.bot.brain.offline.readers import booked, reader

HOMES = {
    "en-US": "USD", "en-GB": "GBP", "en-IN": "INR", "en-AU": "AUD", "de-DE": "EUR", "es-ES": "EUR", "fr-FR": "EUR", "it-IT": "EUR",
    "de-CH": "CHF", "pt-BR": "BRL", "sv-SE": "SEK", "es-MX": "MXN", "ja-JP": "JPY", "nl-NL": "EUR", "pl-PL": "PLN",
}  # fmt: skip


@given(home=st.sampled_from(sorted(HOMES)), cents=st.integers(1, 999_999_999))
def test_what_a_locale_prints_is_read_back_exactly(home: str, cents: int) -> None:
    currency = HOMES[home]
    amount = Decimal(cents) if currency == "JPY" else Decimal(cents) / 100
    printed = format_currency(amount, currency, locale=home.replace("-", "_"))
    assert booked(f"lunch {printed}", reader(home, currency)) == (amount, currency)


@given(
    figure=st.from_regex(r"[0-9]{1,10}([.,][0-9]{1,4})?", fullmatch=True),
    home=st.sampled_from([*sorted(HOMES.items()), ("en-US", "KWD")]),
)
def test_a_plain_figure_is_read_alike_by_the_short_way_and_the_long(figure: str, home: tuple[str, str]) -> None:
    """A mark behind the figure takes the long way, nothing or a plain word the short one."""
    whose = reader(*home)
    assert decide(f"lunch {figure} !", whose) == decide(f"lunch {figure}", whose)


@pytest.mark.parametrize(
    ("written", "locale", "currency", "amount"),
    [
        ("1,234", "en-US", "USD", "1234"),
        ("1,234", "en-GB", "GBP", "1234"),
        ("1.234 €", "de-DE", "EUR", "1234"),
        ("1.234 €", "es-ES", "EUR", "1234"),
        ("1.234 KWD", "en-US", "USD", "1.234"),
        ("1.234", "en-US", "JPY", "1234"),
        ("1.234,50", "en-US", "USD", "1234.50"),
        ("1,234.50", "de-DE", "EUR", "1234.50"),
        ("45,30", "en-US", "USD", "45.30"),
        ("45.30", "de-DE", "EUR", "45.30"),
        ("12.34", "de-DE", "EUR", "12.34"),
        ("1 234,50", "fr-FR", "EUR", "1234.50"),
        ("1 234", "fr-FR", "EUR", "1234"),
        ("12,34,567.50", "en-IN", "INR", "1234567.50"),
        ("1.5 crore", "en-IN", "INR", "15000000"),
        ("35 lakh", "en-IN", "INR", "3500000"),
        ("12k", "en-US", "USD", "12000"),
        ("1.2k", "en-US", "USD", "1200"),
        ("€1.2k", "en-US", "USD", "1200"),
        ("50p", "en-GB", "GBP", "0.50"),
        ("a tenner", "en-GB", "GBP", "10"),
        ("two hundred and ten dollars", "en-US", "USD", "210"),
        ("forty two dollars and ten cents", "en-US", "USD", "42.10"),
        ("twenty three fifty", "en-US", "USD", "23.50"),
        ("4 x 2.50", "en-US", "USD", "10"),
        ("٤٥", "en-US", "USD", "45"),
        ("$ 45", "en-US", "USD", "45"),
        ("CHF 12.-", "de-CH", "CHF", "12"),
        ("veinte euros", "es-ES", "EUR", "20"),
    ],
)
def test_an_amount_has_one_reading(written: str, locale: str, currency: str, amount: str) -> None:
    assert booked(f"spent {written} on lunch", reader(locale, currency))[0] == Decimal(amount)


@pytest.mark.parametrize(
    ("written", "currency", "meant"),
    [
        ("$45", "USD", "USD"),
        ("$45", "AUD", "AUD"),
        ("$45", "EUR", "USD"),
        ("$45", "MXN", "MXN"),
        ("45 dollars", "CAD", "CAD"),
        ("US$45", "AUD", "USD"),
        ("45 bucks", "EUR", "EUR"),
        ("20 CAD", "USD", "CAD"),
        ("15 euros", "USD", "EUR"),
        ("£9", "USD", "GBP"),
        ("Rs 450", "USD", "INR"),
        ("rs 450", "PKR", "PKR"),
        ("₹2,500", "USD", "INR"),
    ],
)
def test_the_currency_is_what_was_written_in_the_readers_sense(written: str, currency: str, meant: str) -> None:
    assert booked(f"spent {written} on lunch", reader(currency=currency))[1] == meant


@pytest.mark.parametrize(
    ("locale", "currency"), [("en-US", "USD"), ("en-GB", "GBP"), ("en-US", "GBP"), ("es-MX", "USD")]
)
def test_a_point_before_three_digits_is_asked_about_with_complete_choices(locale: str, currency: str) -> None:
    decision = decide("spent 1.234 on lunch yesterday", reader(locale, currency))
    assert isinstance(decision, Question)
    assert decision.key == "which_amount"
    amounts = [choice.calls[0].slots["amount"] for choice in decision.choices]
    assert amounts == [Decimal(1234), Decimal("1.23")]
    assert all(choice.calls[0].slots["category"] == "lunch" for choice in decision.choices)
    assert all(choice.calls[0].slots["currency"] == currency for choice in decision.choices)


def test_the_choices_of_one_amount_keep_the_other_bookings() -> None:
    decision = decide("spent 1.234 on rent and 15 on lunch", reader())
    assert isinstance(decision, Question)
    assert [len(choice.calls) for choice in decision.choices] == [2, 2]
    assert [choice.label for choice in decision.choices] == ["$1,234.00", "$1.23"]


@pytest.mark.parametrize(
    "written",
    ["1e9", "5O0", "1.2.3", "12,34,5", "0", "0.00", "-20", "0.001", "10²", "20-30", "20/30", "5..5", "007", "1,23,4.5", "½",
     "half a million", "two and a half thousand", "44 billion", "1.2345", "4\u03365", "1,2,3", "12.34.56", "$20+15", "\u202e05.54"],
)  # fmt: skip
def test_a_figure_nobody_can_read_is_never_booked(written: str) -> None:
    decision = decide(f"spent {written} on lunch", reader())
    assert decision == NOTHING or isinstance(decision, Question), decision


@given(written=st.text(alphabet="0123456789.,'- ", min_size=1, max_size=14))
def test_a_booked_figure_has_the_digits_that_were_written(written: str) -> None:
    decision = decide(f"spent {written} on lunch", reader())
    if not isinstance(decision, Calls) or "amount" not in decision.calls[0].slots:
        return
    amount = decision.calls[0].slots["amount"]
    assert isinstance(amount, Decimal)
    told = "".join(mark for mark in f"{amount:f}" if mark.isdigit()).strip("0")
    assert told in "".join(mark for mark in written if mark.isdigit())
