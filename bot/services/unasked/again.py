"""Rule "again": what was put off is raised anew, once, at the instant it was put off to."""

from datetime import date

from bot.domain.alert import Alert, KeptAlert
from bot.domain.ids import AlertId
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.once import still_ahead
from bot.services.unasked.rule import Fired, Planned


class AgainRule:
    """``number`` is the alert that was put off."""

    name = "again"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        return await still_ahead(tx, visit, f"{self.name}:{number}")

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        kept = await tx.alerts.one(visit.person_id, AlertId(due.number))
        if kept is None:
            return Fired(day=due.occurs_on, skipped="the alert is gone")
        return Fired(day=due.occurs_on, alerts=(_anew(kept, due.occurs_on),))


def _anew(kept: KeptAlert, day: date) -> Alert:
    """The same under another day and the first one's number: so it is once more, and no more than that."""
    first = kept.alert
    facts = {"period": first.period.isoformat(), "threshold": first.threshold, **first.facts}
    return Alert(kind=first.kind, subject=first.subject, period=day, threshold=kept.id, facts=facts)


def period_of_first(alert: Alert) -> date:
    """The period of an alert, of one that was put off the first one's."""
    said = alert.facts.get("period")
    return date.fromisoformat(str(said)) if said else alert.period


def threshold_of_first(alert: Alert) -> int:
    return int(alert.facts.get("threshold", alert.threshold))
