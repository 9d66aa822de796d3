"""How a budget's mark is said, and what stands behind it."""

from datetime import date

from bot.domain.alert import KeptAlert
from bot.domain.answer import Answer, Line
from bot.domain.booking import Booking
from bot.domain.budget import Budget, Standing
from bot.domain.ids import BudgetId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined, titled
from bot.ports.books import Search, Which
from bot.ports.store import Tx
from bot.services.budgeting import period_of, standing_of
from bot.services.unasked.again import period_of_first, threshold_of_first
from bot.services.unasked.speaker import Reasons, Said

# How far the bookings behind a budget are read: more are only counted up to here.
MOST_BEHIND = 1_000


class BudgetSpeaker:
    """Kind "budget": as it stands by now, which may be less than the mark after an undo: then nothing is said."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        standing = await running_standing(tx, visit, BudgetId(kept.alert.subject_id), period_of_first(kept.alert))
        if standing is None or standing.percent < threshold_of_first(kept.alert):
            return None
        return Said(mark_said(visit, standing))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        budget = await budget_numbered(tx, visit, BudgetId(kept.alert.subject_id))
        if budget is None:
            return Reasons((visit.voice.line("why.budget_gone"),))
        period = period_of(visit, budget, period_of_first(kept.alert))
        facts: dict[str, Fact] = {"word": budget_name(visit, budget), "percent": threshold_of_first(kept.alert)}
        line = visit.voice.line("why.budget", **facts)
        return Reasons((joined(line, *_then(visit, kept, period)),), await bookings_counted(tx, visit, budget, period))


def _then(visit: Visit, kept: KeptAlert, period: Period) -> list[Line]:
    """How it stood when it was raised; an alert of long ago does not know."""
    facts = kept.alert.facts
    if "currency" not in facts:
        return []
    spent, limit = (Money(int(facts[name]), str(facts["currency"])) for name in ("spent", "limit"))
    return [visit.voice.line("why.spent_then", spent=spent, limit=limit, period=period)]


async def budget_numbered(tx: Tx, visit: Visit, budget_id: BudgetId) -> Budget | None:
    return next((budget for budget in await tx.budgets.all(visit.ledger_id) if budget.id == budget_id), None)


async def running_standing(tx: Tx, visit: Visit, budget_id: BudgetId, starts_on: date) -> Standing | None:
    """How it stands in the period that began on a day; None when that is over, or the budget is gone or another."""
    budget = await budget_numbered(tx, visit, budget_id)
    if budget is None:
        return None
    period = period_of(visit, budget, visit.today)
    return await standing_of(tx, visit, budget, period) if period.first == starts_on else None


async def bookings_counted(tx: Tx, visit: Visit, budget: Budget, period: Period) -> tuple[Booking, ...]:
    """What a budget counts in a period, the newest first."""
    which = Which(period=period, scope=budget.scope)
    search = Search(which=which, kind="expense", most=MOST_BEHIND)
    found = await tx.books.search(visit.ledger_id, search)
    return tuple(booking for booking in found if booking.entry.own.currency == budget.limit.currency)


def budget_name(visit: Visit, budget: Budget) -> str:
    """Inside a sentence."""
    return budget.word or visit.voice.text("budget.overall")


def budget_title(visit: Visit, budget: Budget) -> str:
    """At the beginning of one."""
    return titled(budget.word) or visit.voice.text("alert.overall")


def mark_said(visit: Visit, standing: Standing) -> Answer:
    """What was reached, in whose period, and what is left or over."""
    voice = visit.voice
    facts: dict[str, Fact] = {
        "word": budget_title(visit, standing.budget),
        "spent": standing.spent,
        "period": standing.period,
    }
    if standing.limit.minor <= 0:
        return voice.answer("alert.nothing_to_spend", **facts, over=-standing.left)
    facts["percent"], facts["limit"] = standing.percent, standing.limit
    if standing.left.minor > 0:
        return voice.answer("alert.reached", **facts, left=standing.left)
    if standing.left.minor == 0:
        return voice.answer("alert.gone", **facts)
    return voice.answer("alert.over", **facts, over=-standing.left)
