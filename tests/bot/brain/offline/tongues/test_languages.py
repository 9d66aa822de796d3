"""Which language a text is in: by the words that only one language has."""

import pytest

from bot.brain.offline.tokens import tokenise
from bot.brain.offline.tongues import language_told, languages_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hola", "es"),
        ("gasté 45 en el súper", "es"),
        ("¿sabes bailar?", "es"),
        ("bonjour", "fr"),
        ("j'ai dépensé 20", "fr"),
        ("tu sais danser ?", "fr"),
        ("hallo", "de"),
        ("hab 20 für Pizza ausgegeben", "de"),
        ("20 fuer Pizza", "de"),
        ("spent 20 on tacos", "en"),
        ("what did I spend this month?", "en"),
    ],
)
def test_words_tell_their_language(text: str, language: str) -> None:
    assert language_told(text) == language


@pytest.mark.parametrize(
    "text", ["", "12", "café 2", "taxi 20", "hello", "link", "stop", "hola, spent 20 on tacos", "🙂"]
)
def test_what_is_said_everywhere_tells_nothing(text: str) -> None:
    assert language_told(text) == ""


@pytest.mark.parametrize(
    ("text", "own", "languages"),
    [
        ("coffee 4.50", "en", ("en",)),
        ("pan 1,20 y leche 2,40", "es", ("es",)),
        ("on m'a volé 50 euros", "fr", ("fr",)),
        ("l'essence 20", "en", ("fr",)),
        ("coffee 4.50", "de", ("de",)),
        ("coffee 4.50", "pt", ("en",)),
        ("spent 20 on tacos", "es", ("en", "es")),
        ("gasté 20 en tacos", "en", ("es",)),
        ("ich hab 20 ausgegeben", "fr", ("de", "fr")),
    ],
)
def test_the_likeliest_language_is_read_first_and_english_is_no_second_try(
    text: str, own: str, languages: tuple[str, ...]
) -> None:
    assert languages_of(tokenise(text), own) == languages
