"""The same walks in Spanish, French and German, over real HTTP: what is said differs, the facts do not."""

import re
from html import unescape

import pytest

from adapters.sandbox.people import Person
from bot.kit.gsm7 import segments, transliterate
from tests.shelves import Shelf
from tests.walks.languages import SPEECHES, Said, Speech
from tests.walks.town import Town, a_town

EUROPE = {"default_currency": "EUR", "default_timezone": "Europe/Berlin"}


@pytest.fixture(params=SPEECHES.values(), ids=list(SPEECHES))
def speech(request: pytest.FixtureRequest) -> Speech:
    return request.param


def sms(words: str) -> str:
    """As it arrives by SMS: what GSM-7 has not is spelled with what it has."""
    return transliterate(words)


async def hear(town: Town, rows: tuple[Said, ...]) -> None:
    for said, answer in rows:
        assert await town.text(said) == sms(answer)


async def test_a_budget_follows_the_bookings_until_it_breaks(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        await hear(town, speech.spending)
        said, alert = speech.breaking
        assert await town.text(said, answers=2) == sms(alert)
        await hear(town, (speech.undoing,))
        assert all(segments(message.body) == 1 for message in town.street.sms.messages())


async def test_two_phones_become_one_person(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        await hear(town, (speech.first,))
        found = re.search(r"\b\d{6}\b", await town.text("link"))
        assert found
        assert speech.linked in await town.chat(found[0])
        said, answer = speech.asked
        assert _plain(await town.chat(said)) == answer


async def test_a_button_turns_its_message_into_the_answer(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        said, question = speech.question
        assert _plain(await town.chat(said)) == question
        assert _plain(await town.tap(speech.choice)) == speech.chosen


async def test_numbers_answer_questions_by_sms(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        said, question = speech.question
        asked = await town.text(said)
        assert asked.startswith(sms(f"{question}\n1 {speech.choice}"))
        assert "1-3." in asked
        assert segments(asked) == 1
        assert await town.text("1") == sms(speech.chosen)


async def test_a_dinner_is_shared_and_money_is_moved(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        await hear(town, (*speech.sharing, *speech.accounts))


async def test_a_slip_is_corrected(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        await hear(town, speech.correcting)


async def test_help_and_what_she_does_not_understand_are_in_the_language(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        for said, begins in (speech.help, speech.not_understood):
            assert (await town.text(said)).startswith(sms(begins))


async def test_another_language_is_answered_in_it_and_undone_with_its_way_of_writing(
    shelf: Shelf, speech: Speech
) -> None:
    async with a_town(shelf, default_locale=speech.locale, **EUROPE) as town:
        assert await town.text(speech.english) == "I speak English now."
        assert await town.text("coffee 4.50") == "€4.50 coffee."
        await town.text("undo")
        assert await town.text("undo") == sms(speech.back)


async def test_a_first_message_tells_its_language_by_its_words(shelf: Shelf, speech: Speech) -> None:
    async with a_town(shelf) as town:
        said, begins = speech.not_understood
        assert (await town.text(said)).startswith(sms(begins))


async def test_a_phone_tells_its_language(shelf: Shelf, speech: Speech) -> None:
    stranger = Person(id=4242, first_name="Kim", language_code=speech.locale)
    async with a_town(shelf) as town:
        assert _plain(await town.chat("xyzzy", stranger)).startswith(speech.not_understood[1])


def _plain(html: str) -> str:
    return unescape(re.sub("<.*?>", "", html)).replace("\xa0", " ").replace("\u202f", " ")
