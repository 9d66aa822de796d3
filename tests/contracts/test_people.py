"""The people port: who is writing, and where they can be reached."""

import msgspec
import pytest

from bot.domain.answer import say
from bot.domain.errors import Conflict
from bot.domain.ids import AddressId, PersonId
from bot.domain.letter import Address
from bot.ports.outbox import Draft
from bot.ports.questions import Asked
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, stranger_at, visit_of


async def test_an_address_is_met_once(store: Store) -> None:
    first, again = await stranger_at(store, ANN), await stranger_at(store, ANN)
    assert first == again
    assert (first.address, first.person_id, first.state) == (ANN, None, "open")


async def test_the_same_value_on_another_channel_is_somebody_else(store: Store) -> None:
    first, other = (
        await stranger_at(store, Address("sms", "1002")),
        await stranger_at(store, Address("telegram", "1002")),
    )
    assert first.id != other.id


async def test_an_address_is_not_readable_at_rest(shelf: Shelf) -> None:
    await visit_of(shelf.open(), ANN)
    await shelf.close()
    assert b"4155550123" not in shelf.written()


async def test_after_a_rotation_an_address_is_still_known_and_found_by_the_new_secret_alone(shelf: Shelf) -> None:
    before = await stranger_at(shelf.open("the old secret"), ANN)
    rotated = await stranger_at(shelf.open("the new secret", "the old secret"), ANN)
    later = await stranger_at(shelf.open("the new secret"), ANN)
    assert before == rotated == later


async def test_who_writes_comes_with_the_person(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        assert await tx.people.who(visit.address.id) == (visit.address, visit.person)
        with pytest.raises(Conflict):
            await tx.people.who(AddressId(99))
        with pytest.raises(Conflict):
            await tx.people.person(PersonId(99))


async def test_every_newcomer_has_a_ledger_of_their_own(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    assert ann.ledger_id != bob.ledger_id


async def test_what_a_person_changed_stays_changed(store: Store) -> None:
    visit = await visit_of(store)
    changed = msgspec.structs.replace(
        visit.person,
        name="Ann",
        timezone="Europe/Berlin",
        locale="de-DE",
        currency="EUR",
        language="de",
        quiet_hours="22:00-07:00",
        alert_thresholds=(30, 90),
        payday=25,
    )
    async with store.transaction() as tx:
        await tx.people.change(changed)
    async with store.transaction() as tx:
        assert await tx.people.person(visit.person_id) == changed


async def test_giving_somebody_an_address_does_not_lift_their_stop(store: Store) -> None:
    known = await stranger_at(store, ANN)
    person = (await visit_of(store, BOB)).person
    async with store.transaction() as tx:
        await tx.people.set_state(known.id, "stopped")
        await tx.people.give_address(known.id, person.id)
        assert [each.state for each in await tx.people.addresses_of(person.id)] == ["stopped", "open"]


async def test_all_addresses_of_one_become_the_others(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        await tx.people.rehome(bob.person_id, ann.person_id)
        assert [each.address for each in await tx.people.addresses_of(ann.person_id)] == [ANN, BOB]
        assert [person.id for person in await tx.people.everyone()] == [ann.person_id]


async def test_a_welcome_is_remembered(store: Store) -> None:
    known = await stranger_at(store, ANN)
    async with store.transaction() as tx:
        await tx.people.welcomed(known.id, NOON)
    assert (await stranger_at(store, ANN)).welcomed_at == NOON


async def test_one_look_tells_who_calls(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        caller = await tx.people.caller(ANN, NOON)
        assert (caller.known, caller.person, caller.is_asked) == (visit.address, visit.person, False)
        assert caller.lane == visit.person_id


async def test_a_stranger_who_calls_is_written_down_and_has_a_lane_of_their_own(store: Store) -> None:
    async with store.transaction() as tx:
        caller = await tx.people.caller(BOB, NOON)
    assert caller.known == await stranger_at(store, BOB)
    assert (caller.person, caller.lane) == (None, -caller.known.id)


async def test_who_was_asked_something_is_known_to_be(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel="sms", answer=say("Which?"))
        letter_id = await tx.outbox.post(draft, at=NOON)
        await tx.questions.ask(visit.person_id, visit.address.id, letter_id, Asked(slot="category"), at=NOON)
        assert (await tx.people.caller(ANN, NOON)).is_asked
        await tx.questions.close_at(visit.address.id)
        assert not (await tx.people.caller(ANN, NOON)).is_asked


async def test_who_calls_is_known_after_a_rotation(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open("the old secret"))
    async with shelf.open("the new secret", "the old secret").transaction() as tx:
        assert (await tx.people.caller(ANN, NOON)).person == visit.person
