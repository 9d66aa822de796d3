"""A booking's lines add up to nothing, whatever it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.booking import MAIN_ACCOUNT, Line, lines_of
from bot.domain.money import Money
from tests.entries import earned, entry, spent


@given(st.sampled_from(["expense", "income"]), st.integers(1, 10**15), st.sampled_from(["USD", "JPY", "KWD"]))
def test_lines_balance(kind: str, minor: int, currency: str) -> None:
    assert kind in ("expense", "income")
    first, second = lines_of(entry(kind, minor, "groceries", date(2026, 1, 1), currency))
    assert first.amount + second.amount == Money(0, currency)


def test_what_is_spent_leaves_the_main_account_for_the_category() -> None:
    booked = spent(45_30)
    assert lines_of(booked) == (
        Line("expense", booked.place, Money(45_30, "USD")),
        Line("asset", MAIN_ACCOUNT, Money(-45_30, "USD")),
    )


def test_what_comes_in_leaves_the_category_for_the_main_account() -> None:
    booked = earned(2400_00)
    assert lines_of(booked) == (
        Line("income", booked.place, Money(-2400_00, "USD")),
        Line("asset", MAIN_ACCOUNT, Money(2400_00, "USD")),
    )


@pytest.mark.parametrize("word", ["groceries", "zzyx", "Lunch"])
def test_the_category_is_the_persons_own_word(word: str) -> None:
    assert spent(100, word).category == word
