"""What is plain never waits for a model, and what is doubtful does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.brain.confidence import sureness
from bot.brain.offline import decide
from bot.domain.decision import NOTHING, Phrased, Question, Reader
from tests.phrases.test_phrases import rows

DOUBTFUL = Path(__file__).parent / "doubtful.txt"
FAST_LANE = 0.8
TODAY = date(2026, 11, 18)
CURRENCIES = {"en-US": "USD", "de-DE": "EUR", "es-ES": "EUR", "fr-FR": "EUR"}


def of(locale: str) -> Reader:
    return Reader(TODAY, "10:00", "Europe/Berlin", locale, CURRENCIES[locale])


def sure_of(sentence: str, reader: Reader) -> float:
    return sureness(sentence, decide(sentence, reader), reader)


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en-US", "coffee 4.50"),
        ("en-US", "spent 45 on groceries"),
        ("en-US", "spnt 12 on luch"),
        ("en-US", "zumba 12"),
        ("en-US", "lunch with Sarah cost me 23"),
        ("en-US", "coffee and cake 9"),
        ("en-US", "how much did I spend on food last month"),
        ("en-US", "remind me to call mum tomorrow at 9"),
        ("en-US", "set my eating out budget to 250"),
        ("en-US", "coffee 4.50, bagel 3, metro 2.75"),
        ("en-US", "three beers at 6 each"),
        ("en-US", "what did October cost me compared to September"),
        ("en-US", "undo"),
        ("en-US", "balance"),
        ("en-US", "thanks pam youre great"),
        ("en-US", "123456"),
        ("de-DE", "gestern beim Bäcker 4,80 gelassen"),
        ("de-DE", "wie viel habe ich letzten Monat für Essen ausgegeben"),
        ("de-DE", "erinnere mich morgen um 9 Mama anzurufen"),
        ("es-ES", "ayer me gasté 45 en el súper"),
        ("es-ES", "cuánto gasté en comida el mes pasado"),
        ("fr-FR", "j'ai mis 50 d'essence"),
        ("fr-FR", "combien j'ai dépensé en courses le mois dernier"),
    ],
)
def test_a_plain_sentence_is_sure(locale: str, sentence: str) -> None:
    assert sure_of(sentence, of(locale)) >= 0.9


def doubtful() -> Iterator[tuple[str, str]]:
    """Sentences that were read as something else than was meant, each with the locale of its writer."""
    locale = ""
    for line in DOUBTFUL.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            locale = line.split()[1]
        else:
            yield locale, line


@pytest.mark.parametrize(("locale", "sentence"), list(doubtful()))
def test_a_doubtful_sentence_waits(locale: str, sentence: str) -> None:
    assert sure_of(sentence, of(locale)) < FAST_LANE


@pytest.mark.parametrize(
    "sentence",
    [
        "coffee 4.50?",
        '"dinner" 40',
        "paid 20 for the xylophone but then gloomed",
        ", ".join(f"coffee {price}" for price in range(4, 17)),
        "everything except rent this month",
        "pay ann and ben 10 each",
        "cancel the netflix and tell me how to live without it, 20",
    ],
)
def test_what_nothing_accounts_for_waits(sentence: str) -> None:
    assert sure_of(sentence, of("en-US")) < FAST_LANE


def test_nothing_read_and_nothing_of_a_model_is_sure() -> None:
    assert sureness("tell me a joke", NOTHING, of("en-US")) == 0
    assert sureness("tell me a joke", Phrased("Ha."), of("en-US")) == 0


@pytest.mark.parametrize(("sentence", "sure"), [("lunch 1,234", True), ("frühstück 9 mittag 13 abend 27", False)])
def test_a_question_is_as_sure_as_its_words(sentence: str, *, sure: bool) -> None:
    reader = of("de-DE")
    decision = decide(sentence, reader)
    assert isinstance(decision, Question)
    assert (sureness(sentence, decision, reader) >= FAST_LANE) is sure


def test_nine_of_ten_right_readings_are_sure() -> None:
    """Over a twentieth of the tables: the rest tells the same, and takes a second longer."""
    sure = []
    for row in rows()[::20]:
        reader, sentence, _ = row.values
        assert isinstance(reader, Reader)
        decision = decide(str(sentence), reader)
        if decision != NOTHING:
            sure.append(sureness(str(sentence), decision, reader) >= FAST_LANE)
    assert sum(sure) >= 0.9 * len(sure) > 200
