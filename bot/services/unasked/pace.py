"""Pace: each morning, which budgets would be passed before their period ends if the days went on like this."""

from datetime import date

from bot.domain.alert import Alert, KeptAlert
from bot.domain.budget import Budget
from bot.domain.ids import BudgetId
from bot.domain.pace import passed_on
from bot.domain.period import Period
from bot.domain.timetable import schedule_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.budgeting import period_of, standing_of
from bot.services.unasked.again import period_of_first
from bot.services.unasked.budget_speaker import (
    bookings_counted,
    budget_name,
    budget_numbered,
    budget_title,
    running_standing,
)
from bot.services.unasked.rule import Fired, Planned
from bot.services.unasked.speaker import Reasons, Said
from bot.services.unasked.timing import come_by_now, next_planned

PACE = "pace"
EACH_MORNING = schedule_of("daily 10:00")


class PaceRule:
    """One a person, for as long as there is a budget."""

    name = PACE

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        budgets = await tx.budgets.all(visit.ledger_id)
        return next_planned(visit, EACH_MORNING, after) if budgets else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        """Told as of today alone: what was missed is not looked at afterwards."""
        come = come_by_now(visit, EACH_MORNING, due)
        if come.day != visit.today:
            return Fired(day=come.day, missed=come.missed, skipped="the day is over")
        alerts = [await _alert(tx, visit, budget) for budget in await tx.budgets.all(visit.ledger_id)]
        return Fired(day=come.day, missed=come.missed, alerts=tuple(alert for alert in alerts if alert))


async def _alert(tx: Tx, visit: Visit, budget: Budget) -> Alert | None:
    """Once a period: what is over its limit already was told by its marks."""
    standing = await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
    if passed_on(standing, visit.today) is None:
        return None
    return Alert(kind="pace", subject=f"budget:{budget.id}", period=standing.period.first)


class PaceSpeaker:
    """Kind "pace": by today's pace, and not at all once it has slowed down."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        standing = await running_standing(tx, visit, BudgetId(kept.alert.subject_id), period_of_first(kept.alert))
        day = passed_on(standing, visit.today) if standing else None
        if standing is None or day is None:
            return None
        facts: dict[str, Fact] = {"word": budget_title(visit, standing.budget), "limit": standing.limit, "day": day}
        facts |= {"spent": standing.spent, "period": standing.period}
        return Said(visit.voice.answer("alert.pace", **facts))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        budget = await budget_numbered(tx, visit, BudgetId(kept.alert.subject_id))
        if budget is None:
            return Reasons((visit.voice.line("why.budget_gone"),))
        whole = period_of(visit, budget, period_of_first(kept.alert))
        raised_on = visit.person.today(kept.raised_at)
        facts: dict[str, Fact] = {"word": budget_name(visit, budget), "passed": Period(whole.first, raised_on).days}
        line = visit.voice.line("why.pace", **facts, days=whole.days)
        return Reasons((line,), await bookings_counted(tx, visit, budget, whole))
