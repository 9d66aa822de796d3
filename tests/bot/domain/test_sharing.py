"""Sharing: nothing is lost and nothing is made up, to the last minor unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.sharing import even_parts, name_as_written


@pytest.mark.parametrize(
    ("whole", "heads", "each", "own"),
    [(90_00, 3, 30_00, 30_00), (100_00, 3, 33_33, 33_34), (11, 4, 2, 5), (2, 2, 1, 1), (7, 1, 7, 7)],
)
def test_what_does_not_divide_is_the_payers(whole: int, heads: int, each: int, own: int) -> None:
    assert even_parts(Money(whole, "USD"), heads) == (Money(each, "USD"), Money(own, "USD"))


@given(st.integers(1, 10**15), st.integers(1, 50))
def test_parts_add_up_to_the_whole_and_differ_by_less_than_a_unit_a_head(whole: int, heads: int) -> None:
    if whole < heads:
        with pytest.raises(Refused):
            even_parts(Money(whole, "JPY"), heads)
        return
    each, own = even_parts(Money(whole, "JPY"), heads)
    assert each.minor * (heads - 1) + own.minor == whole
    assert 0 <= own.minor - each.minor < heads


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("ann", "Ann"),
        ("mary  ann", "Mary Ann"),
        ("McKay", "McKay"),
        ("ANN", "ANN"),
        (" de la Cruz", "de la Cruz"),
        ("élise", "Élise"),
    ],
)
def test_a_name_without_any_capital_gets_its_own(said: str, written: str) -> None:
    assert name_as_written(said) == written
