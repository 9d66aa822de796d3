"""set_preference: what may be said unasked, when and where, is said back in words."""

import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from tests.bot.skills.performed import said
from tests.visits import visit_of


def preference(key: str, value: str) -> SkillCall:
    return SkillCall("set_preference", {"key": key, "value": value})


@pytest.mark.parametrize(
    ("key", "value", "answer"),
    [
        ("digest", "daily", "Digest every day at 9:00 AM."),
        ("digest", "weekly:SU 18:00", "Digest every Sunday at 6:00 PM."),
        ("digest", "off", "No digest any more."),
        ("digest", "hourly", "Say it like: daily digest at 7:30, weekly digest on Sundays at 18:00"),
        ("review", "weekly:SU", "I will ask every Sunday at 9:00 AM whether I missed anything."),
        ("review", "off", "I will not ask any more whether I missed anything."),
        ("daily_alerts", "3", "3 alerts a day at most."),
        ("daily_alerts", "1", "1 alert a day at most."),
        ("daily_alerts", "0", "As many alerts a day as there are."),
        ("preferred_channel", "sms", "Alerts come by SMS first."),
        ("preferred_channel", "telegram", "I do not know you by Telegram yet. Say: link"),
        ("sms_fallback", "on", "What Telegram does not take comes by SMS."),
        ("sms_fallback", "off", "What Telegram does not take does not come by SMS."),
        ("quiet_hours", "22:00-07:00", "Quiet from 22:00 to 07:00."),
        ("quiet_hours", "off", "No quiet hours any more."),
    ],
)
async def test_what_is_set_is_said_back(store: Store, key: str, value: str, answer: str) -> None:
    assert await said(store, await visit_of(store), preference(key, value)) == [answer]


@pytest.mark.parametrize(
    ("key", "value", "undone"),
    [
        ("digest", "daily", "Undone: the digest is off again."),
        ("quiet_hours", "off", "Undone: the quiet time is 21:00-08:00 again."),
        ("daily_alerts", "0", "Undone: the number of alerts a day is 5 again."),
        ("sms_fallback", "on", "Undone: the SMS when Telegram is down is off again."),
        ("preferred_channel", "sms", "Undone: the first way of alerts is Telegram again."),
        ("language", "de", "Undone: the language is English again."),
        ("alert_thresholds", "30 60", "Undone: the alert mark is 50 %, 80 %, 100 % again."),
    ],
)
async def test_what_is_taken_back_is_said_in_the_same_words(store: Store, key: str, value: str, undone: str) -> None:
    await said(store, await visit_of(store, message=1), preference(key, value))
    assert await said(store, await visit_of(store, message=2), SkillCall("undo")) == [undone]


async def test_a_digest_that_is_set_back_is_said_with_its_days(store: Store) -> None:
    await said(store, await visit_of(store, message=1), preference("digest", "weekly:SU 18:00"))
    await said(store, await visit_of(store, message=2), preference("digest", "off"))
    assert await said(store, await visit_of(store, message=3), SkillCall("undo")) == [
        "Undone: the digest is every Sunday at 6:00 PM again."
    ]
