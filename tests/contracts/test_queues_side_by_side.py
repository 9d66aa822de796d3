"""Two processes on both queues at the same moment: there is always a head, nothing waits for ever, nothing is lost."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.answer import say
from bot.domain.ids import LetterId
from bot.domain.messages import IncomingMessage
from bot.ports.inbox import Claim
from bot.ports.outbox import Draft, HeldLetter
from bot.ports.store import Store, Tx
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.contracts.side_by_side import Deed, meanwhile
from tests.visits import ANN, stranger_at

LATER = NOON + timedelta(seconds=6)
LANE = 7


def keeping(external_id: str) -> Deed:
    async def keep(tx: Tx) -> bool:
        known = await tx.people.meet(ANN, NOON)
        message = IncomingMessage(source="twilio", external_id=external_id, sender=ANN, text="hello")
        return await tx.inbox.keep(message, address_id=known.id, lane=LANE, at=NOON, trace_id="t")

    return keep


async def keep_done(tx: Tx) -> bool:
    known = await tx.people.meet(ANN, NOON)
    message = IncomingMessage(source="twilio", external_id="done", sender=ANN, text="hello")
    return await tx.inbox.keep_done(message, address_id=known.id, lane=LANE, at=NOON, trace_id="t") is not None


async def claimed(store: Store, how_many: int = 1) -> list[Claim]:
    """That many messages of the lane were kept, and the first is claimed."""
    for number in range(how_many):
        async with store.transaction() as tx:
            await keeping(f"SM{number}")(tx)
    async with store.transaction() as tx:
        return await tx.inbox.claim(now=NOON, until=LATER, most=10)


def posting(text: str) -> Deed:
    async def post(tx: Tx) -> object:
        known = await tx.people.meet(ANN, NOON)
        return await tx.outbox.post(Draft(address_id=known.id, channel="sms", answer=say(text)), at=NOON)

    return post


async def held(store: Store, *texts: str) -> HeldLetter:
    """These letters were posted, and the first is claimed."""
    for text in texts:
        async with store.transaction() as tx:
            await posting(text)(tx)
    async with store.transaction() as tx:
        (letter,) = await tx.outbox.claim(now=NOON, until=LATER, most=10)
    return letter


def inbox_states(shelf: Shelf) -> list[str]:
    return [state for (state,) in shelf.rows("SELECT state FROM inbox ORDER BY id")]


def outbox_states(shelf: Shelf) -> list[str]:
    return [state for (state,) in shelf.rows("SELECT state FROM outbox ORDER BY id")]


async def test_of_two_first_messages_at_once_one_is_the_head_and_none_is_lost(shelf: Shelf) -> None:
    await stranger_at(shelf.open(), ANN)
    assert await meanwhile(shelf, keeping("SM1"), keeping("SM2")) == [True]
    assert inbox_states(shelf) == ["head", "waiting"]


async def test_the_same_message_twice_at_once_is_kept_once(shelf: Shelf) -> None:
    await stranger_at(shelf.open(), ANN)
    assert await meanwhile(shelf, keeping("SM1"), keeping("SM1")) == [False]
    assert inbox_states(shelf) == ["head"]


async def test_a_message_is_not_acted_on_beside_one_that_is_just_being_kept(shelf: Shelf) -> None:
    await stranger_at(shelf.open(), ANN)
    assert await meanwhile(shelf, keeping("SM1"), keep_done) == [False]
    assert inbox_states(shelf) == ["head"]


@pytest.mark.parametrize("end", ["finish", "bury"])
@pytest.mark.parametrize("order", ["first", "second"])
async def test_a_message_that_comes_while_the_head_leaves_is_the_next_head(shelf: Shelf, end: str, order: str) -> None:
    (claim,) = await claimed(shelf.open())

    async def leave(tx: Tx) -> None:
        await (tx.inbox.finish(claim) if end == "finish" else tx.inbox.bury(claim, "ValueError"))

    deeds = (leave, keeping("next")) if order == "first" else (keeping("next"), leave)
    assert await meanwhile(shelf, *deeds) in ([True], [None])
    assert inbox_states(shelf)[1] == "head"


async def test_a_message_revived_while_another_comes_stands_in_its_line(shelf: Shelf) -> None:
    store = shelf.open()
    (claim,) = await claimed(store)
    async with store.transaction() as tx:
        await tx.inbox.bury(claim, "ValueError")
    assert await meanwhile(shelf, keeping("next"), lambda tx: tx.inbox.revive(claim.id)) == [True]
    assert inbox_states(shelf) == ["waiting", "head"]


@pytest.mark.parametrize("end", ["sent", "bury", "drop"])
@pytest.mark.parametrize("order", ["first", "second"])
async def test_a_letter_posted_while_the_head_leaves_is_the_next_head(shelf: Shelf, end: str, order: str) -> None:
    letter = await held(shelf.open(), "head")

    async def leave(tx: Tx) -> None:
        if end == "sent":
            await tx.outbox.sent(letter, external_id="SM1", at=NOON)
        elif end == "bury":
            await tx.outbox.bury(letter, fault="Rejected")
        else:
            await tx.outbox.drop_waiting(letter.address_id, fault="stop")

    deeds = (leave, posting("next")) if order == "first" else (posting("next"), leave)
    await meanwhile(shelf, *deeds)
    states = outbox_states(shelf)
    assert states[1] == ("dropped" if (end, order) == ("drop", "second") else "head")
    assert states[0] != "head"


async def test_of_two_letters_posted_at_once_one_is_the_head(shelf: Shelf) -> None:
    await stranger_at(shelf.open(), ANN)
    await meanwhile(shelf, posting("one"), posting("two"))
    assert outbox_states(shelf) == ["head", "waiting"]


async def test_a_letter_revived_while_another_is_posted_stands_in_its_line(shelf: Shelf) -> None:
    store = shelf.open()
    letter = await held(store, "dead")
    async with store.transaction() as tx:
        await tx.outbox.bury(letter, fault="Rejected")
    await meanwhile(shelf, posting("next"), lambda tx: tx.outbox.revive(LetterId(letter.letter.id), NOON))
    assert outbox_states(shelf) == ["waiting", "head"]


async def test_what_one_claims_the_other_does_not(shelf: Shelf) -> None:
    one, other = shelf.open(), shelf.open()
    for number in range(20):
        async with one.transaction() as tx:
            known = await tx.people.meet(ANN, NOON)
            message = IncomingMessage(source="twilio", external_id=f"{number}", sender=ANN, text="hello")
            await tx.inbox.keep(message, address_id=known.id, lane=number, at=NOON, trace_id="t")

    async def claim(store: Store) -> list[int]:
        async with store.transaction() as tx:
            return [claim.id for claim in await tx.inbox.claim(now=NOON, until=LATER, most=5)]

    claims = await asyncio.gather(*(claim(store) for store in (one, other) * 3))
    found = [message_id for claim in claims for message_id in claim]
    assert len(found) == len(set(found)) == 20
