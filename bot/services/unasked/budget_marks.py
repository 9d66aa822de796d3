"""A budget's marks as they are reached: once per person, budget, period and mark, in the answer that reaches them."""

from bot.domain.alert import Alert, AlertState
from bot.domain.answer import Answer
from bot.domain.booking import Entry
from bot.domain.budget import Standing, thresholds_passed
from bot.domain.event import BudgetExceeded, Event
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.announcing import announce
from bot.services.unasked import snoozing
from bot.services.unasked.budget_speaker import mark_said, running_standing

# Why an alert was told at once; such a one is part of an answer, and no cap a day counts it.
ANSWER = "answer"


async def warn_budgets_reached(tx: Tx, visit: Visit, entry: Entry, standings: list[Standing]) -> tuple[Answer, ...]:
    """The alerts that a new entry caused, for the budgets it counts into as they stand with it."""
    told = [await warn_budget_reached(tx, visit, standing, standing.spent - entry.own) for standing in standings]
    return tuple(alert for alert in told if alert)


async def warn_budget_reached(tx: Tx, visit: Visit, standing: Standing, spent_before: Money) -> Answer | None:
    """The alert for the highest mark just passed; lower ones count as told. None when there is nothing new to tell.

    Closed periods never alert, and an undo does not re-arm a mark: what was told stays told. Where the person wants
    to hear nothing of it for a while, it counts as told as well.
    """
    if visit.today not in standing.period:
        return None
    passed = _marks_passed(visit, standing, spent_before)
    for mark in passed[:-1]:
        await _raise(tx, visit, _alert(standing, mark), state="dropped", reason="a higher mark")
    if not passed:
        return None
    alert = _alert(standing, passed[-1])
    is_silent = await snoozing.is_silent(tx, visit, alert)
    state, reason = ("dropped", "muted") if is_silent else ("told", ANSWER)
    if not await _raise(tx, visit, alert, state=state, reason=reason):
        return None
    budget_id, first = standing.budget.id, standing.period.first
    await announce(tx, visit, BudgetExceeded(budget_id=budget_id, starts_on=first, threshold=passed[-1]))
    return None if is_silent else mark_said(visit, standing)


async def warn_budget_exceeded(tx: Tx, visit: Visit, event: Event) -> tuple[Alert, ...]:
    """For somebody else of the ledger: what a booking of another's reached, while the period still runs."""
    exceeded = event.read(BudgetExceeded)
    standing = await running_standing(tx, visit, exceeded.budget_id, exceeded.starts_on)
    return (_alert(standing, exceeded.threshold),) if standing else ()


async def _raise(tx: Tx, visit: Visit, alert: Alert, *, state: AlertState, reason: str) -> bool:
    """False where it was raised before."""
    kept = await tx.alerts.raise_once(visit.person_id, alert, at=visit.now, trace_id=visit.trace_id)
    if kept:
        await tx.alerts.settle(kept.id, state, at=visit.now, reason=reason)
    return kept is not None


def _alert(standing: Standing, mark: int) -> Alert:
    """What was spent then is kept: that is why it was raised, whatever is booked or taken back since."""
    return Alert(
        kind="budget",
        subject=f"budget:{standing.budget.id}",
        period=standing.period.first,
        threshold=mark,
        facts={"spent": standing.spent.minor, "limit": standing.limit.minor, "currency": standing.limit.currency},
    )


def _marks_passed(visit: Visit, standing: Standing, spent_before: Money) -> tuple[int, ...]:
    """Of a budget that earlier periods left nothing of, the first thing spent passes every mark."""
    marks = visit.person.alert_thresholds
    if standing.limit.minor > 0:
        return thresholds_passed(standing.limit, spent_before, standing.spent, marks)
    return tuple(sorted(marks)) if standing.spent.minor > spent_before.minor else ()
