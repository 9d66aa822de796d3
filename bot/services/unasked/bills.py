"""The rule of a bill: said the day before it is due, and the day after where nothing shows that it was paid."""

from datetime import date, time

from bot.domain.alert import Alert
from bot.domain.bill import Bill
from bot.domain.bill_days import Occasion, next_occasion, occasions
from bot.domain.ids import BillId
from bot.domain.local_time import instant_of
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.billing import is_paid
from bot.services.unasked.rule import Fired, Planned

AT = time(9, 0)


class BillRule:
    """``number`` is the bill. What was missed is made one: what still comes is said, of what is past the last alone."""

    name = "bill"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        bill = await tx.bills.one(visit.ledger_id, BillId(number))
        day = next_occasion(bill, after + ONE_DAY if after else visit.today) if bill else None
        return Planned(day, instant_of(day, AT, visit.person.timezone)) if day else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        bill = await tx.bills.one(visit.ledger_id, BillId(due.number))
        if bill is None:
            return Fired(day=due.occurs_on, skipped="there is no such bill any more")
        come = occasions(bill, Period(due.occurs_on, max(due.occurs_on, _last_come(visit))))
        days = sorted({due.occurs_on, *(each.day for each in come)})
        alerts = [_alert(bill, each) for each in _still_of_use(visit, come)]
        alerts = [alert for alert in alerts if not await is_paid(tx, visit, bill, alert.period)]
        skipped = "" if alerts else "paid, or too late to say"
        return Fired(day=days[-1], alerts=tuple(alerts), missed=tuple(days[:-1]), skipped=skipped)


def _last_come(visit: Visit) -> date:
    """The last local day on which the hour has come."""
    has_come = instant_of(visit.today, AT, visit.person.timezone) <= visit.now
    return visit.today if has_come else visit.today - ONE_DAY


def _still_of_use(visit: Visit, come: list[Occasion]) -> list[Occasion]:
    coming = [each for each in come if not each.is_after and each.due_on >= visit.today]
    past = [each for each in come if each.is_after]
    return [*past[-1:], *coming]


def _alert(bill: Bill, occasion: Occasion) -> Alert:
    kind = "bill_overdue" if occasion.is_after else "bill_due"
    return Alert(kind=kind, subject=f"bill:{bill.id}", period=occasion.due_on)
