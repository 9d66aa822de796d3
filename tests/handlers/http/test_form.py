"""Forms are read exactly as they were written, or not at all."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.http.form import MOST_PARAMETERS, IllFormed, parse_form

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS), max_size=20))
def test_what_was_written_is_read(pairs: list[tuple[str, str]]) -> None:
    assert parse_form(urlencode(pairs).encode()) == pairs


@pytest.mark.parametrize(
    "body",
    [
        b"a",
        b"=b",
        b"a=1&&b=2",
        b"a=%",
        b"a=%4",
        b"a=%4g",
        b"a=%ff",
        b"a=%ed%a0%80",
        b"a= b",
        b"a=\n",
        b"a=\xc3\xa9",
        b"&",
    ],
)
def test_what_is_not_well_formed_is_not_guessed_at(body: bytes) -> None:
    with pytest.raises(IllFormed):
        parse_form(body)


def test_parameters_are_counted() -> None:
    assert len(parse_form(b"&".join([b"a=1"] * MOST_PARAMETERS))) == MOST_PARAMETERS
    with pytest.raises(IllFormed):
        parse_form(b"&".join([b"a=1"] * (MOST_PARAMETERS + 1)))
