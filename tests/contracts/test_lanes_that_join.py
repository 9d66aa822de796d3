"""Who becomes somebody, or somebody else, has messages waiting: they keep their order in the lane they are in now."""

from datetime import timedelta

from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.ports.inbox import Claim
from bot.ports.people import Newcomer
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, stranger_at, visit_of

LATER = NOON + timedelta(seconds=6)


async def keep(store: Store, sender: Address, *texts: str) -> None:
    for text in texts:
        async with store.transaction() as tx:
            caller = await tx.people.caller(sender, NOON)
            message = IncomingMessage(source="test", external_id=text, sender=sender, text=text)
            assert await tx.inbox.keep(message, address_id=caller.known.id, lane=caller.lane, at=NOON, trace_id="t")


async def claim(store: Store) -> list[Claim]:
    async with store.transaction() as tx:
        return await tx.inbox.claim(now=NOON, until=LATER, most=10)


async def finish_all(store: Store) -> list[str]:
    """What is claimed, one after another, until nothing is left; two at a time are told as one."""
    order = []
    while claims := await claim(store):
        order.append("+".join(each.message.text for each in claims))
        for each in claims:
            async with store.transaction() as tx:
                await tx.inbox.finish(each)
    return order


async def test_what_a_stranger_said_before_they_were_let_in_comes_before_what_they_say_next(shelf: Shelf) -> None:
    store = shelf.open()
    stranger = await stranger_at(store, ANN)
    await keep(store, ANN, "hello", "coffee 4.50", "taxi 12.10")
    (hello,) = await claim(store)
    async with store.transaction() as tx:
        await tx.people.caller(ANN, NOON)
        person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD"), NOON)
        await tx.people.give_address(stranger.id, person.id)
        await tx.inbox.finish(hello)
    await keep(store, ANN, "undo")
    assert await finish_all(store) == ["coffee 4.50", "taxi 12.10", "undo"]


async def test_who_is_linked_stands_behind_the_head_of_the_one_they_became(shelf: Shelf) -> None:
    store = shelf.open()
    bob, stranger = await visit_of(store, BOB), await stranger_at(store, ANN)
    await keep(store, ANN, "123456", "taxi 12.10")
    await keep(store, BOB, "coffee 4.50")
    code, coffee = await claim(store)
    async with store.transaction() as tx:
        await tx.people.caller(ANN, NOON)
        await tx.people.hold(bob.person_id)
        await tx.people.give_address(stranger.id, bob.person_id)
        await tx.inbox.finish(code)
    await keep(store, ANN, "undo")
    assert await finish_all(store) == []
    async with store.transaction() as tx:
        await tx.inbox.finish(coffee)
    assert await finish_all(store) == ["taxi 12.10", "undo"]


async def test_what_waits_for_one_person_waits_for_the_one_they_became(shelf: Shelf) -> None:
    store = shelf.open()
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await keep(store, ANN, "123456", "taxi 12.10")
    (code,) = await claim(store)
    async with store.transaction() as tx:
        await tx.people.caller(ANN, NOON)
        await tx.people.hold(bob.person_id)
        await tx.people.rehome(ann.person_id, bob.person_id)
        await tx.inbox.finish(code)
    await keep(store, BOB, "coffee 4.50")
    assert await finish_all(store) == ["taxi 12.10", "coffee 4.50"]
