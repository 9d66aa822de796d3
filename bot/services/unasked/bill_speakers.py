"""How it is said that a bill is due, overdue, dearer, or found in the ledger."""

from datetime import date, timedelta

from bot.domain.alert import KeptAlert
from bot.domain.answer import Answer
from bot.domain.bill import Bill
from bot.domain.booking import Booking
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.ids import BillId, BookingId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.sharing import name_as_written
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.store import Tx
from bot.services.bill_words import bill_facts, bill_name, every
from bot.services.billing import bookings_of, is_paid, next_day
from bot.services.recurring_found import bookings_alike, found_bill
from bot.services.unasked.again import period_of_first
from bot.services.unasked.speaker import Reasons, Said

SKILL = "recurring_expense"
# More rows than this explain nothing better.
MOST_BEHIND = 10
JUST_NOW = timedelta(minutes=10)


class BillSpeaker:
    """Kinds "bill_due" and "bill_overdue": nothing of a bill that is paid by now, or that came due meanwhile.

    Put off by the person it is said as long as it is not paid, but not where the other kind was said just now.
    """

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        alert, due_on = kept.alert, period_of_first(kept.alert)
        bill = await tx.bills.one(visit.ledger_id, BillId(alert.subject_id))
        if bill is None or await is_paid(tx, visit, bill, due_on):
            return None
        is_put_off = alert.threshold != 0
        if due_on < visit.today and alert.kind == "bill_due" and not is_put_off:
            return None
        if await _is_just_said(tx, visit, kept):
            return None
        paid: Slots = {"action": "paid", "bill": bill.id, "due": due_on.isoformat()}
        again: Slots = {"alert": kept.id, "date": (visit.today + ONE_DAY).isoformat()}
        offers = (
            Choice(visit.voice.text("bill.offer_paid"), (SkillCall(SKILL, paid),)),
            Choice(visit.voice.text("offer.tomorrow"), (SkillCall("snooze_alert", again),)),
        )
        return Said(_due_said(visit, bill, due_on), offers)

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        bill = await tx.bills.one(visit.ledger_id, BillId(kept.alert.subject_id))
        if bill is None:
            return Reasons((visit.voice.line("bill_why.gone"),))
        facts = {**bill_facts(visit, bill), "day": await next_day(tx, visit, bill)}
        return Reasons((visit.voice.line("bill_why.rule", **facts),), await _lately(tx, visit, bill))


class PriceSpeaker:
    """Kind "price": what it was and what it is, while the booking stands and the bill says so."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        bill = await tx.bills.one(visit.ledger_id, BillId(kept.alert.subject_id))
        before, after = _prices(kept)
        if bill is None or bill.amount != after or await _booking(tx, visit, kept) is None:
            return None
        back: Slots = {"action": "update", "bill": bill.id, "amount": before.amount, "currency": before.currency}
        offer = Choice(visit.voice.text("bill.offer_back", amount=before), (SkillCall(SKILL, back),))
        return Said(visit.voice.answer("bill.went_to", **_price_facts(visit, kept, bill)), (offer,))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        bill = await tx.bills.one(visit.ledger_id, BillId(kept.alert.subject_id))
        if bill is None:
            return Reasons((visit.voice.line("bill_why.gone"),))
        line = visit.voice.line("bill_why.price", **_price_facts(visit, kept, bill))
        return Reasons((line,), await _lately(tx, visit, bill))


class FoundSpeaker:
    """Kind "bill_found": asked while it still recurs and nobody has told of it."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        booking = await _booking(tx, visit, kept)
        bill = await found_bill(tx, visit, booking) if booking else None
        if bill is None:
            return None
        kept_slots: Slots = {
            "amount": bill.amount.amount,
            "currency": bill.amount.currency,
            "category": bill.word,
            "merchant": bill.merchant,
            "recurrence": bill.recurrence,
            "starts_on": bill.starts_on.isoformat(),
            "found": True,
        }
        offers = (
            Choice(visit.voice.text("bill.offer_keep"), (SkillCall(SKILL, kept_slots),)),
            Choice(visit.voice.text("bill.offer_decline"), (SkillCall(SKILL, {"action": "decline"}),)),
        )
        key = "bill.seen" if visit.address.address.channel == "telegram" else "bill.seen_in_words"
        return Said(visit.voice.answer(key, **bill_facts(visit, bill)), offers)

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        booking = await _booking(tx, visit, kept)
        if booking is None:
            return Reasons((visit.voice.line("bill_why.booking_gone"),))
        behind = await bookings_alike(tx, visit, booking)
        name = name_as_written(booking.entry.merchant)
        return Reasons((visit.voice.line("bill_why.found", name=name),), tuple(behind[:MOST_BEHIND]))


async def _is_just_said(tx: Tx, visit: Visit, kept: KeptAlert) -> bool:
    """Whether the same day of the same bill was spoken of: what was put off may meet what is due by itself."""
    told = await tx.alerts.told(visit.person_id, visit.now - JUST_NOW)
    said = [(each.alert.subject, period_of_first(each.alert)) for each in told]
    return (kept.alert.subject, period_of_first(kept.alert)) in said


def _due_said(visit: Visit, bill: Bill, due_on: date) -> Answer:
    facts = bill_facts(visit, bill)
    if due_on < visit.today:
        return visit.voice.answer("bill.overdue", **facts, period=Period(due_on, due_on))
    if due_on == visit.today:
        return visit.voice.answer("bill.due_today", **facts)
    key = "bill.due_tomorrow" if due_on == visit.today + ONE_DAY else "bill.due"
    return visit.voice.answer(key, **facts, day=due_on)


def _prices(kept: KeptAlert) -> tuple[Money, Money]:
    facts = kept.alert.facts
    currency = str(facts["currency"])
    return Money(int(facts["before"]), currency), Money(int(facts["after"]), currency)


def _price_facts(visit: Visit, kept: KeptAlert, bill: Bill) -> dict[str, Fact]:
    before, after = _prices(kept)
    return {"name": bill_name(visit, bill), "before": before, "after": after, "every": every(visit, bill)}


async def _lately(tx: Tx, visit: Visit, bill: Bill) -> tuple[Booking, ...]:
    """What paid it in the last year."""
    year = Period(visit.today.replace(year=visit.today.year - 1, day=1), visit.today)
    return tuple(await bookings_of(tx, visit, bill, year, MOST_BEHIND))


async def _booking(tx: Tx, visit: Visit, kept: KeptAlert) -> Booking | None:
    return await tx.books.booking(visit.ledger_id, BookingId(int(kept.alert.facts["booking"])))
