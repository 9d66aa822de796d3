"""Every language says what English says: the same keys, the same facts, as cheap by SMS as its letters allow."""

import re
import tomllib
from datetime import date
from importlib import resources
from string import ascii_letters

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.money import Money
from bot.domain.period import Period, month_of, week_of, year_of
from bot.domain.wording import FALLBACK, Voice, languages, titled
from bot.kit.gsm7 import is_gsm7, segments, transliterate

TODAY = date(2026, 11, 18)
LOCALES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}
OTHERS = sorted(languages() - {FALLBACK})
LARGE = Money(1234567, "EUR")
# Said after nearly every message: what these cost by SMS is what PAM costs.
USUAL = ("booked", "left", "alert", "undo")
# What is called the same in many languages: taxis, SMS.
NAMES = ("category", "own_account", "link", "language", "skill")
SAME_WORDS = {"forecast.no", "question.no", "budget.still"}


def told(language: str) -> dict[str, dict[str, str]]:
    """Every room of a language, its templates by key."""
    folder = resources.files("bot.domain") / "texts" / language
    return {
        room.name: {
            f"{section}.{name}": text
            for section, entries in tomllib.loads(room.read_text(encoding="utf-8")).items()
            for name, text in entries.items()
        }
        for room in folder.iterdir()
    }


TOLD = {language: told(language) for language in languages()}
ENGLISH = {key: text for room in TOLD[FALLBACK].values() for key, text in room.items()}


def facts_of(text: str) -> list[str]:
    return sorted(re.findall(r"{(\w+)}", text))


def voice_of(language: str) -> Voice:
    return Voice(language, LOCALES[language], TODAY)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_key_of_english_in_the_same_room_and_no_other(language: str) -> None:
    keys = {room: set(templates) for room, templates in TOLD[language].items()}
    assert keys == {room: set(templates) for room, templates in TOLD[FALLBACK].items()}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", ENGLISH)
def test_a_translation_tells_the_facts_of_english_on_as_many_lines(language: str, key: str) -> None:
    text = next(room[key] for room in TOLD[language].values() if key in room)
    assert facts_of(text) == facts_of(ENGLISH[key])
    assert text.strip().count("\n") == ENGLISH[key].strip().count("\n")
    assert text.count("**") == ENGLISH[key].count("**")
    assert text.count("{") == text.count("}") == len(facts_of(text))
    assert is_gsm7(transliterate(text))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", sorted(key for key in ENGLISH if key.split(".")[0] in USUAL))
def test_usual_answers_fit_one_segment_in_every_language(language: str, key: str) -> None:
    facts = dict.fromkeys(facts_of(ENGLISH[key]), LARGE)
    assert segments(transliterate(voice_of(language).answer(key, **facts).plain)) == 1


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_not_english_in_other_folders(language: str) -> None:
    own = {key: text for room in TOLD[language].values() for key, text in room.items()}
    same = [key for key, text in own.items() if text == ENGLISH[key] and key.split(".")[0] not in NAMES]
    assert {key for key in same if set(re.sub(r"{\w+}", "", ENGLISH[key])) & set(ascii_letters)} <= SAME_WORDS


@pytest.mark.parametrize(
    ("language", "day", "period"),
    [
        ("es", "16 nov", "el 5 nov"),
        ("fr", "16 nov", "le 5 nov"),
        ("de", "16. Nov", "am 5. Nov"),
    ],
)
def test_a_day_is_written_without_a_stop_that_would_end_its_sentence(language: str, day: str, period: str) -> None:
    voice = voice_of(language)
    assert voice.day(date(2026, 11, 16)) == day
    assert voice.period(Period(date(2026, 11, 5), date(2026, 11, 5))) == period


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("es", ["hoy", "esta semana", "este mes", "este año", "en octubre", "en 2025", "del 5 oct al 9 oct"]),
        (
            "fr",
            ["aujourd'hui", "cette semaine", "ce mois-ci", "cette année", "en octobre", "en 2025", "du 5 oct au 9 oct"],
        ),
        (
            "de",
            [
                "heute",
                "diese Woche",
                "diesen Monat",
                "dieses Jahr",
                "im Oktober",
                "im Jahr 2025",
                "vom 5. Okt bis 9. Okt",
            ],
        ),
    ],
)
def test_periods_are_said_as_people_would(language: str, texts: list[str]) -> None:
    voice = voice_of(language)
    periods = [
        Period(TODAY, TODAY),
        week_of(TODAY),
        month_of(TODAY),
        year_of(TODAY),
        month_of(date(2026, 10, 5)),
        year_of(date(2025, 1, 1)),
        Period(date(2026, 10, 5), date(2026, 10, 9)),
    ]
    assert [voice.period(period) for period in periods] == texts


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["groceries", "Eating out", "other", "zumba", "savings", "Cash", "Monzo"]),
        ("es", ["supermercado", "Restaurantes", "otros", "zumba", "ahorros", "Efectivo", "Monzo"]),
        ("fr", ["courses", "Restaurants", "divers", "zumba", "épargne", "Espèces", "Monzo"]),
        ("de", ["Lebensmittel", "Essen gehen", "Sonstiges", "Zumba", "Sparkonto", "Bargeld", "Monzo"]),
    ],
)
def test_pams_own_words_are_said_in_the_language_and_a_persons_stay(language: str, shown: list[str]) -> None:
    voice = voice_of(language)
    categories = [voice.word(word) for word in ("groceries", "Eating out", "other", "zumba")]
    assert [*categories, *(voice.account(word) for word in ("savings", "Cash", "Monzo"))] == shown


def test_a_stored_category_is_shown_in_the_language_wherever_it_is_told() -> None:
    line = voice_of("de").line("edit.what", amount=Money(2000, "EUR"), category="other")
    assert "".join(span.text for span in line) == "20,00\xa0€ Sonstiges"


@given(st.sampled_from(OTHERS), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_word_can_be_a_category(language: str, word: str) -> None:
    assume(f"category.{word.lower().replace(' ', '_')}" not in ENGLISH)
    assert voice_of(language).word(word) == (titled(word) if language == "de" else word)
