"""The dues port: what comes next of each rule, and once a local day what became of it."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile
from tests.visits import ANN, BOB, visit_of

TODAY = date(2026, 11, 18)
AN_HOUR = timedelta(hours=1)
NAMES = ("digest", "pace", "review", "reminder")


def due(visit: Visit, rule: str = "digest", at: datetime = NOON) -> Due:
    return Due(person_id=visit.person_id, rule=rule, occurs_on=TODAY, due_at=at)


async def plan(store: Store, *planned: Due) -> None:
    async with store.transaction() as tx:
        for each in planned:
            await tx.dues.plan(each)


async def planned_for(store: Store, visit: Visit) -> list[str]:
    async with store.transaction() as tx:
        return [each.rule for each in await tx.dues.of(visit.person_id)]


async def test_what_has_come_is_found_the_earliest_first_and_no_more_than_asked_for(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    first, second = due(bob, at=NOON - AN_HOUR), due(ann, "pace")
    await plan(store, due(ann, "review", NOON + AN_HOUR), second, first)
    async with store.transaction() as tx:
        assert await tx.dues.come(NAMES, NOON, 10) == [first, second]
        assert await tx.dues.come(NAMES, NOON, 1) == [first]
        assert await tx.dues.come(NAMES, NOON - 2 * AN_HOUR, 10) == []


async def test_a_rule_has_one_next_occurrence_the_last_one_planned(store: Store) -> None:
    visit = await visit_of(store)
    moved = replace(due(visit), occurs_on=TODAY + timedelta(days=1), due_at=NOON + AN_HOUR, attempts=2)
    await plan(store, due(visit), due(visit, "reminder:3"), moved)
    async with store.transaction() as tx:
        assert await tx.dues.of(visit.person_id) == [due(visit, "reminder:3"), moved]
        await tx.dues.cancel(visit.person_id, "digest")
        await tx.dues.cancel(visit.person_id, "no such rule")
    assert await planned_for(store, visit) == ["reminder:3"]


async def test_what_was_planned_otherwise_or_given_up_is_not_due_any_more(store: Store) -> None:
    visit = await visit_of(store)
    await plan(store, due(visit))
    changed = [
        replace(due(visit), rule="pace"),
        replace(due(visit), occurs_on=TODAY + timedelta(days=1)),
        replace(due(visit), due_at=NOON + AN_HOUR),
        replace(due(visit), attempts=1),
        replace(due(visit), person_id=(await visit_of(store, BOB)).person_id),
    ]
    async with store.transaction() as tx:
        assert await tx.dues.still(due(visit))
        assert [await tx.dues.still(each) for each in changed] == [False] * len(changed)


async def test_of_two_clocks_that_fire_the_same_the_second_finds_it_done(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())
    await plan(shelf.open(), due(visit))
    fired: list[bool] = []

    async def fire(tx: Tx) -> None:
        is_due = await tx.dues.still(due(visit))
        fired.append(is_due)
        if is_due:
            await tx.dues.plan(replace(due(visit), due_at=NOON + AN_HOUR))

    assert await meanwhile(shelf, fire, fire) == [None]
    assert fired == [True, False]


async def test_a_day_is_recorded_once_a_person_and_rule(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    tomorrow = TODAY + timedelta(days=1)
    async with store.transaction() as tx:
        recorded = [
            await tx.dues.record(due(ann), TODAY, "done", at=NOON),
            await tx.dues.record(due(ann), TODAY, "skipped", at=NOON, reason="late"),
            await tx.dues.record(due(ann), tomorrow, "skipped", at=NOON, reason="late"),
            await tx.dues.record(due(ann, "pace"), TODAY, "done", at=NOON),
            await tx.dues.record(due(bob), TODAY, "done", at=NOON),
        ]
        assert recorded == [True, False, True, True, True]
        days = [await tx.dues.last_day(ann.person_id, rule) for rule in ("digest", "pace", "review")]
    assert days == [tomorrow, TODAY, None]


async def test_old_records_are_forgotten_some_at_a_time(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for days in range(4):
            await tx.dues.record(due(visit), TODAY + timedelta(days=days), "done", at=NOON + timedelta(days=days))
        assert await tx.dues.forget(NOON + timedelta(days=3), 2) == 2
        assert await tx.dues.forget(NOON + timedelta(days=3), 2) == 1
        assert await tx.dues.forget(NOON + timedelta(days=3), 2) == 0
        assert await tx.dues.last_day(visit.person_id, "digest") == TODAY + timedelta(days=3)


async def test_of_two_who_are_one_the_rules_of_who_stays_stay_and_the_others_come_along(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await plan(store, due(ann, at=NOON + AN_HOUR), due(bob), due(bob, "reminder:3"))
    async with store.transaction() as tx:
        for visit in (ann, bob):
            await tx.dues.record(due(visit), TODAY, "done", at=NOON)
        await tx.dues.record(due(bob, "reminder:3"), TODAY, "done", at=NOON)
        await tx.dues.move(bob.person_id, ann.person_id)
        assert await tx.dues.of(ann.person_id) == [due(ann, "reminder:3"), due(ann, at=NOON + AN_HOUR)]
        assert await tx.dues.of(bob.person_id) == []
        assert await tx.dues.last_day(ann.person_id, "reminder:3") == TODAY


async def test_what_only_other_code_knows_is_left_to_it(store: Store) -> None:
    ann = await visit_of(store, ANN)
    known = due(ann, "reminder:12")
    await plan(store, due(ann, "remind"), due(ann, "reminders:12"), known)
    async with store.transaction() as tx:
        assert await tx.dues.come(NAMES, NOON, 10) == [known]
