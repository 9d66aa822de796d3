"""A bill that is told: what is missing is asked, the same one again is changed."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.bill import Bill
from bot.domain.bill_days import TOO_OFTEN, due_after, spellings
from bot.domain.booking import merchant_key
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.ids import BillId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY, Recurrence
from bot.domain.taxonomy import word_key
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.bill_words import bill_facts, every
from bot.services.billing import MOST_NEAR, bookings_of, change_bill, next_day, note_bill
from bot.services.unasked.bill_planning import plan_bill
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD, RecordSlots, word_meant
from bot.skills.skill import Outcome

CALLED = "recurring_expense"
USUAL_RHYTHMS = ("monthly", "weekly", "yearly")
# A booking this old still tells the day of the month that something is paid on.
TELLS_THE_DAY = dt.timedelta(days=45)


class BillTold(msgspec.Struct, frozen=True):
    """``amount`` in units of ``currency``, without one the person's own; ``recurrence`` as a Recurrence is written.

    ``category_text`` is a category said in so many words, ``category`` perhaps guessed from the merchant.
    ``starts_on`` and ``found`` come with what was found in the ledger.
    """

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    category_text: str | None = None
    merchant: str | None = None
    recurrence: str | None = None
    starts_on: dt.date | None = None
    found: bool = False


async def note(tx: Tx, visit: Visit, told: BillTold, slots: Slots) -> Outcome:
    asked = _missing(visit, told, slots)
    if asked:
        return asked
    wanted = await _wanted(tx, visit, told)
    before = _the_same(await tx.bills.all(visit.ledger_id), wanted)
    if before is None:
        bill = await note_bill(tx, visit, wanted)
    else:
        bill = _changed(before, wanted, told.recurrence or "")
        await change_bill(tx, visit, before, bill)
    await plan_bill(tx, visit, bill, is_told=True)
    facts = {**bill_facts(visit, bill), "day": await next_day(tx, visit, bill)}
    if before == bill:
        return Outcome((visit.voice.line("bill.still", **facts),))
    if before is None:
        return Outcome((visit.voice.line("bill.noted", **facts),), offers=undo_offer(visit))
    line = visit.voice.line("bill.changed", **facts, before=before.amount, every_before=every(visit, before))
    return Outcome((line,), offers=undo_offer(visit))


def _missing(visit: Visit, told: BillTold, slots: Slots) -> Outcome | None:
    """What is asked first: how much, what for, how often."""
    call = SkillCall(CALLED, slots)
    if told.amount is None:
        return Outcome((visit.voice.line("bill.need_amount"),), Asked(missing=(call,), slot="amount"))
    if not (told.merchant or told.category or told.category_text):
        return Outcome((visit.voice.line("bill.need_name"),), Asked(missing=(call,), slot="category"))
    if told.recurrence:
        return None
    choices = tuple(
        Choice(visit.voice.text(f"bill.{rhythm}"), (SkillCall(CALLED, {**slots, "recurrence": rhythm}),))
        for rhythm in USUAL_RHYTHMS
    )
    return Outcome((visit.voice.line("bill.need_rhythm"),), Asked(choices=choices))


async def _wanted(tx: Tx, visit: Visit, told: BillTold) -> Bill:
    said = RecordSlots(category=told.category, category_text=told.category_text, merchant=told.merchant)
    merchant = merchant_key(told.merchant or "")[:LONGEST_WORD]
    rhythm = _checked(told.recurrence or "")
    assert told.amount is not None, "without an amount it was asked about"
    bill = Bill(
        id=BillId(0),
        word=await word_meant(tx, visit, "expense", said),
        merchant=merchant,
        amount=Money.of(told.amount, told.currency or visit.person.currency),
        recurrence=rhythm,
        starts_on=visit.today,
        found=told.found,
    )
    return await _begun(tx, visit, bill, told.starts_on)


def _checked(recurrence: str) -> str:
    """Raises Refused for what is no recurrence."""
    try:
        return str(Recurrence.parse(recurrence))
    except ValueError as fault:
        raise Refused("understand") from fault


async def _begun(tx: Tx, visit: Visit, bill: Bill, starts_on: dt.date | None) -> Bill:
    """With its first day: the one that was found, the next that was said, or one by the day it was paid on last."""
    if starts_on:
        return msgspec.structs.replace(bill, starts_on=starts_on)
    if ":" in bill.recurrence or bill.recurrence in TOO_OFTEN:
        return msgspec.structs.replace(bill, starts_on=due_after(bill, visit.today - ONE_DAY))
    paid_on = await _paid_on(tx, visit, bill)
    by_last = msgspec.structs.replace(bill, starts_on=paid_on)
    if bill.recurrence == "monthly":
        by_last = msgspec.structs.replace(by_last, recurrence=f"monthly:{paid_on.day}")
    return msgspec.structs.replace(by_last, starts_on=due_after(by_last, visit.today))


async def _paid_on(tx: Tx, visit: Visit, bill: Bill) -> dt.date:
    """The day it was paid on last, else today."""
    lately = Period(visit.today - TELLS_THE_DAY, visit.today)
    found = await bookings_of(tx, visit, bill, lately, MOST_NEAR)
    return found[0].entry.booked_on if found else visit.today


def _the_same(bills: list[Bill], wanted: Bill) -> Bill | None:
    """Of the same merchant; of nobody's, on the same word."""
    named_so = spellings(wanted.word)
    of_theirs = [bill for bill in bills if bill.merchant == wanted.merchant]
    return next((bill for bill in of_theirs if bill.merchant or word_key(bill.word) in named_so), None)


def _changed(before: Bill, wanted: Bill, said: str) -> Bill:
    """Its days stay where only the rhythm is said again that it has."""
    after = msgspec.structs.replace(wanted, id=before.id, found=before.found, paid_through=before.paid_through)
    if said not in (before.recurrence, before.recurrence.partition(":")[0]):
        return after
    return msgspec.structs.replace(after, recurrence=before.recurrence, starts_on=before.starts_on)
