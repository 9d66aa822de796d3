"""Preferences: what is known is set, what is not is refused and changes nothing."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Store
from bot.services.preferences import preference, set_preference
from tests.bot.services.deeds import later, undo
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
        ("quiet_hours", "off", ""),
        ("digest", "daily", "daily 09:00"),
        ("digest", "daily 7:30", "daily 07:30"),
        ("digest", "weekly", "weekly:MO 09:00"),
        ("digest", "weekly:FR", "weekly:FR 09:00"),
        ("digest", "weekly:SU 18:00", "weekly:SU 18:00"),
        ("digest", "off", ""),
        ("review", "weekly", "weekly:MO 09:00"),
        ("review", "weekly:SU 18:00", "weekly:SU 18:00"),
        ("review", "off", ""),
        ("daily_alerts", "3", "3"),
        ("daily_alerts", "50", "50"),
        ("daily_alerts", "0", ""),
        ("daily_alerts", "off", ""),
        ("preferred_channel", "sms", "sms"),
        ("sms_fallback", "on", "on"),
        ("sms_fallback", "off", ""),
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
        ("digest", "monthly", "not_digest"),
        ("digest", "daily:MO", "not_digest"),
        ("digest", "weekly:XX", "not_digest"),
        ("digest", "daily 25:00", "not_digest"),
        ("digest", "", "not_digest"),
        ("review", "daily", "not_review"),
        ("review", "weekly:never", "not_review"),
        ("daily_alerts", "51", "not_daily_alerts"),
        ("daily_alerts", "-1", "not_daily_alerts"),
        ("daily_alerts", "few", "not_daily_alerts"),
        ("preferred_channel", "pigeon", "not_channel"),
        ("preferred_channel", "telegram", "no_phone"),
        ("sms_fallback", "maybe", "not_switch"),
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


async def due(store: Store, visit: Visit) -> dict[str, str]:
    """What the clock has planned, and when."""
    async with store.transaction() as tx:
        return {each.rule: f"{each.due_at:%m-%d %H:%M}" for each in await tx.dues.of(visit.person_id)}


async def test_what_the_clock_has_planned_follows_what_is_set_and_where_the_person_is(store: Store) -> None:
    visit = await visit_of(store)
    await set_to(store, visit, "digest", "daily 18:00")
    await set_to(store, visit, "review", "weekly:SU 18:00")
    assert await due(store, visit) == {"digest": "11-18 18:00", "review": "11-22 18:00"}
    visit = visit.of(await set_to(store, visit, "timezone", "Asia/Tokyo"))
    assert await due(store, visit) == {"digest": "11-19 09:00", "review": "11-22 09:00"}
    await set_to(store, visit, "digest", "weekly:TH 08:00")
    await set_to(store, visit, "review", "off")
    assert await due(store, visit) == {"digest": "11-18 23:00"}


async def test_what_is_set_back_is_planned_as_before(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await set_to(store, visit, "digest", "daily 18:00")
    await set_to(store, later(visit, timedelta(), message=2), "digest", "off")
    assert await due(store, visit) == {}
    await undo(store, visit)
    assert await due(store, visit) == {"digest": "11-18 18:00"}
    await undo(store, visit)
    assert await due(store, visit) == {}


async def test_days_on_which_nothing_was_wanted_are_not_made_up_for(store: Store) -> None:
    visit = await visit_of(store)
    last = Due(person_id=visit.person_id, rule="digest", occurs_on=date(2026, 11, 10), due_at=visit.now)
    async with store.transaction() as tx:
        await tx.dues.record(last, last.occurs_on, "done", at=visit.now)
    await set_to(store, visit, "digest", "daily 18:00")
    assert await due(store, visit) == {"digest": "11-18 18:00"}
