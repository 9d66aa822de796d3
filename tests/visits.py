"""Somebody PAM knows, standing at the door: what a service or a port is handed in the middle of a turn."""

from datetime import datetime

from bot.domain.ids import MessageId
from bot.domain.letter import Address
from bot.domain.person import KnownAddress
from bot.domain.visit import House, Visit
from bot.ports.people import Newcomer
from bot.ports.store import Store
from tests.clocks import NOON

ANN = Address("sms", "+14155550123")
BOB = Address("telegram", "1002")
CEM = Address("sms", "+14155550199")
BOTH_PHONES = House(signup="open", sms=True, telegram=True, daily_sms=0)


async def visit_of(store: Store, address: Address = ANN, *, at: datetime = NOON, message: int | None = None) -> Visit:
    """A visit from this address; whoever is not known yet becomes a person in dollars, in New York's language."""
    async with store.transaction() as tx:
        known = await tx.people.meet(address, at)
        if known.person_id is None:
            person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD"), at)
            await tx.people.give_address(known.id, person.id)
        known, person = await tx.people.who(known.id)
    assert person
    message_id = None if message is None else MessageId(message)
    return Visit(person=person, address=known, now=at, house=BOTH_PHONES, message_id=message_id, trace_id="t")


async def stranger_at(store: Store, address: Address, *, at: datetime = NOON) -> KnownAddress:
    async with store.transaction() as tx:
        return await tx.people.meet(address, at)
