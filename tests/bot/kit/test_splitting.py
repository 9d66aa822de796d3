"""Long texts are cut at borders and lose only blanks."""

from hypothesis import given
from hypothesis import strategies as st

from bot.kit.splitting import stretches


def pieces(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in stretches(text, limit)]


def test_a_short_text_stays_whole() -> None:
    assert pieces("two words", 20) == ["two words"]


def test_a_cut_falls_at_a_lines_end_before_a_words() -> None:
    assert pieces("first line\nsecond one goes on", 18) == ["first line", "second one goes on"]


def test_a_cut_falls_between_words_where_there_is_no_line() -> None:
    assert pieces("spent a lot on books", 12) == ["spent a lot", "on books"]


def test_a_word_longer_than_the_limit_is_cut_anyway() -> None:
    assert pieces("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@given(text=st.text("ab \n", max_size=300), limit=st.integers(2, 40))
def test_no_piece_is_too_long_and_only_blanks_are_lost(text: str, limit: int) -> None:
    cut = pieces(text, limit)

    assert all(0 < len(piece) <= limit for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())
