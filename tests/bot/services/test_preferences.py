"""Preferences: what is known is set, what is not is refused and changes nothing."""

import pytest

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
        ("language", "German", "German"),
        ("locale", "de-DE", "de-DE"),
        ("locale", "DE-de", "de-DE"),
        ("name", "  Ann ", "Ann"),
        ("name", "x" * 500, "x" * 60),
        ("quiet_hours", "22:00-7:30", "22:00-07:30"),
        ("alert_thresholds", "at 90, 30 and 30 %", "30 90"),
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
        ("quiet_hours", "24:00-07:00", "not_hours"),
        ("quiet_hours", "late", "not_hours"),
        ("alert_thresholds", "never", "not_marks"),
        ("alert_thresholds", "0", "not_marks"),
        ("alert_thresholds", "1000", "not_marks"),
        ("alert_thresholds", "15080", "not_marks"),
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
