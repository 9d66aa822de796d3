"""The costs port: what was used is written down, what is held counts as spent, and a cap holds for many at once."""

import asyncio
from datetime import date, timedelta

from bot.domain.visit import Visit
from bot.ports.costs import Hold, HouseMonth, Service, Used
from bot.ports.store import Store
from tests.visits import ANN, BOB, visit_of

NOVEMBER = "2026-11"


def a_hold(visit: Visit, micro_usd: int, service: Service = "model", *, counts: bool = True) -> Hold:
    return Hold(
        person_id=visit.person_id,
        day=visit.today,
        month=NOVEMBER,
        service=service,
        micro_usd=micro_usd,
        counts=counts,
    )


async def held(store: Store, hold: Hold, cap: int | None = None) -> bool:
    async with store.transaction() as tx:
        return await tx.costs.hold(hold, cap)


async def of_day(store: Store, visit: Visit) -> list[Used]:
    async with store.transaction() as tx:
        return await tx.costs.of_day(visit.person_id, visit.today)


async def of_month(store: Store, month: str = NOVEMBER) -> HouseMonth:
    async with store.transaction() as tx:
        return await tx.costs.of_month(month)


async def test_a_hold_counts_as_spent_until_what_was_used_takes_its_place(store: Store) -> None:
    ann = await visit_of(store)
    first, more = a_hold(ann, 900), a_hold(ann, 50, counts=False)
    assert await held(store, first)
    assert await held(store, more)
    assert await of_day(store, ann) == [Used(service="model", counted=1, reserved_micro_usd=950)]
    async with store.transaction() as tx:
        spent = Used(service="model", calls=2, units_in=70, units_out=30, micro_usd=123)
        await tx.costs.settle(first, spent)
    assert await of_day(store, ann) == [
        Used(service="model", calls=2, counted=1, units_in=70, units_out=30, micro_usd=123, reserved_micro_usd=50)
    ]
    assert await of_month(store) == HouseMonth(123, 50, 0)


async def test_a_month_is_the_whole_houses_and_days_are_each_persons(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    for hold in (a_hold(ann, 1), a_hold(ann, 10, "vision"), a_hold(bob, 100)):
        assert await held(store, hold)
    assert [each.reserved_micro_usd for each in await of_day(store, ann)] == [1, 10]
    assert await of_month(store) == HouseMonth(0, 111, 0)
    assert await of_month(store, "2026-12") == HouseMonth(0, 0, 0)


async def test_many_days_are_told_together(store: Store) -> None:
    ann = await visit_of(store)
    async with store.transaction() as tx:
        for day in (1, 2, 3):
            await tx.costs.count_sms(ann.person_id, date(2026, 11, day), day, None)
        assert await tx.costs.of_days(ann.person_id, date(2026, 11, 2), date(2026, 11, 3)) == [
            Used(service="sms", calls=2, units_out=5)
        ]
        assert (await tx.costs.of_month(NOVEMBER)).sms_segments == 6


async def test_a_month_at_its_cap_holds_nothing_more(store: Store) -> None:
    ann = await visit_of(store)
    assert await held(store, a_hold(ann, 60), cap=100)
    assert await held(store, a_hold(ann, 60), cap=100)
    assert not await held(store, a_hold(ann, 1), cap=100)
    assert await of_day(store, ann) == [Used(service="model", counted=2, reserved_micro_usd=120)]


async def test_many_who_hold_at_once_cross_the_months_cap_by_one_at_the_most(store: Store) -> None:
    people = [await visit_of(store, ANN), await visit_of(store, BOB)]
    await asyncio.gather(*(held(store, a_hold(people[turn % 2], 7), cap=300) for turn in range(200)))
    month = await of_month(store)
    assert 300 <= month.reserved_micro_usd < 307
    days = [each.reserved_micro_usd for visit in people for each in await of_day(store, visit)]
    assert sum(days) == month.reserved_micro_usd


async def test_refusals_are_counted_by_person_and_day(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    tomorrow = ann.today + timedelta(days=1)
    async with store.transaction() as tx:
        whose = [(ann, ann.today), (ann, ann.today), (bob, ann.today), (ann, tomorrow)]
        assert [await tx.costs.refuse(each.person_id, day, "model") for each, day in whose] == [1, 2, 1, 1]


async def test_sms_are_counted_below_the_cap_and_codes_beside_it(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        capped = [await tx.costs.count_sms(ann.person_id, ann.today, 2, 3) for _ in range(5)]
        code = await tx.costs.count_sms(ann.person_id, ann.today, 1, None)
        first = await tx.costs.count_sms(bob.person_id, bob.today, 1, 1)
    assert (capped, code, first) == ([1, 2, 3, 4, 5], 5, 1)
    assert await of_day(store, ann) == [Used(service="sms", calls=3, counted=5, units_out=5)]
    assert await of_day(store, bob) == [Used(service="sms", counted=1)]
