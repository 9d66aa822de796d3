"""budget_status: what is left, of one budget or of all."""

from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.budget import Standing
from bot.domain.decision import Slots
from bot.domain.money import Money
from bot.domain.period import Period, month_of
from bot.domain.taxonomy import scope_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, titled
from bot.ports.store import Tx
from bot.services.budgeting import budgets_on, period_of, standing_of
from bot.skills.skill import Outcome, read_slots

EXAMPLE = Decimal(400)


class StatusSlots(msgspec.Struct, frozen=True):
    """Without a category all budgets are told; a period picks the budget's own period around its first day."""

    category: str | None = None
    period: Period | None = None


class BudgetStatus:
    """Each budget: left or over, of how much, in which period, how many percent."""

    name = "budget_status"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, StatusSlots)
        day = min(wanted.period.last, visit.today) if wanted.period else visit.today
        budgets = await budgets_on(tx, visit, wanted.category)
        if not budgets:
            return Outcome((await _none(tx, visit, wanted.category),))
        standings = [await standing_of(tx, visit, budget, period_of(visit, budget, day)) for budget in budgets]
        return Outcome(tuple(status_line(visit, standing) for standing in standings))


def status_line(visit: Visit, standing: Standing) -> Line:
    word = standing.budget.word or visit.voice.text("left.everything")
    facts: dict[str, Fact] = {
        "word": titled(word),
        "limit": standing.budget.limit,
        "period": standing.period,
        "percent": standing.percent,
    }
    if standing.left.minor < 0:
        return visit.voice.line("budget.status_over", **facts, over=-standing.left)
    return visit.voice.line("budget.status", **facts, left=standing.left)


def example(visit: Visit) -> Money:
    """An example amount in the person's own currency."""
    return Money.of(EXAMPLE, visit.person.currency)


async def _none(tx: Tx, visit: Visit, word: str | None) -> Line:
    if word is None or scope_of(word).kind == "all":
        return visit.voice.line("budget.none", example=example(visit))
    period = month_of(visit.today)
    sums = await tx.books.sums(visit.ledger_id, "expense", scope_of(word), period)
    if sums:
        return visit.voice.line("budget.none_for_spent", word=word, spent=sums[0].amount, period=period)
    return visit.voice.line("budget.none_for", word=word, example=example(visit))
