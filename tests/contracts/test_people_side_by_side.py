"""Two processes on the same people at the same moment: one acts after the other, on what the other left."""

import asyncio
from datetime import timedelta

import msgspec

from bot.domain.errors import Conflict
from bot.domain.letter import Address
from bot.ports.codes import Grant, NewCode
from bot.ports.store import Store, Tx
from bot.services.linking import link_address
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import meanwhile
from tests.entries import spent
from tests.visits import ANN, BOB, CEM, stranger_at, visit_of

LATER = NOON + timedelta(seconds=6)


async def test_an_address_seen_first_by_two_at_once_is_one(shelf: Shelf) -> None:
    ids: list[int] = []

    async def meet(tx: Tx) -> None:
        ids.append((await tx.people.meet(ANN, NOON)).id)

    assert await meanwhile(shelf, meet, meet) == [None]
    assert len(set(ids)) == 1


async def test_who_meets_an_address_a_moment_too_late_keeps_nobody_from_acting_for_it(shelf: Shelf) -> None:
    known = await stranger_at(shelf.open(), ANN)
    ((channel, fingerprint, sealed),) = shelf.rows("SELECT channel, fingerprint, sealed FROM address")
    values = {"channel": channel, "fingerprint": fingerprint, "sealed": sealed, "now": 0}
    one, other, order = shelf.open(), shelf.open(), list[str]()

    async def act() -> None:
        async with other.transaction() as tx:
            await tx.people.set_state(known.id, "unreachable")
        order.append("acted")

    async with one.transaction() as tx:
        # It was not there yet when it was looked for.
        assert await tx.people._session.one("people.meet", values) is None  # ty: ignore[missing-attribute]
        acting = asyncio.create_task(act())
        await shelf.stands_still(acting)
        order.append("met")
    await acting
    # SQLite has one writer: there the second begins when the first has ended.
    assert order == (["acted", "met"] if shelf.kind == "postgres" else ["met", "acted"])


async def test_who_calls_first_holds_the_others_of_the_same_person_up(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())

    async def add_a_letter(tx: Tx) -> None:
        person = (await tx.people.caller(ANN, NOON)).person
        assert person
        await tx.people.change(msgspec.structs.replace(person, name=person.name + "a"))

    await meanwhile(shelf, add_a_letter, add_a_letter)
    async with shelf.open().transaction() as tx:
        assert (await tx.people.person(visit.person_id)).name == "aa"


async def test_who_calls_is_looked_up_again_when_the_address_changed_hands_meanwhile(shelf: Shelf) -> None:
    ann, bob = await visit_of(shelf.open(), ANN), await visit_of(shelf.open(), BOB)

    async def rehome(tx: Tx) -> None:
        await tx.people.caller(ANN, NOON)
        await tx.people.rehome(ann.person_id, bob.person_id)

    (caller,) = await meanwhile(shelf, rehome, lambda tx: tx.people.caller(ANN, NOON))
    assert getattr(caller, "lane", caller) == bob.person_id


async def test_who_is_found_behind_an_address_that_changed_hands_is_held_too(shelf: Shelf) -> None:
    ann, bob = await visit_of(shelf.open(), ANN), await visit_of(shelf.open(), BOB)
    third = shelf.open()
    came: list[str] = []

    async def rehome(tx: Tx) -> None:
        await tx.people.caller(ANN, NOON)
        await tx.people.rehome(ann.person_id, bob.person_id)

    async def call_bob() -> None:
        async with third.transaction() as tx:
            await tx.people.caller(BOB, NOON)
            came.append("BOB")

    async def call_ann(tx: Tx) -> asyncio.Task[None]:
        await tx.people.caller(ANN, NOON)
        calling = asyncio.create_task(call_bob())
        await shelf.stands_still(calling)
        came.append("ANN")
        return calling

    (calling,) = await meanwhile(shelf, rehome, call_ann)
    assert isinstance(calling, asyncio.Task)
    await calling
    assert came == ["ANN", "BOB"]


async def test_who_is_held_does_not_act(shelf: Shelf) -> None:
    ann, bob = await visit_of(shelf.open(), ANN), await visit_of(shelf.open(), BOB)

    async def hold_and_move(tx: Tx) -> None:
        await tx.people.caller(ANN, NOON)
        await tx.people.hold(bob.person_id)
        await tx.people.rehome(bob.person_id, ann.person_id)

    (caller,) = await meanwhile(shelf, hold_and_move, lambda tx: tx.people.caller(BOB, NOON))
    assert getattr(caller, "lane", caller) == ann.person_id


async def test_a_link_whose_other_side_changes_hands_meanwhile_tears_nobody_apart(shelf: Shelf) -> None:
    ann, bob, cem = [await visit_of(shelf.open(), phone) for phone in (ANN, BOB, CEM)]

    async def rehome(tx: Tx) -> None:
        await tx.people.caller(BOB, NOON)
        await tx.people.rehome(bob.person_id, cem.person_id)

    async def link(tx: Tx) -> None:
        await link_address(tx, ann, Grant(person_id=ann.person_id, links=bob.address.id))

    (outcome,) = await meanwhile(shelf, rehome, link)
    # To be begun anew; or, where it had to wait from the start, with whoever it was by then.
    together, phones = (cem, [BOB, CEM]) if isinstance(outcome, Conflict) else (ann, [ANN, BOB, CEM])
    async with shelf.open().transaction() as tx:
        assert [known.address for known in await tx.people.addresses_of(together.person_id)] == phones


async def test_two_who_wait_for_each_other_are_told_apart(shelf: Shelf) -> None:
    ann, bob = await visit_of(shelf.open(), ANN), await visit_of(shelf.open(), BOB)
    one, other = shelf.open(), shelf.open()
    came = asyncio.Barrier(2)

    async def link(store: Store, mine: Address, theirs: int) -> None:
        async with store.transaction() as tx:
            await tx.people.caller(mine, NOON)
            if shelf.kind != "sqlite":
                await came.wait()
            await tx.people.hold(theirs)

    both = (link(one, ANN, bob.person_id), link(other, BOB, ann.person_id))
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} <= {type(None), Conflict}
    assert None in outcomes


async def test_a_word_booked_first_by_two_at_once_has_one_account(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())

    async def book(tx: Tx) -> None:
        await tx.books.add(visit.ledger_id, visit.person_id, spent(100, "kayak"))

    assert await meanwhile(shelf, book, book) == [None]
    assert shelf.rows("SELECT count(*) FROM account WHERE folded = 'kayak'") == [(1,)]
    assert shelf.rows("SELECT amount_minor, bookings FROM total WHERE span = 'month'") == [(200, 2)]


async def test_codes_sent_to_one_phone_at_once_are_counted_by_each_other(shelf: Shelf) -> None:
    ann, target = await visit_of(shelf.open(), ANN), await stranger_at(shelf.open(), CEM)
    counts: list[int] = []

    async def send_code(tx: Tx) -> None:
        counts.append(await tx.codes.sent_to_since(target.id, NOON))
        new = NewCode(purpose="link", code="123456", expires_at=LATER, links=target.id, typed_at=ann.address.id)
        await tx.codes.issue(new, NOON)

    assert await meanwhile(shelf, send_code, send_code) == [None]
    assert counts == [0, 1]


async def test_a_code_is_redeemed_once_and_each_guess_is_counted(shelf: Shelf) -> None:
    one, other = shelf.open(), shelf.open()
    visit = await visit_of(one)
    phones = [await stranger_at(one, phone) for phone in (BOB, CEM)]
    async with one.transaction() as tx:
        new = NewCode(purpose="link", code="123456", expires_at=LATER, person_id=visit.person_id)
        await tx.codes.issue(new, NOON)
    deeds = [lambda tx, phone=phone: tx.codes.redeem("link", "123456", phone.id, NOON) for phone in phones]
    assert await meanwhile(shelf, *deeds) == [None]

    async def guess(store: Store) -> None:
        async with store.transaction() as tx:
            await tx.codes.redeem("link", "000000", visit.address.id, NOON)

    await asyncio.gather(*(guess(store) for store in (one, other) * 15))
    # No guess is looked at, and none is counted, once ten were wrong.
    assert shelf.rows("SELECT count(*) FROM wrong_guess WHERE address_id = ?", visit.address.id) == [(10,)]
