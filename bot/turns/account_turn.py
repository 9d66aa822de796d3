"""What a host asks of PAM: invitations, who is known, and what was given up on."""

import secrets
from datetime import timedelta

import msgspec

from bot.domain.ids import EventId, LedgerId, LetterId, MessageId, PersonId
from bot.domain.ledger_words import deed_line
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.person import KnownAddress, Person
from bot.domain.visit import House, Visit
from bot.kit.bell import Bell
from bot.ports.clock import Clock
from bot.ports.codes import NewCode
from bot.ports.events import DeadDelivery
from bot.ports.inbox import DeadMessage
from bot.ports.outbox import DeadLetter
from bot.ports.store import Store
from bot.services.auditing import Audit, audit_ledger
from bot.services.preferences import follow_preference, with_preference
from bot.turns.strangers import newcomer

INVITATION_LIVES = timedelta(days=30)
# Base 32 without look-alikes (no 0, 1, 8, 9): 40 bits in two groups of four.
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class Dead(msgspec.Struct, frozen=True):
    """Everything that was given up on."""

    messages: list[DeadMessage]
    letters: list[DeadLetter]
    deliveries: list[DeadDelivery]


class AccountTurn(msgspec.Struct, frozen=True, kw_only=True):
    """One transaction a question; the command line and the sandbox are its doors."""

    store: Store
    clock: Clock
    house: House
    inbox_bell: Bell
    outbox_bell: Bell
    events_bell: Bell

    async def invite(self) -> str:
        """A one-time invitation code, told only here; it works for 30 days."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(8))
        now = self.clock.now()
        async with self.store.transaction() as tx:
            await tx.codes.issue(NewCode(purpose="invite", code=code, expires_at=now + INVITATION_LIVES), now)
        return f"{code[:4]}-{code[4:]}"

    async def people(self) -> list[tuple[Person, list[KnownAddress]]]:
        async with self.store.transaction() as tx:
            return [(person, await tx.people.addresses_of(person.id)) for person in await tx.people.everyone()]

    async def introduce(self, name: str, *addresses: Address) -> Person:
        """Makes sure that these addresses belong to one person, the sandbox's two phones for one."""
        now = self.clock.now()
        async with self.store.transaction() as tx:
            known = [(await tx.people.caller(address, now)).known for address in addresses]
            owners = {each.person_id for each in known if each.person_id is not None}
            if owners:
                person = await tx.people.person(min(owners))
            else:
                first = IncomingMessage(source="host", external_id="", sender=addresses[0], sender_name=name)
                person = await tx.people.add(newcomer(self.house, first), now)
                for each in known:
                    await tx.people.give_address(each.id, person.id)
        return person

    async def set_timezone(self, address: Address, zone: str) -> None:
        """What is planned for them is planned by the new one."""
        now = self.clock.now()
        async with self.store.transaction() as tx:
            caller = await tx.people.caller(address, now)
            if caller.person:
                moved = with_preference(caller.person, "timezone", zone)
                await tx.people.change(moved)
                visit = Visit(person=moved, address=caller.known, now=now, house=self.house)
                await follow_preference(tx, visit, "timezone")

    async def deeds_of(self, trace_id: str) -> list[str]:
        """What one message did to the ledger, a line a deed, for who looks over PAM's shoulder."""
        async with self.store.transaction() as tx:
            return [deed_line(act.deed, self.house.locale) for act in await tx.journal.of_trace(trace_id)]

    async def audit(self) -> list[tuple[LedgerId, Audit]]:
        """Each ledger built again from its journal and compared, one transaction a ledger; nobody books meanwhile."""
        async with self.store.transaction() as tx:
            owners: dict[LedgerId, list[PersonId]] = {}
            for person in await tx.people.everyone():
                owners.setdefault(person.ledger_id, []).append(person.id)
        audits: list[tuple[LedgerId, Audit]] = []
        for ledger_id, people in owners.items():
            async with self.store.transaction() as tx:
                for person_id in people:
                    await tx.people.hold(person_id)
                audits.append((ledger_id, await audit_ledger(tx, ledger_id)))
        return audits

    async def dead(self) -> Dead:
        async with self.store.transaction() as tx:
            return Dead(
                messages=await tx.inbox.dead(), letters=await tx.outbox.dead(), deliveries=await tx.events.dead()
            )

    async def retry_message(self, message_id: MessageId) -> bool:
        async with self.store.transaction() as tx:
            revived = await tx.inbox.revive(message_id)
        self.inbox_bell.ring()
        return revived

    async def retry_letter(self, letter_id: LetterId) -> bool:
        async with self.store.transaction() as tx:
            revived = await tx.outbox.revive(letter_id, self.clock.now())
        self.outbox_bell.ring()
        return revived

    async def retry_event(self, event_id: EventId) -> bool:
        """By every handler that gave up on it."""
        async with self.store.transaction() as tx:
            revived = await tx.events.revive(event_id, self.clock.now())
        self.events_bell.ring()
        return revived

    async def drop_message(self, message_id: MessageId) -> bool:
        async with self.store.transaction() as tx:
            return await tx.inbox.drop(message_id)

    async def drop_letter(self, letter_id: LetterId) -> bool:
        async with self.store.transaction() as tx:
            return await tx.outbox.drop(letter_id)

    async def drop_event(self, event_id: EventId) -> bool:
        async with self.store.transaction() as tx:
            return await tx.events.drop(event_id)

    async def waiting(self) -> tuple[int, int]:
        """Messages and letters that are not done yet."""
        async with self.store.transaction() as tx:
            return await tx.inbox.unfinished(), await tx.outbox.unsent()
