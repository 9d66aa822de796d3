"""Somebody new: the language they are answered in, and the locale that writes their amounts."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.visit import House
from bot.turns.strangers import newcomer
from tests.house import ANN_SMS, ANN_TELEGRAM, OPEN_HOUSE, a_room

HOUSE = House(locale="en-US", currency="EUR")
GERMAN_HOUSE = replace(OPEN_HOUSE, locale="de-AT", currency="EUR")


def said(text: str, code: str = "") -> IncomingMessage:
    return IncomingMessage(source="x", external_id="1", sender=Address("telegram", "1"), text=text, language=code)


@pytest.mark.parametrize(
    ("house_locale", "text", "code", "language", "locale"),
    [
        # By the phone's language: its own region, the house's where it is of that language, else the usual.
        ("en-US", "/start", "de", "de", "de-DE"),
        ("en-US", "/start", "es-MX", "es", "es-MX"),
        ("en-US", "/start", "fr-XX", "fr", "fr-FR"),
        ("en-US", "/start", "en-GB", "en", "en-US"),
        ("de-AT", "/start", "de", "de", "de-AT"),
        ("de-AT", "/start", "en", "en", "en-GB"),
        # By the house where the phone's is none that PAM speaks, or there is none.
        ("en-US", "/start", "pt-BR", "en", "en-US"),
        ("de-AT", "/start", "pt-BR", "de", "de-AT"),
        ("pt-BR", "/start", "", "en", "pt-BR"),
        ("fr-CA", "café 4", "", "fr", "fr-CA"),
        # By the words, where they are clear.
        ("en-US", "hab 12,50 für Kaffee ausgegeben", "", "de", "de-DE"),
        ("en-US", "gasté 20 en tacos", "es-MX", "es", "es-MX"),
        ("en-US", "bonjour", "en", "fr", "fr-FR"),
        ("de-AT", "spent 20 on tacos", "", "en", "en-GB"),
        ("de-AT", "taxi 20", "", "de", "de-AT"),
        ("de-AT", "link", "", "de", "de-AT"),
    ],
)
def test_a_newcomers_language_and_locale(house_locale: str, text: str, code: str, language: str, locale: str) -> None:
    assumed = newcomer(replace(HOUSE, locale=house_locale), said(text, code))
    assert (assumed.language, assumed.locale) == (language, locale)
    assert assumed.currency == "EUR"


async def test_the_first_words_are_read_and_answered_in_their_own_language(tmp_path: Path) -> None:
    async with a_room(tmp_path, replace(OPEN_HOUSE, currency="EUR")) as room:
        assert await room.say(ANN_SMS, "hab 1.234,50 für Miete bezahlt") == ["1.234,50\xa0€ Miete."]


async def test_a_stranger_outside_is_answered_in_their_language(tmp_path: Path) -> None:
    async with a_room(tmp_path, replace(OPEN_HOUSE, signup="closed")) as room:
        (answer,) = await room.say(ANN_TELEGRAM, "hi", language="de")
        assert "Neue nehme ich hier gerade nicht auf." in answer


async def test_a_language_said_changes_the_answers_and_undo_brings_both_back(tmp_path: Path) -> None:
    async with a_room(tmp_path, GERMAN_HOUSE) as room:
        assert await room.say(ANN_SMS, "Kaffee 4,50") == ["€\xa04,50 Kaffee."]
        assert await room.say(ANN_SMS, "habla español") == ["Ahora te hablo en español."]
        assert await room.say(ANN_SMS, "café 4,50") == ["4,50\xa0€ café."]
        await room.say(ANN_SMS, "deshacer")
        assert await room.say(ANN_SMS, "deshacer") == ["Rückgängig: die Sprache ist wieder Deutsch."]
        assert await room.say(ANN_SMS, "Kaffee 4,50") == ["€\xa04,50 Kaffee."]


async def test_a_language_nobody_here_speaks_is_told_honestly(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        assert await room.say(ANN_SMS, "speak italian") == [
            "I do not speak Italian. I speak English, Spanish, French and German."
        ]


async def test_a_german_is_understood_in_english_and_answered_in_german(tmp_path: Path) -> None:
    async with a_room(tmp_path, GERMAN_HOUSE) as room:
        await room.say(ANN_SMS, "hallo")
        assert await room.say(ANN_SMS, "coffee 4,50") == ["€\xa04,50 Kaffee."]
        assert await room.say(ANN_SMS, "undo") == ["Rückgängig: €\xa04,50 Kaffee."]
