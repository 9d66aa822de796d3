"""Asked what they cost, a person is told calls, tokens, dollars and SMS, today and this month, in their language."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.domain.decision import SkillCall
from bot.domain.visit import Visit
from bot.ports.costs import Hold, Used
from bot.ports.store import Store
from tests.bot.skills.performed import said
from tests.clocks import NOON
from tests.visits import visit_of

ASKED = SkillCall("tell_cost")


async def used(store: Store, visit: Visit, spent: Used, *, sms: int = 0) -> None:
    hold = Hold(person_id=visit.person_id, day=visit.today, month="2026-11", service=spent.service, micro_usd=9)
    async with store.transaction() as tx:
        assert await tx.costs.hold(hold, None)
        await tx.costs.settle(hold, spent)
        if sms:
            await tx.costs.count_sms(visit.person_id, visit.today, sms, None)


async def test_nobody_has_cost_anything_at_first(store: Store) -> None:
    visit = await visit_of(store)
    assert await said(store, visit, ASKED) == ["Today: nothing.", "This month: nothing."]


async def test_today_and_this_month_are_told_apart(store: Store) -> None:
    today = await visit_of(store)
    yesterday = replace(today, now=NOON - timedelta(days=1))
    last_month = replace(today, now=NOON - timedelta(days=20))
    for visit in (last_month, yesterday):
        spent = Used(service="model", calls=3, units_in=4_000, units_out=210, micro_usd=1_234_000)
        await used(store, visit, spent, sms=2)
    await used(store, today, Used(service="vision", calls=1, units_in=50, units_out=9, micro_usd=9_999), sms=1)
    assert await said(store, today, ASKED) == [
        "Today: 1 model call, 59 tokens, less than one cent; 1 SMS, 1 segment.",
        "This month: 4 model calls, 4269 tokens, $1.24; 2 SMS, 3 segments.",
    ]


async def test_seconds_of_a_voice_note_are_no_tokens(store: Store) -> None:
    visit = await visit_of(store)
    await used(store, visit, Used(service="transcription", calls=1, units_in=60, micro_usd=30_000))
    assert (await said(store, visit, ASKED))[0] == "Today: 1 model call, 0 tokens, $0.03."


async def test_what_is_held_is_told_as_spent(store: Store) -> None:
    visit = await visit_of(store)
    hold = Hold(person_id=visit.person_id, day=visit.today, month="2026-11", service="model", micro_usd=20_000)
    async with store.transaction() as tx:
        assert await tx.costs.hold(hold, None)
    assert (await said(store, visit, ASKED))[0] == "Today: 0 model calls, 0 tokens, $0.02."


@pytest.mark.parametrize(
    ("language", "locale", "told"),
    [
        ("es", "es-ES", "Hoy: 2 llamadas al modelo, 7 tokens, 0,05 US$; 1 SMS, 1 segmento."),
        ("fr", "fr-FR", "Aujourd'hui : 2 appels au modèle, 7 jetons, 0,05 $US; 1 SMS, 1 segment en tout."),
        ("de", "de-DE", "Heute: 2 Anfragen ans Modell, 7 Tokens, 0,05 $; 1 SMS, 1 Segment."),
    ],
)
async def test_it_is_told_in_the_persons_language(store: Store, language: str, locale: str, told: str) -> None:
    visit = await visit_of(store)
    visit = replace(visit, person=replace(visit.person, language=language, locale=locale))
    await used(store, visit, Used(service="model", calls=2, units_in=5, units_out=2, micro_usd=50_000), sms=1)
    today, _ = await said(store, visit, ASKED)
    assert today.replace("\xa0", " ") == told
