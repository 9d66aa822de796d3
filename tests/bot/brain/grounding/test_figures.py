"""Figures and days are read as the listener's locale writes them."""

from datetime import date
from decimal import Decimal

import pytest

from bot.brain.grounding.days import day_at
from bot.brain.grounding.figures import figure_at, manner_of
from bot.brain.grounding.number_words import count_words, is_joined_number, reckoned_words
from bot.brain.grounding.tokens import tokens_of

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("locale", "text", "value", "unit"),
    [
        ("en-US", "$1,234.50", "1234.50", "USD"),
        ("en-US", "1,234.50 euros", "1234.50", "EUR"),
        ("en-US", "CHF 12", "12", "CHF"),
        ("en-US", "CA$12.00", "12.00", "CAD"),
        ("en-US", "$1.2k", "1200.0", "USD"),
        ("en-US", "-$3.00", "-3.00", "USD"),
        ("en-US", "25 %", "25", "%"),
        ("en-US", "$1.234,50", None, "USD"),
        ("en-US", "$12,34.00", None, "USD"),
        ("en-US", "$5.160", None, "USD"),
        ("en-US", "$12O", None, "USD"),
        ("en-US", "1 234", None, ""),
        ("en-US", "١٢٠", None, ""),
        ("de-DE", "1.234,50 €", "1234.50", "EUR"),
        ("de-DE", "1234,50 Euro", "1234.50", "EUR"),
        ("de-DE", "1,234.50 €", None, "EUR"),
        ("fr-FR", "1\u202f234,50 €", "1234.50", "EUR"),
        ("fr-FR", "1 234,50 euros", "1234.50", "EUR"),
        ("es-ES", "120 $", "120", "USD"),
    ],
)
def test_a_figure_is_read_or_hurt(locale: str, text: str, value: str | None, unit: str) -> None:
    read = figure_at(tokens_of(text), 0, manner_of(locale, "USD" if locale == "en-US" else "EUR"))
    assert read
    assert (read[0].value, read[0].unit) == (None if value is None else Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nov 12", "d:2026-11-12"),
        ("November 12th, 2025", "d:2025-11-12"),
        ("12. Nov", "d:2026-11-12"),
        ("1. Okt", "d:2026-10-01"),
        ("12 de noviembre de 2025", "d:2025-11-12"),
        ("12 novembre", "d:2026-11-12"),
        ("October", "m:2026-10"),
        ("octobre 2025", "m:2025-10"),
        ("2025", "y:2025"),
        ("Friday", "wd:4"),
        ("may", ""),
        ("Feb 30", "d:never"),
        ("12", ""),
    ],
)
def test_a_day_is_read_as_its_key(text: str, key: str) -> None:
    found = day_at(tokens_of(text), 0, TODAY)
    assert (found.key if found else "") == key


@pytest.mark.parametrize("word", ["forty", "twice", "vierzig", "doscientos", "quatre", "mitad", "hundert"])
def test_numbers_in_words_are_heard_in_every_language(word: str) -> None:
    for language in ("en", "de", "es", "fr"):
        assert word in reckoned_words(language) or word in count_words(language) or is_joined_number(word)
