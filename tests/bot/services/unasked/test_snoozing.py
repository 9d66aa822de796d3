"""What is not to be heard of: by subject, by kind, or everything but what the person set themselves."""

from datetime import date, timedelta

import pytest

from bot.domain.alert import Alert, AlertKind
from bot.ports.alerts import Mute
from bot.ports.store import Store
from bot.services.unasked.snoozing import is_silent
from tests.visits import visit_of


@pytest.mark.parametrize(
    ("about", "kind", "subject", "silent"),
    [
        ("", "pace", "budget:1", True),
        ("pace", "pace", "budget:1", True),
        ("budget:1", "pace", "budget:1", True),
        ("budget", "pace", "budget:1", False),
        ("budget:2", "pace", "budget:1", False),
        ("", "reminder", "reminder:1", False),
        ("reminder:1", "reminder", "reminder:1", True),
    ],
)
async def test_what_a_mute_keeps_silent(
    store: Store, about: str, kind: AlertKind, subject: str, *, silent: bool
) -> None:
    visit = await visit_of(store)
    alert = Alert(kind=kind, subject=subject, period=date(2026, 11, 1))
    async with store.transaction() as tx:
        await tx.alerts.mute(visit.person_id, Mute(about, visit.now + timedelta(hours=1)))
        assert await is_silent(tx, visit, alert) is silent
