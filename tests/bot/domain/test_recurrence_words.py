"""Recurrences as each language says them."""

from datetime import date

import pytest

from bot.domain.recurrence_words import recurrence_text
from bot.domain.wording import Voice

LOCALES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}
TODAY = date(2026, 11, 18)
RECURRENCES = ("daily", "weekly:MO,TH", "biweekly", "monthly:22", "monthly:last", "quarterly:11", "yearly")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["every day", "every Monday and Thursday", "every other Wednesday", "every month on the 22nd",
                "every month on its last day", "every three months on the 11th", "every year on Nov 18"]),
        ("es", ["cada día", "cada lunes y jueves", "cada dos semanas, el miércoles", "cada mes el día 22",
                "cada mes el último día", "cada tres meses el día 11", "cada año el 18 nov"]),
        ("fr", ["chaque jour", "chaque lundi et jeudi", "toutes les deux semaines, le mercredi", "chaque mois le 22",
                "chaque mois le dernier jour", "tous les trois mois le 11", "chaque année le 18 nov"]),
        ("de", ["jeden Tag", "jede Woche am Montag und Donnerstag", "alle zwei Wochen am Mittwoch",
                "jeden Monat am 22.", "jeden Monat am letzten Tag", "alle drei Monate am 11.", "jedes Jahr am 18. Nov"]),
    ],
)  # fmt: skip
def test_a_recurrence_is_said_as_people_would(language: str, said: list[str]) -> None:
    voice = Voice(language, LOCALES[language], TODAY)
    assert [recurrence_text(voice, recurrence, TODAY) for recurrence in RECURRENCES] == said


@pytest.mark.parametrize(("number", "written"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (12, "12th"), (23, "23rd")])
def test_english_writes_its_ordinals(number: int, written: str) -> None:
    assert recurrence_text(Voice("en", "en-US", TODAY), f"monthly:{number}", TODAY) == f"every month on the {written}"


def test_french_writes_the_first() -> None:
    assert recurrence_text(Voice("fr", "fr-FR", TODAY), "monthly:1", TODAY) == "chaque mois le 1er"


def test_february_29_is_the_day_it_is_in_most_years() -> None:
    assert recurrence_text(Voice("en", "en-US", TODAY), "yearly", date(2028, 2, 29)) == "every year on Feb 28"
