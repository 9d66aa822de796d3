"""Planning what the clock shall say of a bill."""

from bot.domain.bill import Bill
from bot.domain.bill_days import occasions
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.planning import plan


async def plan_bill(tx: Tx, visit: Visit, bill: Bill, *, is_told: bool = False) -> None:
    """``is_told``: the answer says when it is due, so that the clock has nothing to add today."""
    rule = f"bill:{bill.id}"
    if is_told and occasions(bill, Period(visit.today, visit.today)):
        told = Due(person_id=visit.person_id, rule=rule, occurs_on=visit.today, due_at=visit.now)
        await tx.dues.record(told, visit.today, "done", at=visit.now, reason="told in the answer")
    await plan(tx, visit, rule)
