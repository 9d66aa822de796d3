"""recurring_expense: what is to be paid again and again; told, listed, changed, given up, or paid already."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Literal

import msgspec

from bot.domain.answer import Line
from bot.domain.bill import Bill
from bot.domain.bill_days import due_after
from bot.domain.booking import merchant_key
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.ids import BillId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.sharing import name_as_written
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.bill_words import bill_facts, bill_name
from bot.services.billing import bills_called, change_bill, next_day, open_day, pay_bill, remove_bill
from bot.services.unasked.bill_planning import plan_bill
from bot.skills.bill_lines import bill_list
from bot.skills.noting_bills import BillTold, note
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots

MOST_CHOICES = 6

Action = Literal["list", "delete", "update", "paid", "decline"]


class BillSlots(BillTold, frozen=True):
    """``bill`` and ``due`` (from a button) say which one, and which of its days; ``flow`` income is no bill.

    To "decline" is to leave what was found in the ledger alone.
    """

    action: Action | None = None
    bill: int | None = None
    due: dt.date | None = None
    flow: Literal["expense", "income"] = "expense"

    @property
    def name(self) -> str:
        return name_as_written(self.merchant or "") or titled((self.category or "").strip()[:LONGEST_WORD])


class RecurringExpense:
    """Says back what was told with its next day; finds the one that is meant, and asks where several are."""

    name = "recurring_expense"
    takes = BillSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, BillSlots)
        if wanted.flow == "income":
            return Outcome((visit.voice.line("bill.income"),))
        if wanted.action == "decline":
            return Outcome((visit.voice.line("bill.declined"),))
        if wanted.action is None:
            return await note(tx, visit, wanted, slots)
        meant = await _meant(tx, visit, wanted)
        if wanted.action == "list":
            return Outcome(await bill_list(tx, visit, meant, named=wanted.name))
        if not meant:
            return Outcome((_nothing(visit, wanted),))
        if len(meant) > 1:
            return _which(visit, meant, slots)
        return await _DO[wanted.action](tx, visit, meant[0], wanted)


async def _meant(tx: Tx, visit: Visit, wanted: BillSlots) -> list[Bill]:
    """The one under whose alert a button was pressed, those called so, or all where nothing is named."""
    if wanted.bill is not None:
        bill = await tx.bills.one(visit.ledger_id, BillId(wanted.bill))
        return [bill] if bill else []
    bills = await tx.bills.all(visit.ledger_id)
    if not wanted.name:
        return bills
    return bills_called(bills, merchant_key(wanted.merchant or ""), wanted.category or "")


def _nothing(visit: Visit, wanted: BillSlots) -> Line:
    if wanted.bill is not None:
        return visit.voice.line("bill_why.gone")
    return visit.voice.line("bill.unknown", name=wanted.name) if wanted.name else visit.voice.line("bill.none")


def _which(visit: Visit, bills: list[Bill], slots: Slots) -> Outcome:
    choices = tuple(
        Choice(
            visit.voice.text("bill.choice", name=bill_name(visit, bill), amount=bill.amount),
            (SkillCall(RecurringExpense.name, {**slots, "bill": bill.id}),),
        )
        for bill in bills[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("bill.which"),), Asked(choices=choices))


async def _remove(tx: Tx, visit: Visit, bill: Bill, wanted: BillSlots) -> Outcome:
    del wanted
    await remove_bill(tx, visit, bill)
    await plan_bill(tx, visit, bill)
    return Outcome((visit.voice.line("bill.removed", **bill_facts(visit, bill)),), offers=undo_offer(visit))


async def _update(tx: Tx, visit: Visit, bill: Bill, wanted: BillSlots) -> Outcome:
    if wanted.amount is None:
        waiting = SkillCall(RecurringExpense.name, {"action": "update", "bill": bill.id})
        return Outcome((visit.voice.line("bill.need_amount"),), Asked(missing=(waiting,), slot="amount"))
    # An amount comes with the person's own currency, said or not: a bill in another keeps its own.
    said = wanted.currency if wanted.currency != visit.person.currency else None
    after = msgspec.structs.replace(bill, amount=Money.of(wanted.amount, said or bill.amount.currency))
    await change_bill(tx, visit, bill, after)
    facts = {**bill_facts(visit, after), "day": await next_day(tx, visit, after)}
    if after == bill:
        return Outcome((visit.voice.line("bill.still", **facts),))
    return Outcome((visit.voice.line("bill.price", **facts, before=bill.amount),), offers=undo_offer(visit))


async def _pay(tx: Tx, visit: Visit, bill: Bill, wanted: BillSlots) -> Outcome:
    """What is open, else what comes next; that which is far off was not meant."""
    due_on = wanted.due or await open_day(tx, visit, bill)
    coming = await next_day(tx, visit, bill)
    if due_on is None and _is_near(visit, bill, coming):
        due_on = coming
    name = bill_name(visit, bill)
    if due_on is None:
        return Outcome((visit.voice.line("bill.paid_already", name=name, day=coming),))
    paid = await pay_bill(tx, visit, bill, due_on)
    await plan_bill(tx, visit, paid)
    facts = {"name": name, "period": Period(due_on, due_on), "day": await next_day(tx, visit, paid)}
    return Outcome((visit.voice.line("bill.paid", **facts),), offers=(*undo_offer(visit), _book_it(visit, bill)))


def _is_near(visit: Visit, bill: Bill, coming: dt.date) -> bool:
    """Whether no other day was due yet, or this one is nearer than the one before."""
    return coming <= bill.starts_on or (coming - visit.today) * 2 <= due_after(bill, coming) - coming


def _book_it(visit: Visit, bill: Bill) -> Choice:
    """To say that it is paid books nothing."""
    slots: Slots = {
        "amount": bill.amount.amount,
        "currency": bill.amount.currency,
        "category": bill.word,
        "merchant": bill.merchant or None,
    }
    label = visit.voice.text("bill.book", amount=bill.amount)
    return Choice(label, (SkillCall("record_expense", slots),))


_DO: dict[Action, Callable[[Tx, Visit, Bill, BillSlots], Awaitable[Outcome]]] = {
    "delete": _remove,
    "update": _update,
    "paid": _pay,
}
