"""Money is put aside before a model is asked: caps hold for many at once, and one who is at a cap is told once a day."""

import asyncio
from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from bot.domain.answer import Answer, Button, say
from bot.domain.ids import PersonId
from bot.domain.visit import House, Visit
from bot.ports.costs import Hold, Service
from bot.ports.store import Store
from bot.services.governing import Capped, count_sms, hold_thought, settle_thought
from tests.clocks import NOON
from tests.shelves import Shelf, shelf
from tests.visits import ANN, BOB, visit_of

__all__ = ["shelf"]

PARALLEL = 200
A_CALL = 7_000


class Bill(msgspec.Struct):
    calls: int = 1
    tokens_in: int = 900
    tokens_out: int = 50
    micro_usd: int = 400


async def held(
    store: Store, visit: Visit, service: Service = "model", *, micro_usd: int = A_CALL, is_first: bool = True
) -> Hold | Capped:
    async with store.transaction() as tx:
        return await hold_thought(tx, visit, service, micro_usd, is_first=is_first)


async def settled(store: Store, hold: Hold | Capped) -> None:
    assert isinstance(hold, Hold)
    async with store.transaction() as tx:
        await settle_thought(tx, hold, Bill())


async def spent_and_held(store: Store, visit: Visit) -> int:
    async with store.transaction() as tx:
        today = await tx.costs.of_day(visit.person_id, visit.today)
        return sum(each.micro_usd + each.reserved_micro_usd for each in today)


def house(*, dollars: int = 0, turns: int = 0, month: int = 0) -> House:
    return House(daily_model_micro_usd=dollars, daily_turns=turns, monthly_micro_usd=month)


@pytest.mark.parametrize("cap", [house(dollars=100_000), house(month=100_000)], ids=["day", "month"])
async def test_many_thoughts_at_once_cross_a_cap_by_one_call_at_the_most(shelf: Shelf, cap: House) -> None:
    store = shelf.open()
    visit = replace(await visit_of(store), house=cap)
    thoughts = await asyncio.gather(*(held(store, visit) for _ in range(PARALLEL)))
    assert 100_000 <= await spent_and_held(store, visit) < 100_000 + A_CALL
    assert len([each for each in thoughts if isinstance(each, Capped) and each.first_time]) == 1


async def test_many_thoughts_at_once_are_no_more_than_the_days_turns(shelf: Shelf) -> None:
    store = shelf.open()
    visit = replace(await visit_of(store), house=house(turns=20))
    thoughts = await asyncio.gather(*(held(store, visit) for _ in range(PARALLEL)))
    assert len([each for each in thoughts if isinstance(each, Hold)]) == 20


async def test_what_was_used_makes_room_for_more_and_what_was_never_settled_does_not(store: Store) -> None:
    visit = replace(await visit_of(store), house=house(dollars=A_CALL + 1_000))
    await settled(store, await held(store, visit))
    await held(store, visit)
    assert await spent_and_held(store, visit) == 400 + A_CALL
    await settled(store, await held(store, visit))
    await held(store, visit)
    assert isinstance(await held(store, visit), Capped)


async def test_a_thought_of_several_calls_is_one_turn_and_sound_is_none(store: Store) -> None:
    visit = replace(await visit_of(store), house=house(turns=1))
    assert isinstance(await held(store, visit, "transcription"), Hold)
    assert isinstance(await held(store, visit), Hold)
    assert isinstance(await held(store, visit, is_first=False), Hold)
    assert isinstance(await held(store, visit), Capped)
    assert isinstance(await held(store, visit, "vision"), Capped)


async def test_at_a_cap_it_is_said_once_a_day_and_another_day_begins_anew(store: Store) -> None:
    visit = replace(await visit_of(store), house=house(turns=1))
    assert isinstance(await held(store, visit), Hold)
    assert [await held(store, visit), await held(store, visit, "vision")] == [
        Capped("day", first_time=True),
        Capped("day", first_time=False),
    ]
    tomorrow = replace(visit, now=NOON + timedelta(days=1))
    assert isinstance(await held(store, tomorrow), Hold)
    assert await held(store, tomorrow) == Capped("day", first_time=True)


async def test_the_months_cap_is_everybodys(store: Store) -> None:
    ann, bob = [replace(await visit_of(store, who), house=house(month=1)) for who in (ANN, BOB)]
    assert isinstance(await held(store, ann), Hold)
    assert await held(store, bob) == Capped("month", first_time=True)
    assert await held(store, ann) == Capped("month", first_time=True)


async def test_nought_is_no_limit(store: Store) -> None:
    visit = replace(await visit_of(store), house=house())
    for _ in range(3):
        assert isinstance(await held(store, visit, micro_usd=10**12), Hold)


@pytest.mark.parametrize(
    ("answer", "billed"),
    [
        (say("$4.50 coffee."), 1),
        (say("x" * 160), 1),
        (say("x" * 161), 2),
        (say("€" * 81), 2),
        (say("450 ₽ кафе"), 1),
        (say("кафе " * 15), 2),
        (Answer(lines=say("x" * 150).lines, buttons=(Button("groceries", ""),)), 2),
    ],
)
async def test_an_sms_is_counted_as_it_is_billed(store: Store, answer: Answer, billed: int) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        await count_sms(tx, visit, answer, None)
        (used,) = await tx.costs.of_day(visit.person_id, visit.today)
    assert (used.calls, used.units_out) == (1, billed)


async def test_a_stranger_is_nobody_to_count_for(store: Store) -> None:
    visit = await visit_of(store)
    stranger = replace(visit, person=replace(visit.person, id=PersonId(0)))
    async with store.transaction() as tx:
        assert await count_sms(tx, stranger, say("Something went wrong."), 1) == 0
