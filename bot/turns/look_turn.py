"""A look at one ledger from beside the conversation, and a fresh start: what the page of two phones asks for."""

from datetime import date, datetime

import msgspec

from bot.domain.act import Act, Undone
from bot.domain.answer import Line
from bot.domain.booking import Booking
from bot.domain.chart import Chart
from bot.domain.decision import SkillCall
from bot.domain.ledger_words import deed_line
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.person import Person
from bot.domain.sharing import name_as_written
from bot.domain.visit import House, Visit
from bot.ports.clock import Clock
from bot.ports.costs import HouseMonth
from bot.ports.store import Store, Tx
from bot.services.bill_words import bill_name
from bot.services.reminding import coming_reminders
from bot.skills.registry import SKILLS
from bot.turns.strangers import newcomer

MOST_ROWS = 200
_BUDGETS, _GOALS = SkillCall("budget_status", {}), SkillCall("goal_status", {})
_BILLS = SkillCall("recurring_expense", {"action": "list"})


class Row(msgspec.Struct, frozen=True):
    """One booking as a table shows it: everything already written the person's way but the day."""

    day: date
    kind: str
    category: str
    merchant: str
    account: str
    amount: str
    worth: str
    tags: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """One act of the journal."""

    at: datetime
    deed: str
    undone: bool


class Coming(msgspec.Struct, frozen=True):
    """What will be said unasked: when, by which rule, and what about, "" where the rule tells it all."""

    at: datetime
    rule: str
    about: str


class Look(msgspec.Struct, frozen=True):
    """The newest bookings and acts first, what comes the soonest first, and how everything stands."""

    language: str
    bookings: tuple[Row, ...]
    budgets: tuple[str, ...]
    accounts: tuple[tuple[str, str], ...]
    coming: tuple[Coming, ...]
    bills: tuple[str, ...]
    goals: tuple[str, ...]
    journal: tuple[Told, ...]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the whole house spent this month, and what waits to be done."""

    month: HouseMonth
    inbox_waiting: int
    outbox_waiting: int


class LookTurn(msgspec.Struct, frozen=True, kw_only=True):
    """One transaction a look; nothing is said to anybody."""

    store: Store
    clock: Clock
    house: House

    async def ledger_at(self, address: Address) -> Look | None:
        """None where nobody is known at this address."""
        async with self.store.transaction() as tx:
            visit = await self._visit(tx, address)
            return await _look(tx, visit) if visit else None

    async def chart_at(self, address: Address, call: SkillCall) -> Chart | None:
        """The picture that a skill would send; None where it would send none."""
        async with self.store.transaction() as tx:
            visit = await self._visit(tx, address)
            return (await SKILLS[call.skill].perform(tx, visit, call.slots)).chart if visit else None

    async def next_due(self, address: Address) -> datetime | None:
        """When something will be due next for whoever is at this address; None while nothing is planned."""
        async with self.store.transaction() as tx:
            visit = await self._visit(tx, address)
            coming = [due.due_at for due in await tx.dues.of(visit.person_id)] if visit else []
            return next((due_at for due_at in coming if due_at > self.clock.now()), None)

    async def standing(self) -> Standing:
        async with self.store.transaction() as tx:
            return Standing(
                month=await tx.costs.of_month(f"{self.clock.now():%Y-%m}"),
                inbox_waiting=await tx.inbox.unfinished(),
                outbox_waiting=await tx.outbox.unsent(),
            )

    async def unsent(self) -> int:
        """How many letters still have to go out, to anybody."""
        async with self.store.transaction() as tx:
            return await tx.outbox.unsent()

    async def start_over(self, name: str, language: str, *addresses: Address) -> Person:
        """These addresses belong to somebody new from now on; what was going to be sent there is dropped.

        What is kept of the person before stays in the database, out of reach of these addresses.
        """
        now = self.clock.now()
        first = IncomingMessage(source="host", external_id="", sender=addresses[0], sender_name=name, language=language)
        async with self.store.transaction() as tx:
            person = await tx.people.add(newcomer(self.house, first), now)
            for address in addresses:
                known = (await tx.people.caller(address, now)).known
                await tx.questions.close_at(known.id)
                await tx.outbox.drop_waiting(known.id, fault="a fresh start")
                await tx.people.give_address(known.id, person.id)
                await tx.people.set_state(known.id, "open")
        return person

    async def _visit(self, tx: Tx, address: Address) -> Visit | None:
        now = self.clock.now()
        caller = await tx.people.caller(address, now)
        if caller.person is None:
            return None
        return Visit(person=caller.person, address=caller.known, now=now, house=self.house)


async def _look(tx: Tx, visit: Visit) -> Look:
    bookings = await tx.books.latest(visit.ledger_id, MOST_ROWS)
    held = [*await tx.books.balances(visit.ledger_id, "asset"), *await tx.books.balances(visit.ledger_id, "person")]
    return Look(
        language=visit.person.language,
        bookings=tuple(_row(visit, booking) for booking in bookings),
        budgets=await _said(tx, visit, _BUDGETS) if await tx.budgets.all(visit.ledger_id) else (),
        accounts=tuple((each.place.word, visit.voice.fact(each.amount)) for each in held),
        coming=await _coming(tx, visit),
        bills=await _said(tx, visit, _BILLS) if await tx.bills.all(visit.ledger_id) else (),
        goals=await _said(tx, visit, _GOALS) if await tx.goals.all(visit.ledger_id) else (),
        journal=_told(visit, await tx.journal.all(visit.ledger_id)),
    )


async def _said(tx: Tx, visit: Visit, call: SkillCall) -> tuple[str, ...]:
    return tuple(_plain(line) for line in (await SKILLS[call.skill].perform(tx, visit, call.slots)).lines)


async def _coming(tx: Tx, visit: Visit) -> tuple[Coming, ...]:
    about = {each.rule: each.reminder.about for each in await coming_reminders(tx, visit)}
    about |= {f"bill:{bill.id}": bill_name(visit, bill) for bill in await tx.bills.all(visit.ledger_id)}
    dues = await tx.dues.of(visit.person_id)
    return tuple(Coming(due.due_at, due.name, about.get(due.rule, "")) for due in dues)


def _row(visit: Visit, booking: Booking) -> Row:
    entry = booking.entry
    return Row(
        day=entry.booked_on,
        kind=entry.kind,
        category=entry.category,
        merchant=name_as_written(entry.merchant),
        account=entry.account.word,
        amount=visit.voice.fact(entry.amount),
        worth=visit.voice.fact(entry.worth) if entry.worth else "",
        tags=entry.tags,
    )


def _told(visit: Visit, acts: list[Act]) -> tuple[Told, ...]:
    undone = {act.deed.act_id for act in acts if isinstance(act.deed, Undone)}
    newest = reversed(acts[-MOST_ROWS:])
    return tuple(Told(act.at, deed_line(act.deed, visit.person.locale), undone=act.id in undone) for act in newest)


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)
