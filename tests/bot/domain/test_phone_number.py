"""Phone numbers: one form for each, and none that costs whoever texts it."""

import pytest

from bot.domain.errors import Refused
from bot.domain.phone_number import country_of, e164


@pytest.mark.parametrize(
    "written",
    ["+14155550123", "+1 415 555 0123", "+1 (415) 555-0123", " +1.415.555.0123 ", "+１ ４１５ ５５５ ０１２３"],
)
def test_one_number_has_one_form(written: str) -> None:
    assert e164(written) == "+14155550123"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "415 555 0123",  # no country
        "0014155550123",
        "+1415555",
        "+999 123456789",
        "+1 415 555 0123 0123 0123 0123",
        "hello",
        "+1900555",
        "tel:+",
        "+" + "1" * 300,
    ],
)
def test_what_is_no_international_number_is_refused(written: str) -> None:
    with pytest.raises(Refused) as refused:
        e164(written)
    assert refused.value.reason == "not_a_number"


@pytest.mark.parametrize("written", ["+1 900 234 5678", "+44 909 879 0000", "+49 900 1 234567", "+44 843 123 4567"])
def test_numbers_that_cost_whoever_texts_them_are_refused(written: str) -> None:
    with pytest.raises(Refused):
        e164(written)


@pytest.mark.parametrize(
    ("number", "country"), [("+14155550123", "US"), ("+16135550123", "CA"), ("+447400123456", "GB")]
)
def test_a_number_lies_in_a_country(number: str, country: str) -> None:
    assert country_of(number) == country
