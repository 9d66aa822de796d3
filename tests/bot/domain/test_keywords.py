"""STOP, START and HELP: the whole message, in any spelling, and never more than the message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.keywords import CARRIER, SPOKEN, LineWish, LineWord, line_word


def by_sms(text: str, *, stopped: bool = False) -> LineWord | None:
    return line_word(text, "sms", stopped=stopped)


def elsewhere(text: str, *, stopped: bool = False) -> LineWord | None:
    return line_word(text, "telegram", stopped=stopped)


@pytest.mark.parametrize("word", sorted(set(CARRIER) - {"yes"}))
def test_the_carriers_words_are_heard_by_sms_and_not_answered_twice(word: str) -> None:
    for spelled in (word, word.upper(), f" {word.title()}\n"):
        assert by_sms(spelled) == LineWord(CARRIER[word], by_carrier=True)


@pytest.mark.parametrize("text", ["STOP.", "stop!", "Stop all", "S T O P", '"stop"', "stop\u200b", "ＳＴＯＰ", "SТОР"])
def test_what_the_carrier_does_not_know_as_its_word_is_confirmed_by_pam(text: str) -> None:
    assert by_sms(text) == LineWord("stop", by_carrier=False)


@pytest.mark.parametrize(("word", "wish"), SPOKEN.items())
def test_other_languages_words_are_heard_everywhere(word: str, wish: LineWish) -> None:
    assert by_sms(word.upper()) == elsewhere(f"{word}!") == LineWord(wish, by_carrier=False)


@pytest.mark.parametrize("text", ["Arrêter", "ARRÊT", "désabonner", "Aufhören", "başla", "Стоп"])
def test_accents_do_not_matter(text: str) -> None:
    assert by_sms(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stop spending on coffee",
        "cancel 2",
        "end 5",
        "2 stop",
        "info 10",
        "stop 50",
        "yes 1",
        "stopwatch 40",
        "nonstop",
        "...",
        "5",
    ],
)
def test_a_word_among_others_is_a_message(text: str) -> None:
    assert by_sms(text) is None


@pytest.mark.parametrize("text", ["cancel", "end", "quit", "yes", "help", "info", "start", "cancel it"])
def test_away_from_sms_ordinary_words_are_ordinary(text: str) -> None:
    assert elsewhere(text) is None


@pytest.mark.parametrize("text", ["stop", "STOP", "unsubscribe", "Stop all"])
def test_stop_is_heard_away_from_sms_too(text: str) -> None:
    assert elsewhere(text) == LineWord("stop", by_carrier=False)


def test_yes_and_start_bring_back_only_who_stopped() -> None:
    assert by_sms("yes") is None
    assert by_sms("YES", stopped=True) == LineWord("start", by_carrier=True)
    assert elsewhere("start", stopped=True) == LineWord("start", by_carrier=False)


@given(st.text(st.sampled_from("stop\u200b .!\n\u0301"), max_size=23))
def test_a_line_word_hides_behind_no_invisible_character(noise: str) -> None:
    letters = "".join(letter for letter in noise if letter.isalpha())
    assert (by_sms(noise) is not None) == (letters in CARRIER or letters in SPOKEN)


@given(st.text(min_size=25))
def test_a_long_text_is_never_a_line_word(text: str) -> None:
    assert by_sms(text) is None
