"""Numbers in words: every one up to a thousand has one English reading, and the regional ones are known."""

import pytest

from bot.brain.offline.number_words import read_number_words
from bot.brain.offline.pieces import END, Piece
from bot.brain.offline.tongues import numerals

OF = {"es": numerals.spanish(), "fr": numerals.french(), "de": numerals.german()}


def value_of(language: str, words: str) -> int:
    """Run by run, as a text is told."""
    english: list[str] = []
    rest = words.split()
    while rest:
        size = next(size for size in range(len(rest), 0, -1) if tuple(rest[:size]) in OF[language])
        english += OF[language][tuple(rest[:size])].split()
        rest = rest[size:]
    pieces = [*(Piece(word, word) for word in english), END, END, END]
    value, end = read_number_words(pieces, 0)
    assert end == len(english)
    return value


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("es", "dieciseis", 16),
        ("es", "veintidos", 22),
        ("es", "treinta y cinco", 35),
        ("es", "cien", 100),
        ("es", "ciento veinte", 120),
        ("es", "doscientas cincuenta", 250),
        ("es", "mil doscientos", 1200),
        ("fr", "dix-sept", 17),
        ("fr", "vingt et un", 21),
        ("fr", "vingt-et-un", 21),
        ("fr", "soixante-dix", 70),
        ("fr", "soixante et onze", 71),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre vingt dix sept", 97),
        ("fr", "septante", 70),
        ("fr", "nonante-cinq", 95),
        ("fr", "deux cents", 200),
        ("fr", "mille deux cent", 1200),
        ("de", "elf", 11),
        ("de", "einundzwanzig", 21),
        ("de", "funfundzwanzig", 25),
        ("de", "hundert", 100),
        ("de", "hundertzwanzig", 120),
        ("de", "zweihundertfunfzig", 250),
        ("de", "zweitausend", 2000),
        ("de", "eintausendzweihundert", 1200),
    ],
)
def test_a_number_in_words_has_its_value(language: str, words: str, value: int) -> None:
    assert value_of(language, words) == value


def test_german_runs_its_numbers_together_and_knows_every_one_below_a_thousand() -> None:
    told = {value_of("de", words) for (words,) in OF["de"]}
    assert told >= set(range(2, 1000))
