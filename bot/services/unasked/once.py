"""Rules that come once, at an instant that was chosen when they were planned."""

from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.unasked.rule import Planned


async def still_ahead(tx: Tx, visit: Visit, rule: str) -> Planned | None:
    """What is planned stays, in whatever zone the person is by now; None once it has come."""
    for due in await tx.dues.of(visit.person_id):
        if due.rule == rule and due.due_at > visit.now:
            return Planned(due.occurs_on, due.due_at)
    return None
