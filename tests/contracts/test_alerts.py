"""The alerts port: each is raised once, and what became of it is remembered."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.alert import Alert, AlertState, KeptAlert
from bot.domain.visit import Visit
from bot.ports.alerts import Mute
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile
from tests.visits import ANN, BOB, visit_of

REACHED = Alert(
    kind="budget", subject="budget:12", period=date(2026, 11, 1), threshold=80, facts={"spent": 8000, "currency": "USD"}
)
AN_HOUR = timedelta(hours=1)


async def raised(store: Store, visit: Visit, alert: Alert = REACHED) -> KeptAlert | None:
    async with store.transaction() as tx:
        return await tx.alerts.raise_once(visit.person_id, alert, at=NOON, trace_id="t")


async def settled(
    store: Store, visit: Visit, threshold: int, state: AlertState, after: timedelta = timedelta()
) -> KeptAlert:
    kept = await raised(store, visit, replace(REACHED, threshold=threshold))
    assert kept
    async with store.transaction() as tx:
        await tx.alerts.settle(kept.id, state, at=NOON + after, reason="because")
    return kept


async def found(store: Store, visit: Visit, kept: KeptAlert) -> KeptAlert | None:
    async with store.transaction() as tx:
        return await tx.alerts.one(visit.person_id, kept.id)


async def told(store: Store, visit: Visit, since: timedelta = -AN_HOUR) -> list[int]:
    async with store.transaction() as tx:
        return [kept.alert.threshold for kept in await tx.alerts.told(visit.person_id, NOON + since)]


async def test_what_is_raised_is_kept_as_it_was_said(store: Store) -> None:
    visit = await visit_of(store)
    kept = await raised(store, visit)
    assert kept
    assert await found(store, visit, kept) == kept
    assert (kept.alert, kept.state, kept.raised_at, kept.told_at, kept.trace_id) == (REACHED, "raised", NOON, None, "t")


async def test_an_alert_is_raised_once_a_person_kind_subject_period_and_threshold(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    assert await raised(store, ann)
    again = await raised(store, ann, replace(REACHED, facts={"spent": 9000}))
    others = [
        await raised(store, ann, replace(REACHED, kind="pace")),
        await raised(store, ann, replace(REACHED, subject="budget:13")),
        await raised(store, ann, replace(REACHED, period=date(2026, 12, 1))),
        await raised(store, ann, replace(REACHED, threshold=100)),
        await raised(store, bob),
    ]
    assert again is None
    assert all(others)
    assert len({kept.id for kept in others if kept}) == len(others)


async def test_two_who_raise_the_same_at_the_same_moment_raise_it_once(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())
    ids: list[int | None] = []

    async def raise_it(tx: Tx) -> None:
        kept = await tx.alerts.raise_once(visit.person_id, REACHED, at=NOON, trace_id="t")
        ids.append(kept.id if kept else None)

    assert await meanwhile(shelf, raise_it, raise_it) == [None]
    assert [each is None for each in ids] == [False, True]


async def test_what_was_told_is_found_the_newest_first_and_nothing_else(store: Store) -> None:
    visit = await visit_of(store)
    await settled(store, visit, 30, "told", -2 * AN_HOUR)
    await settled(store, visit, 50, "told")
    await settled(store, visit, 80, "told", AN_HOUR)
    await settled(store, visit, 90, "dropped")
    await settled(store, visit, 100, "held")
    assert await told(store, visit) == [80, 50]
    assert await told(store, visit, -3 * AN_HOUR) == [80, 50, 30]
    assert await told(store, await visit_of(store, BOB)) == []


async def test_only_what_is_told_gets_an_instant_and_keeps_it(store: Store) -> None:
    visit = await visit_of(store)
    kept = await settled(store, visit, 80, "told", AN_HOUR)
    dropped = await settled(store, visit, 50, "dropped", AN_HOUR)
    async with store.transaction() as tx:
        await tx.alerts.settle(kept.id, "dropped", at=NOON + 3 * AN_HOUR, reason="blocked")
    settled_once, settled_twice = await found(store, visit, dropped), await found(store, visit, kept)
    assert settled_once
    assert settled_twice
    assert (settled_once.told_at, settled_once.reason) == (None, "because")
    assert (settled_twice.told_at, settled_twice.state, settled_twice.reason) == (NOON + AN_HOUR, "dropped", "blocked")


async def test_those_that_wait_come_the_oldest_first_and_wait_no_more_once_told(store: Store) -> None:
    visit = await visit_of(store)
    first = await settled(store, visit, 80, "held", AN_HOUR)
    second = await settled(store, visit, 50, "held")
    async with store.transaction() as tx:
        assert [kept.id for kept in await tx.alerts.held(visit.person_id)] == [first.id, second.id]
        await tx.alerts.settle(first.id, "told", at=NOON)
        assert [kept.id for kept in await tx.alerts.held(visit.person_id)] == [second.id]


async def test_anothers_alert_is_not_found(store: Store) -> None:
    kept = await raised(store, await visit_of(store, ANN))
    assert kept
    assert await found(store, await visit_of(store, BOB), kept) is None


@pytest.mark.parametrize("hours", [1, 3])
async def test_a_mute_holds_until_it_ends_and_the_last_word_counts(store: Store, hours: int) -> None:
    visit = await visit_of(store)
    mute = Mute("budget:12", NOON + hours * AN_HOUR)
    async with store.transaction() as tx:
        for each in (Mute("", NOON), Mute("budget:12", NOON + 2 * AN_HOUR), mute):
            await tx.alerts.mute(visit.person_id, each)
        assert await tx.alerts.mutes(visit.person_id, NOON) == [mute]
        assert await tx.alerts.mutes(visit.person_id, mute.until) == []


async def test_what_either_of_two_was_told_counts_for_the_one_they_are(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    for visit in (ann, bob):
        await settled(store, visit, 50, "told")
    await settled(store, bob, 80, "told")
    async with store.transaction() as tx:
        await tx.alerts.mute(ann.person_id, Mute("pace", NOON + AN_HOUR))
        await tx.alerts.mute(bob.person_id, Mute("pace", NOON + 2 * AN_HOUR))
        await tx.alerts.mute(bob.person_id, Mute("budget", NOON + 2 * AN_HOUR))
        await tx.alerts.move(bob.person_id, ann.person_id)
    assert sorted(await told(store, ann)) == [50, 80]
    assert [await raised(store, ann, replace(REACHED, threshold=mark)) for mark in (50, 80)] == [None, None]
    async with store.transaction() as tx:
        mutes = await tx.alerts.mutes(ann.person_id, NOON)
    assert mutes == [Mute("budget", NOON + 2 * AN_HOUR), Mute("pace", NOON + AN_HOUR)]
