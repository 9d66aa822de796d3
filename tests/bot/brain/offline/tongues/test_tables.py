"""The tables: every line can be read, and what it takes from a sentence it gives back."""

import re

import pytest

from bot.brain.offline.tongues.tables import AMOUNT, GAP, IDLE, WORD, Phrase, everyday_words_of, phrases_of, words_of

FOLDERS = ("spanish", "french", "german")


def phrases(folder: str) -> list[Phrase]:
    return phrases_of(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_phrase_takes_up_it_says_again(folder: str) -> None:
    for phrase in phrases(folder):
        taken = sum(word in (AMOUNT, WORD, GAP) for word in phrase.words)
        said = {int(number) for number in re.findall(r"<(\d)>", " ".join(phrase.english))}
        assert said == set(range(1, taken + 1)), phrase


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_phrase_is_more_than_gaps_and_says_something(folder: str) -> None:
    for phrase in phrases(folder):
        assert any(word not in (AMOUNT, WORD, GAP) for word in phrase.words), phrase
        assert phrase.english, phrase
        assert GAP not in (phrase.words[0], phrase.words[-1]), phrase
        assert phrase.words[:2] != (WORD, AMOUNT) or len(phrase.words) > 2, phrase


@pytest.mark.parametrize("folder", FOLDERS)
def test_words_are_words_and_english_is_english(folder: str) -> None:
    told = words_of(folder)
    assert len(told) > 400
    assert all(re.fullmatch(r"[a-z' ]+", english) for english in told.values() if english != IDLE)
    assert all(re.fullmatch(r"[^\W\d_][\w'-]*", word) for word in told.keys() | everyday_words_of(folder))
