"""SMS texts cost what the standard says, and lose no meaning on the way to GSM-7."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.gsm7 import ALPHABET, BASIC, EXTENSION, is_gsm7, segments, septets, transliterate

gsm7_texts = st.text(sorted(ALPHABET))


def test_the_alphabet_has_the_standards_size() -> None:
    # 3GPP TS 23.038: 128 codes, one of them the escape to a table of ten characters; ours has no plain space twice.
    assert (len(BASIC), len(EXTENSION)) == (127, 10)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 152, 3),
        ("ж" * 70, 1),
        ("ж" * 71, 2),
        ("ж" * 134, 2),
        ("ж" * 135, 3),
        ("🍕" * 35, 1),
        ("🍕" * 36, 2),
        ("a" * 159 + "’", 3),
    ],
)
def test_segments_are_counted_as_they_are_billed(text: str, count: int) -> None:
    assert segments(text) == count


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("it’s “45” — 50…", 'it\'s "45" - 50...'),
        ("₹450\N{NO-BREAK SPACE}for rent", "Rs450 for rent"),
        ("Łódź, œuvre, façade, señor", "Lodz, oeuvre, façade, señor".replace("ç", "c")),
        ("café", "café"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("−5 ½ ≥ 3", "-5 1/2 >= 3"),
        ("٤٥ and ４５", "45 and 45"),
        ("lunch 🍕 for two", "lunch for two"),
        ("zero\N{ZERO WIDTH SPACE}width", "zerowidth"),
        ("naïve ﬁsh", "naive fish"),
    ],
)
def test_a_text_is_spelled_with_what_gsm7_has(text: str, plain: str) -> None:
    assert transliterate(text) == plain


@pytest.mark.parametrize("text", ["кафе “Уют”", "ランチ 🍱", "καφές…"])
def test_words_of_another_script_are_left_as_they_were_written(text: str) -> None:
    assert transliterate(text) == text


@given(gsm7_texts)
def test_what_is_gsm7_already_is_not_touched(text: str) -> None:
    assert transliterate(text) == text


@given(st.text(max_size=300))
def test_the_result_is_gsm7_or_the_very_text(text: str) -> None:
    result = transliterate(text)

    assert result == text or is_gsm7(result)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_the_letters_of_western_and_central_europe_never_cost_ucs2(text: str) -> None:
    assert is_gsm7(transliterate(text))


@given(gsm7_texts)
def test_a_single_segment_holds_160_septets(text: str) -> None:
    assert (segments(text) == 1) == (septets(text) <= 160)


@given(st.text(max_size=400))
def test_segments_never_undercut_the_sum_of_their_room(text: str) -> None:
    size, room = (septets(text), 153) if is_gsm7(text) else (len(text.encode("utf-16-le")) // 2, 67)

    assert segments(text) == 1 or segments(text) >= size / room
