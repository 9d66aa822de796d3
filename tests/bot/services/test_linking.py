"""Linking: two phones become one person, and nobody learns or takes what is not theirs."""

import re
from contextlib import suppress
from datetime import timedelta

import msgspec
import pytest

from bot.domain.act import Booked, Merged
from bot.domain.errors import Refused
from bot.domain.letter import Address
from bot.domain.memory import Memory
from bot.domain.money import Money
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.books import Sum
from bot.ports.codes import Grant
from bot.ports.conversations import Exchange
from bot.ports.store import Store
from bot.services.linking import code_to_type_elsewhere, link_address, new_code, send_code_to_number
from bot.services.preferences import set_preference
from tests.bot.services.deeds import allow, amend, book, bookings, budgets, later, remove, spend, spent_in_all, undo
from tests.clocks import NOON
from tests.entries import spent
from tests.visits import ANN, BOB, CEM, stranger_at, visit_of

SECOND = timedelta(seconds=1)


async def send_code(store: Store, visit: Visit, number: str = ANN.value) -> str:
    async with store.transaction() as tx:
        return await send_code_to_number(tx, visit, number)


async def codes_at(store: Store, address: Address) -> list[str]:
    """What the phone at this number shows; read like the owner would."""
    async with store.transaction() as tx:
        letters = await tx.outbox.claim(now=NOON + timedelta(days=2), until=NOON + timedelta(days=3), most=50)
        for held in letters:
            await tx.outbox.sent(held, external_id=None, at=NOON)
    mine = [held.letter.answer.plain for held in letters if held.letter.address == address]
    return [code for text in mine for code in re.findall(r"\b\d{6}\b", text)]


async def redeem(store: Store, visit: Visit, code: str) -> Grant | None:
    async with store.transaction() as tx:
        return await tx.codes.redeem("link", code, visit.address.id, visit.now)


async def link(store: Store, visit: Visit, grant: Grant) -> tuple[Person, int]:
    async with store.transaction() as tx:
        return await link_address(tx, visit, grant)


async def merge(store: Store, asker: Visit, other: Visit) -> Visit:
    """Makes the other's phone the asker's, as a right code does."""
    await link(store, asker, Grant(person_id=asker.person_id, links=other.address.id))
    return await visit_of(store, asker.address.address, at=asker.now)


async def test_the_code_that_came_by_sms_links_the_number(store: Store) -> None:
    visit, number = await visit_of(store, BOB), await stranger_at(store, ANN)
    await send_code(store, visit)
    (code,) = await codes_at(store, ANN)
    grant = await redeem(store, visit, code)
    assert grant == Grant(person_id=visit.person_id, links=number.id)
    assert await link(store, visit, grant) == (visit.person, 0)
    assert (await visit_of(store, ANN)).person_id == visit.person_id


async def test_a_code_asked_for_by_sms_links_whoever_types_it(store: Store) -> None:
    ann = await visit_of(store, ANN)
    async with store.transaction() as tx:
        code = await code_to_type_elsewhere(tx, ann)
    bob = await visit_of(store, BOB)
    grant = await redeem(store, bob, code)
    assert grant
    assert (await link(store, bob, grant))[0] == ann.person
    assert (await visit_of(store, BOB)).person_id == ann.person_id


async def test_the_code_is_kept_before_it_is_sent_and_told_to_nobody_else(store: Store) -> None:
    visit = await visit_of(store, BOB)
    assert await send_code(store, visit, "+1 (415) 555-0123") == ANN.value
    assert await codes_at(store, BOB) == []


async def test_whether_somebody_has_that_number_already_shows_nowhere(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await visit_of(store, ANN)  # known, with a ledger
    await stranger_at(store, CEM)  # met, nobody's
    for number in (ANN.value, CEM.value, "+14155550177"):
        asked = later(visit, timedelta(hours=1))
        assert await send_code(store, asked, number) == number
        assert len(await codes_at(store, Address("sms", number))) == 1


async def test_ones_own_number_needs_no_link(store: Store) -> None:
    visit = await visit_of(store, ANN)
    with pytest.raises(Refused) as refused:
        await send_code(store, visit)
    assert refused.value.reason == "already_linked"


async def test_a_number_that_said_stop_gets_no_code_and_the_asker_does_not_learn_it(store: Store) -> None:
    visit, number = await visit_of(store, BOB), await stranger_at(store, ANN)
    async with store.transaction() as tx:
        await tx.people.set_state(number.id, "stopped")
    assert await send_code(store, visit) == ANN.value
    assert await codes_at(store, ANN) == []


async def test_only_numbers_of_allowed_countries_get_a_code(store: Store) -> None:
    visit = await visit_of(store, BOB)
    house = msgspec.structs.replace(visit.house, sms_countries=("US",))
    visit = msgspec.structs.replace(visit, house=house)
    await send_code(store, visit)
    with pytest.raises(Refused) as refused:
        await send_code(store, visit, "+447400123456")
    assert refused.value.reason == "sms_country"


async def test_three_codes_in_a_quarter_of_an_hour_and_ten_a_day(store: Store) -> None:
    visit = await visit_of(store, BOB)
    sent = 0
    for minute in range(0, 24 * 60, 4):
        number = Address("sms", f"+1415555{1000 + minute}")
        with suppress(Refused):
            await send_code(store, later(visit, timedelta(minutes=minute)), number.value)
            sent += 1
        assert sent <= min(10, 3 * (1 + minute // 15))
    assert sent == 10


async def test_many_askers_together_do_not_flood_one_number(store: Store) -> None:
    askers = [await visit_of(store, Address("telegram", str(n))) for n in range(4)]
    for asker in askers[:3]:
        await send_code(store, asker)
    with pytest.raises(Refused) as refused:
        await send_code(store, askers[3])
    assert refused.value.reason == "codes_too_often"
    await send_code(store, later(askers[3], timedelta(minutes=16)))


async def test_two_histories_become_one(store: Store) -> None:
    ann, bob = await visit_of(store, ANN, message=1), await visit_of(store, BOB, message=2)
    await book(store, ann, spent(10_00))
    await book(store, bob, spent(5_00, "coffee"))
    await allow(store, ann, 400)
    brought = await allow(store, bob, 50, "coffee")
    person, moved = await link(store, ann, Grant(person_id=ann.person_id, links=bob.address.id))
    assert (person, moved) == (ann.person, 1)
    both = await visit_of(store, BOB)
    assert both.person_id == ann.person_id
    assert await spent_in_all(store, both) == [Sum(Money(15_00, "USD"), 2)]
    assert brought in await budgets(store, both)
    assert await spent_in_all(store, bob) == []
    async with store.transaction() as tx:
        assert isinstance((await tx.journal.all(ann.ledger_id))[-1].deed, Merged)


async def test_where_both_have_a_budget_the_askers_stays(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    mine = await allow(store, ann, 400)
    await allow(store, bob, 50)
    assert await budgets(store, await merge(store, ann, bob)) == [mine]


async def test_a_budget_comes_where_one_was_undone(store: Store) -> None:
    ann, bob = await visit_of(store, ANN, message=1), await visit_of(store, BOB, message=2)
    await allow(store, ann, 400)
    await undo(store, ann)
    theirs = await allow(store, bob, 50)
    assert await budgets(store, await merge(store, ann, bob)) == [theirs]


async def test_what_was_told_before_is_not_told_again(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await allow(store, bob, 100)
    assert len(await spend(store, bob, "60")) == 1
    both = await merge(store, ann, bob)
    assert await spend(store, both, "1") == []
    assert len(await spend(store, both, "20")) == 1


async def test_undo_reaches_what_either_did_before(store: Store) -> None:
    ann, bob = await visit_of(store, ANN, message=1), await visit_of(store, BOB, message=2)
    first = await book(store, ann, spent(10_00))
    second = await book(store, bob, spent(5_00))
    both = await merge(store, ann, bob)
    assert [act.deed for act in await undo(store, both)] == [Booked(second)]
    assert [act.deed for act in await undo(store, both)] == [Booked(first)]
    assert await bookings(store, both) == []


async def test_undo_brings_back_what_the_other_had_removed_or_changed(store: Store) -> None:
    ann, bob = await visit_of(store, ANN, message=1), await visit_of(store, BOB, message=2)
    removed, changed = await book(store, bob, spent(5_00)), await book(store, bob, spent(40_00))
    await remove(store, later(bob, SECOND, message=3), removed)
    await amend(store, later(bob, SECOND, message=4), changed, spent(14_00))
    both = await merge(store, ann, bob)
    await undo(store, both)
    await undo(store, both)
    assert await bookings(store, both) == [removed, changed]


async def test_undo_passes_over_what_the_merger_put_out_of_force(store: Store) -> None:
    ann, bob = await visit_of(store, ANN, message=1), await visit_of(store, BOB, message=2)
    await allow(store, ann, 400)
    await allow(store, later(bob, SECOND, message=3), 50)
    async with store.transaction() as tx:
        await set_preference(tx, later(bob, SECOND, message=4), "timezone", "Asia/Tokyo")
    both = await merge(store, ann, bob)
    (undone,) = await undo(store, both)
    assert undone.message_id == 1
    assert (await visit_of(store, ANN)).person == ann.person
    assert await budgets(store, both) == []


@pytest.mark.parametrize("anywhere", [True, False])
async def test_a_code_of_somebody_whose_phones_are_anothers_now_links_nobody(store: Store, *, anywhere: bool) -> None:
    bob, cem, number = await visit_of(store, BOB), await visit_of(store, CEM), await stranger_at(store, ANN)
    async with store.transaction() as tx:
        # A fresh start: no address is left that leads to who asked.
        await tx.people.give_address(bob.address.id, cem.person_id)
    grant = Grant(person_id=bob.person_id, links=None if anywhere else number.id)
    typing = msgspec.structs.replace(bob, address=number) if anywhere else bob
    with pytest.raises(Refused) as refused:
        await link(store, typing, grant)
    assert refused.value.reason == "asker_gone"
    assert (await stranger_at(store, ANN)).person_id is None


async def test_what_is_one_already_is_refused(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    both = await merge(store, ann, bob)
    with pytest.raises(Refused) as refused:
        await merge(store, both, bob)
    assert refused.value.reason == "already_linked"


async def test_a_third_phone_joins_the_two(store: Store) -> None:
    ann, bob, cem = await visit_of(store, ANN), await visit_of(store, BOB), await visit_of(store, CEM)
    for visit, minor in ((ann, 1), (bob, 2), (cem, 4)):
        await book(store, visit, spent(minor))
    await merge(store, bob, cem)
    await merge(store, ann, bob)
    assert await spent_in_all(store, await visit_of(store, CEM)) == [Sum(Money(7, "USD"), 3)]


def test_codes_are_six_digits_and_differ() -> None:
    codes = [new_code() for _ in range(2000)]
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    assert len(set(codes)) > 1950
    assert any(code.startswith("0") for code in codes)


async def test_what_either_agreed_to_have_remembered_is_remembered_and_what_the_other_said_lately_is_not(
    store: Store,
) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    work, home = Memory("employer", "", "Acme"), Memory("home", "", "Rome")
    async with store.transaction() as tx:
        await tx.memories.keep(ann.person_id, work, at=NOON)
        for memory in (Memory("employer", "", "Globex"), home):
            await tx.memories.keep(bob.person_id, memory, at=NOON)
        await tx.conversations.note(bob.person_id, Exchange("coffee 4.50", ("record_expense",)), at=NOON)
    one = await merge(store, ann, bob)
    async with store.transaction() as tx:
        assert [kept.memory for kept in await tx.memories.all(one.person_id)] == [work, home]
        assert await tx.memories.all(bob.person_id) == []
        assert await tx.conversations.lately(bob.person_id, NOON) == []
