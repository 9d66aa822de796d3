"""The codes port: nobody reads one back, guesses at leisure, or uses one twice."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.ids import AddressId
from bot.domain.visit import Visit
from bot.ports.codes import Grant, NewCode, Purpose
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, CEM, stranger_at, visit_of

FIVE_MINUTES = timedelta(minutes=5)
NOW = timedelta(0)


async def issue(
    store: Store, visit: Visit, code: str, *, anywhere: bool = False, links: AddressId | None = None
) -> None:
    new = NewCode(
        purpose="link",
        code=code,
        expires_at=NOON + FIVE_MINUTES,
        person_id=visit.person_id,
        typed_at=None if anywhere else visit.address.id,
        links=links,
    )
    async with store.transaction() as tx:
        await tx.codes.issue(new, NOON)


async def type_in(
    store: Store, code: str, address_id: AddressId, *, after: timedelta = NOW, purpose: Purpose = "link"
) -> Grant | None:
    async with store.transaction() as tx:
        return await tx.codes.redeem(purpose, code, address_id, NOON + after)


async def test_a_right_code_grants_what_it_was_issued_for(store: Store) -> None:
    visit, target = await visit_of(store), await stranger_at(store, BOB)
    await issue(store, visit, "123456", links=target.id)
    assert await type_in(store, "123456", visit.address.id) == Grant(person_id=visit.person_id, links=target.id)


async def test_a_code_works_once(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456")
    assert await type_in(store, "123456", visit.address.id)
    assert await type_in(store, "123456", visit.address.id) is None


async def test_a_code_lives_five_minutes(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456")
    assert await type_in(store, "123456", visit.address.id, after=FIVE_MINUTES) is None
    assert await type_in(store, "123456", visit.address.id, after=FIVE_MINUTES - timedelta(seconds=1))


async def test_the_sixth_guess_is_not_looked_at(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456")
    for guess in range(5):
        assert await type_in(store, f"00000{guess}", visit.address.id) is None
    assert await type_in(store, "123456", visit.address.id) is None


async def test_the_fifth_guess_is_still_looked_at(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456")
    for guess in range(4):
        assert await type_in(store, f"00000{guess}", visit.address.id) is None
    assert await type_in(store, "123456", visit.address.id)


async def test_of_two_hundred_guesses_at_once_five_are_looked_at(shelf: Shelf) -> None:
    store = shelf.open()
    visit = await visit_of(store)
    await issue(store, visit, "000150")
    guesses = [type_in(store, f"{guess:06}", visit.address.id) for guess in range(200)]
    assert not any(await asyncio.gather(*guesses))
    assert shelf.rows("SELECT tries, state FROM code") == [(5, "open")]


async def test_of_two_who_type_a_right_code_at_once_one_gets_it(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456", anywhere=True)
    phones = [await stranger_at(store, phone) for phone in (BOB, CEM)]
    grants = await asyncio.gather(*(type_in(store, "123456", phone.id) for phone in phones))
    assert len([grant for grant in grants if grant]) == 1


async def test_ten_wrong_guesses_a_day_survive_new_codes(store: Store) -> None:
    visit = await visit_of(store)
    for issued in ("111111", "222222", "333333"):
        await issue(store, visit, issued)
        for guess in range(4):
            await type_in(store, f"00000{guess}", visit.address.id)
    await issue(store, visit, "444444")
    assert await type_in(store, "444444", visit.address.id) is None


async def test_a_day_later_guesses_count_anew(store: Store) -> None:
    visit = await visit_of(store)
    for _ in range(10):
        await type_in(store, "000000", visit.address.id)
    later = timedelta(days=1, seconds=1)
    async with store.transaction() as tx:
        expires_at = NOON + later + FIVE_MINUTES
        new = NewCode(purpose="link", code="123456", expires_at=expires_at, person_id=visit.person_id)
        await tx.codes.issue(new, NOON + later)
    assert await type_in(store, "123456", visit.address.id, after=later)


async def test_a_new_code_voids_the_old(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "111111")
    await issue(store, visit, "222222")
    assert await type_in(store, "111111", visit.address.id) is None
    assert await type_in(store, "222222", visit.address.id)


async def test_a_new_code_of_somebody_else_voids_nothing(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await issue(store, ann, "111111")
    await issue(store, bob, "222222")
    assert await type_in(store, "111111", ann.address.id)


async def test_a_code_is_good_only_where_it_is_awaited(store: Store) -> None:
    visit, other = await visit_of(store), await stranger_at(store, BOB)
    await issue(store, visit, "123456")
    assert await type_in(store, "123456", other.id) is None
    assert await type_in(store, "123456", visit.address.id)


async def test_a_code_for_one_purpose_serves_no_other(store: Store) -> None:
    visit = await visit_of(store)
    await issue(store, visit, "123456", anywhere=True)
    assert await type_in(store, "123456", visit.address.id, purpose="invite") is None


async def test_whether_a_code_is_awaited_is_known(store: Store) -> None:
    visit, other = await visit_of(store), await stranger_at(store, BOB)
    await issue(store, visit, "123456")
    async with store.transaction() as tx:
        assert await tx.codes.awaited_at(visit.address.id, NOON)
        assert not await tx.codes.awaited_at(visit.address.id, NOON + FIVE_MINUTES)
        assert not await tx.codes.awaited_at(other.id, NOON)


async def test_how_many_were_asked_for_and_sent_is_counted(store: Store) -> None:
    ann, bob, target = await visit_of(store, ANN), await visit_of(store, BOB), await stranger_at(store, CEM)
    await issue(store, ann, "111111", links=target.id)
    await issue(store, bob, "222222", links=target.id)
    async with store.transaction() as tx:
        assert await tx.codes.issued_since(ann.person_id, NOON) == 1
        assert await tx.codes.issued_since(ann.person_id, NOON + timedelta(seconds=1)) == 0
        assert await tx.codes.sent_to_since(target.id, NOON) == 2
        assert await tx.codes.sent_to_since(ann.address.id, NOON) == 0


async def test_a_code_is_not_readable_at_rest(shelf: Shelf) -> None:
    store = shelf.open()
    await issue(store, await visit_of(store), "918273")
    await shelf.close()
    assert b"918273" not in shelf.written()


@pytest.mark.parametrize("anywhere", [True, False])
async def test_a_code_works_after_the_secret_was_rotated(shelf: Shelf, *, anywhere: bool) -> None:
    old = shelf.open("the old secret")
    visit = await visit_of(old)
    await issue(old, visit, "123456", anywhere=anywhere)
    assert await type_in(shelf.open("the new secret", "the old secret"), "123456", visit.address.id)


async def test_a_code_of_who_became_another_links_to_that_other(store: Store) -> None:
    ann, bob, target = await visit_of(store, ANN), await visit_of(store, BOB), await stranger_at(store, CEM)
    await issue(store, ann, "123456", anywhere=True)
    async with store.transaction() as tx:
        await tx.people.rehome(ann.person_id, bob.person_id)
    assert await type_in(store, "123456", target.id) == Grant(person_id=bob.person_id, links=None)
