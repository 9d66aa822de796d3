"""Preferences: what is known is set, what is not is refused and changes nothing."""

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.preferences import preference, set_preference
from tests.visits import visit_of


async def set_to(store: Store, visit: Visit, key: str, value: str) -> Person:
    async with store.transaction() as tx:
        return await set_preference(tx, visit, key, value)


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("timezone", "Europe/Berlin", "Europe/Berlin"),
        ("currency", " eur ", "EUR"),
        ("language", "de", "de"),
        ("language", "fr-CH", "fr"),
        ("locale", "de-DE", "de-DE"),
        ("locale", "DE-de", "de-DE"),
        ("name", "  Ann ", "Ann"),
        ("name", "x" * 500, "x" * 60),
        ("quiet_hours", "22:00-7:30", "22:00-07:30"),
        ("alert_thresholds", "at 90, 30 and 30 %", "30 90"),
        ("payday", " 05 ", "5"),
        ("payday", "31", "31"),
    ],
)
async def test_what_is_set_stays(store: Store, key: str, value: str, kept: str) -> None:
    visit = await visit_of(store)
    told = await set_to(store, visit, key, value)
    assert preference(told, key) == kept
    assert (await visit_of(store)).person == told


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("timezone", "Mars/Olympus", "not_a_zone"),
        ("timezone", "../../etc/localtime", "not_a_zone"),
        ("timezone", "", "not_a_zone"),
        ("currency", "BTC", "not_a_currency"),
        ("language", "it", "not_a_language"),
        ("language", "German", "not_a_language"),
        ("language", "", "not_a_language"),
        ("quiet_hours", "24:00-07:00", "not_hours"),
        ("quiet_hours", "late", "not_hours"),
        ("alert_thresholds", "never", "not_marks"),
        ("alert_thresholds", "0", "not_marks"),
        ("alert_thresholds", "1000", "not_marks"),
        ("alert_thresholds", "15080", "not_marks"),
        ("payday", "0", "not_payday"),
        ("payday", "32", "not_payday"),
        ("payday", "-1", "not_payday"),
        ("payday", "", "not_payday"),
        ("name", " ", "unknown_preference"),
        ("ledger_id", "1", "unknown_preference"),
        ("id", "1", "unknown_preference"),
        ("today", "x", "unknown_preference"),
        ("", "", "unknown_preference"),
    ],
)
async def test_what_is_not_known_is_refused(store: Store, key: str, value: str, reason: str) -> None:
    visit = await visit_of(store)
    with pytest.raises(Refused) as refused:
        await set_to(store, visit, key, value)
    assert refused.value.reason == reason
    assert (await visit_of(store)).person == visit.person
    async with store.transaction() as tx:
        assert await tx.journal.all(visit.ledger_id) == []


@pytest.mark.parametrize(
    ("language", "house_locale", "locale"),
    [
        ("de", "en-US", "de-DE"),
        ("es", "en-US", "es-ES"),
        ("es", "es-MX", "es-MX"),
        ("de-AT", "en-US", "de-AT"),
        ("fr-XX", "en-US", "fr-FR"),
    ],
)
async def test_a_language_brings_its_way_of_writing(
    store: Store, language: str, house_locale: str, locale: str
) -> None:
    visit = await visit_of(store)
    visit = replace(visit, house=replace(visit.house, locale=house_locale))
    told = await set_to(store, visit, "language", language)
    assert (told.language, told.locale) == (language[:2], locale)


async def test_a_locale_of_the_language_already_stays(store: Store) -> None:
    visit = await visit_of(store)
    await set_to(store, visit, "locale", "en-IN")
    assert (await set_to(store, visit, "language", "en")).locale == "en-IN"
