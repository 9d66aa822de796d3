"""Words measured with the font that draws them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chart_painter.lettering import SMALLEST, cut, shrunk, width_of


def test_a_letter_is_as_wide_as_the_font_says() -> None:
    # Inter Medium: 2,816 units an em.
    assert width_of("i", 2816) < width_of("m", 2816)
    assert width_of("0", 2816) == pytest.approx(1819)
    assert width_of("$400", 16) == pytest.approx(sum(width_of(letter, 16) for letter in "$400"))


@pytest.mark.parametrize("letters", ["áéíóúñçàèùäöüßœŒ", "€£¥₹₽₩₺₴₪₫₱₦฿₿", "\u00a0\u202f−–…’“”«»", "ΑΩάώ", "АЯёії"])
def test_the_font_holds_what_the_languages_and_currencies_need(letters: str) -> None:
    assert all(width_of(letter, 2816) != 2816 for letter in letters)


def test_what_the_font_does_not_hold_takes_an_em() -> None:
    assert width_of("食🍕", 10) == 20


@given(st.text(max_size=80), st.floats(40, 400))
def test_cut_words_fit_and_begin_as_the_whole_did(words: str, room: float) -> None:
    shown = cut(words, 16, room)

    assert width_of(shown, 16) <= room + 0.001
    assert shown == words or words.startswith(shown.removesuffix("…"))


def test_words_that_fit_are_left_alone() -> None:
    assert cut("eating out", 16, 200) == "eating out"
    assert cut("eating out every single day", 16, 100) == "eating out…"


def test_figures_shrink_until_they_fit_but_stay_readable() -> None:
    assert shrunk("$400.00", 16, 200) == ("$400.00", 16)
    assert width_of(*shrunk("$9,999,999,999.00", 16, 100)) == pytest.approx(100)
    words, size = shrunk("9" * 500, 16, 100)
    assert (words[-1], size) == ("…", SMALLEST)
    assert width_of(words, size) <= 100
