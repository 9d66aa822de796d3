"""Saying that something happened, to whoever minds it: a fact leaves in the transaction that made it one."""

from datetime import timedelta

from bot.domain.event import BudgetExceeded, ExpenseRecorded, event_of
from bot.domain.visit import Visit
from bot.ports.store import Tx

# Which handlers mind an event; each does so in a transaction of its own. Who posts it may know that none would have
# anything to do (``bookkeeping.record_entry``): a handler that minds every expense changes that as well.
MINDED_BY: dict[str, tuple[str, ...]] = {
    "ExpenseRecorded": ("watch_spending",),
    "BudgetExceeded": ("warn_the_others",),
}
# What the bus lost is taken up by a sweep this much later; without a bus the sweep is the way.
SWEEP_AFTER = timedelta(seconds=10)


async def announce(tx: Tx, visit: Visit, fact: ExpenseRecorded | BudgetExceeded) -> None:
    event = event_of(fact, at=visit.now, person_id=visit.person_id, trace_id=visit.trace_id)
    sweep_at = visit.now + SWEEP_AFTER if visit.house.has_bus else visit.now
    await tx.events.post(event, MINDED_BY[event.name], sweep_at=sweep_at)
