"""A day and a time as people of a locale say them."""

from datetime import date, time

import pytest

from bot.domain.time_words import when_text
from bot.domain.wording import Voice
from bot.kit.gsm7 import is_gsm7, transliterate

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("language", "locale", "day", "at", "text"),
    [
        ("en", "en-US", TODAY, time(9), "today at 9:00 AM"),
        ("en", "en-US", date(2026, 11, 19), time(21, 5), "tomorrow at 9:05 PM"),
        ("en", "en-US", date(2026, 11, 17), time(0), "yesterday at 12:00 AM"),
        ("en", "en-GB", date(2026, 11, 20), time(9), "Fri 20 Nov at 09:00"),
        ("en", "en-US", date(2027, 2, 28), time(12), "Feb 28, 2027 at 12:00 PM"),
        ("es", "es-ES", date(2026, 11, 23), time(9), "el lun, 23 nov a las 9:00"),
        ("fr", "fr-FR", date(2026, 11, 23), time(9), "lun. 23 nov à 09:00"),
        ("de", "de-DE", date(2026, 11, 23), time(9), "Mo., 23. Nov um 09:00"),
    ],
)
def test_it_is_said_as_people_would(language: str, locale: str, day: date, at: time, text: str) -> None:
    said = when_text(Voice(language, locale, TODAY), day, at)
    assert said == text
    assert is_gsm7(transliterate(said))
