"""The outbox port: nothing leaves twice, out of order, or after it must not."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.answer import say
from bot.domain.errors import Conflict
from bot.domain.ids import LetterId
from bot.domain.letter import Address
from bot.ports.outbox import Draft, HeldLetter
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, stranger_at

LEASE = timedelta(seconds=6)
SECOND = timedelta(seconds=1)


async def post(store: Store, text: str, address: Address = ANN, *, at: datetime = NOON) -> LetterId:
    known = await stranger_at(store, address)
    async with store.transaction() as tx:
        draft = Draft(address_id=known.id, channel=address.channel, answer=say(text), ref="7", trace_id="t")
        return await tx.outbox.post(draft, at=at)


async def claim(store: Store, *, after: timedelta = timedelta(0), most: int = 10) -> list[HeldLetter]:
    now = NOON + after
    async with store.transaction() as tx:
        return await tx.outbox.claim(now=now, until=now + LEASE, most=most)


async def send(store: Store, held: HeldLetter, external_id: str | None = None) -> None:
    async with store.transaction() as tx:
        await tx.outbox.sent(held, external_id=external_id, at=NOON)


def said(letters: list[HeldLetter]) -> list[str]:
    return [held.letter.answer.plain for held in letters]


async def test_a_letter_reads_as_it_was_written(store: Store) -> None:
    letter_id = await post(store, "Hello **you**\n<b>")
    (held,) = await claim(store)
    letter = held.letter
    assert (letter.id, letter.address, letter.answer) == (letter_id, ANN, say("Hello **you**\n<b>"))
    assert (letter.kind, letter.ref, letter.attempt, letter.trace_id) == ("message", "7", 1, "t")


async def test_letters_to_one_address_leave_one_after_another(store: Store) -> None:
    for text in ("one", "two", "three"):
        await post(store, text)
    for text in ("one", "two", "three"):
        letters = await claim(store)
        assert said(letters) == [text]
        assert await claim(store) == []
        await send(store, letters[0])
    assert await claim(store) == []


async def test_letters_to_different_addresses_leave_side_by_side(store: Store) -> None:
    await post(store, "to Ann")
    await post(store, "to Bob", BOB)
    assert said(await claim(store)) == ["to Ann", "to Bob"]


async def test_what_is_due_first_is_claimed_first(store: Store) -> None:
    await post(store, "late", ANN, at=NOON + SECOND)
    await post(store, "early", BOB, at=NOON)
    assert said(await claim(store, after=SECOND, most=1)) == ["early"]


async def test_a_letter_put_back_waits_for_its_time_and_holds_up_those_behind_it(store: Store) -> None:
    await post(store, "one")
    await post(store, "two")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.put_back(held, due_at=NOON + timedelta(minutes=1), fault="Unavailable")
    assert await claim(store, after=timedelta(seconds=59)) == []
    (again,) = await claim(store, after=timedelta(minutes=1))
    assert (again.letter.answer.plain, again.letter.attempt) == ("one", 2)


async def test_nothing_is_due_in_an_empty_outbox(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.outbox.unsent() == 0


async def test_an_older_holder_is_fenced(store: Store) -> None:
    await post(store, "one")
    (first,) = await claim(store)
    (second,) = await claim(store, after=LEASE)
    async with store.transaction() as tx:
        assert not await tx.outbox.renew(first, NOON + 2 * LEASE)
        for late in (
            tx.outbox.sent(first, external_id="x", at=NOON),
            tx.outbox.put_back(first, due_at=NOON, fault="late"),
            tx.outbox.bury(first, fault="late"),
        ):
            with pytest.raises(Conflict):
                await late
    await send(store, second)


async def test_a_renewed_lease_lasts(store: Store) -> None:
    await post(store, "one")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        assert await tx.outbox.renew(held, NOON + 2 * LEASE)
    assert await claim(store, after=LEASE) == []


async def test_the_words_are_sealed_while_they_wait_and_wiped_when_they_are_gone(shelf: Shelf) -> None:
    store = shelf.open()
    await post(store, "a very private word")
    assert b"private" not in shelf.written()
    (held,) = await claim(store)
    await send(store, held)
    assert shelf.rows("SELECT state, body FROM outbox") == [("sent", None)]


async def test_what_still_waits_is_dropped_in_flight_too(shelf: Shelf) -> None:
    store = shelf.open()
    for text in ("in flight", "waiting", "waiting too"):
        await post(store, text)
    await post(store, "Bob's", BOB)
    in_flight, _ = await claim(store)
    async with store.transaction() as tx:
        assert await tx.outbox.drop_waiting(in_flight.address_id, fault="stop") == 3
        with pytest.raises(Conflict):
            await tx.outbox.sent(in_flight, external_id="x", at=NOON)
        assert await tx.outbox.unsent() == 1
    assert shelf.rows("SELECT count(*) FROM outbox WHERE state = 'dropped' AND body IS NULL") == [(3,)]
    await post(store, "after the stop")
    assert said(await claim(store)) == ["after the stop"]


async def test_a_dead_letter_lets_the_next_on_and_comes_back_in_its_place(store: Store) -> None:
    for text in ("one", "two", "three"):
        await post(store, text)
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.bury(held, fault="Rejected")
        (dead,) = await tx.outbox.dead()
        assert (dead.id, dead.channel, dead.fault, dead.attempts) == (held.letter.id, "sms", "Rejected", 1)
        assert await tx.outbox.revive(dead.id, NOON)
        assert not await tx.outbox.revive(dead.id, NOON)
    for text in ("two", "one", "three"):
        (held,) = await claim(store)
        assert held.letter.answer.plain == text
        await send(store, held)


async def test_a_dead_letter_is_dropped_once(shelf: Shelf) -> None:
    store = shelf.open()
    await post(store, "one")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.bury(held, fault="Rejected")
        assert await tx.outbox.drop(LetterId(held.letter.id))
        assert not await tx.outbox.drop(LetterId(held.letter.id))
        assert await tx.outbox.dead() == []
    assert shelf.rows("SELECT body FROM outbox") == [(None,)]


async def report(store: Store, status: str, fault: str | None = None, external_id: str = "SM1") -> bool:
    async with store.transaction() as tx:
        told = await tx.outbox.report(channel="sms", external_id=external_id, status=status, fault=fault)
        return told is not None


async def test_a_delivery_never_goes_back_from_its_end(shelf: Shelf) -> None:
    store = shelf.open()
    for number, final in enumerate(("delivered", "undelivered", "failed")):
        await post(store, final)
        (held,) = await claim(store)
        await send(store, held, external_id=f"SM{number}")
        assert await report(store, "sent", external_id=f"SM{number}")
        assert await report(store, final, external_id=f"SM{number}")
        for late in ("sent", "delivered", "undelivered", "failed"):
            assert await report(store, late, external_id=f"SM{number}")
    assert shelf.rows("SELECT delivery FROM outbox ORDER BY id") == [("delivered",), ("undelivered",), ("failed",)]


async def test_a_report_on_an_unknown_letter_changes_nothing(store: Store) -> None:
    assert not await report(store, "delivered")


async def test_what_cannot_be_read_is_put_aside_and_stops_nobody(shelf: Shelf) -> None:
    store = shelf.open()
    await post(store, "torn")
    await post(store, "next")
    shelf.change("UPDATE outbox SET body = substr(body, 1, 9) WHERE state = 'head'")
    assert await claim(store) == []
    assert said(await claim(store)) == ["next"]
    async with store.transaction() as tx:
        assert [each.fault for each in await tx.outbox.dead()] == ["unreadable"]


async def test_what_goes_out_together_is_sent_together(shelf: Shelf) -> None:
    store = shelf.open()
    for text in ("one", "two", "three"):
        await post(store, text)
    (held,) = await claim(store)
    async with store.transaction() as tx:
        following = await tx.outbox.following(held, 10)
    assert [answer.plain for _, answer in following] == ["two", "three"]
    joined = replace(held, joined=tuple(letter_id for letter_id, _ in following))
    await send(store, joined, external_id="SM1")
    assert shelf.rows("SELECT state, body, external_id FROM outbox") == [("sent", None, "SM1")] * 3
    assert await claim(store) == []


async def test_what_was_tried_together_is_found_together_again(store: Store) -> None:
    for text in ("one", "two"):
        await post(store, text)
    (held,) = await claim(store)
    async with store.transaction() as tx:
        assert await tx.outbox.following(held, 10, tied=True) == []
        (two,) = await tx.outbox.following(held, 10)
        await tx.outbox.tie(replace(held, joined=(two[0],)))
    await post(store, "three")
    (again,) = await claim(store, after=LEASE)
    async with store.transaction() as tx:
        assert await tx.outbox.following(again, 10, tied=True) == [two]
        assert len(await tx.outbox.following(again, 10)) == 2


async def test_a_revived_letter_goes_with_no_other(store: Store) -> None:
    for text in ("one", "two", "three"):
        await post(store, text)
    (dead,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.bury(dead, fault="down")
    (two,) = await claim(store)
    async with store.transaction() as tx:
        assert await tx.outbox.revive(LetterId(dead.letter.id), NOON)
        assert await tx.outbox.following(two, 10, tied=True) == []
        assert await tx.outbox.following(two, 10) == []
    await send(store, two)
    (one,) = await claim(store)
    async with store.transaction() as tx:
        assert len(await tx.outbox.following(one, 10)) == 1


async def test_the_ids_that_letters_have_are_told_from_others(store: Store) -> None:
    await post(store, "one")
    (held,) = await claim(store)
    await send(store, held, external_id="SM1")
    async with store.transaction() as tx:
        assert await tx.outbox.noted(channel="sms", external_ids=["SM1", "SM2"]) == {"SM1"}
        assert await tx.outbox.noted(channel="telegram", external_ids=["SM1"]) == set()


async def test_how_the_try_before_ended_is_told_and_a_death_leaves_no_word(store: Store) -> None:
    await post(store, "one")
    (first,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.put_back(first, due_at=NOON, fault="down")
    (second,) = await claim(store)
    (third,) = await claim(store, after=LEASE)
    assert [held.fault for held in (first, second, third)] == [None, "down", None]
    assert third.posted_at == NOON


async def test_a_letter_handed_back_was_not_tried(store: Store) -> None:
    await post(store, "one")
    (first,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.put_back(first, due_at=NOON, fault="down")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.hand_back(held, due_at=NOON)
    assert await claim(store) == [held]
    (other,) = await claim(store, after=LEASE)
    async with store.transaction() as tx:
        with pytest.raises(Conflict):
            await tx.outbox.hand_back(held, due_at=NOON)
        await tx.outbox.sent(other, external_id=None, at=NOON)


async def test_a_revived_letter_counts_as_tried(store: Store) -> None:
    await post(store, "one")
    (held,) = await claim(store)
    async with store.transaction() as tx:
        await tx.outbox.bury(held, fault="killed")
        assert await tx.outbox.revive(LetterId(held.letter.id), NOON)
    (again,) = await claim(store)
    assert (again.attempt, again.fault) == (2, "killed")
