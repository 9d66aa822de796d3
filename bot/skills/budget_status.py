"""budget_status: what is left, of one budget or of all."""

from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.budget import Standing
from bot.domain.decision import Slots
from bot.domain.money import Money
from bot.domain.pace import passed_on
from bot.domain.period import Period, month_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined, titled
from bot.ports.store import Tx
from bot.services.budgeting import period_of, standing_of
from bot.services.budgets_meant import budgets_on, counted_by
from bot.skills.budget_chart import burndown_chart
from bot.skills.offers import chart_offer
from bot.skills.skill import Outcome, read_slots

EXAMPLE = Decimal(400)


class StatusSlots(msgspec.Struct, frozen=True):
    """Without a category all budgets are told; a period picks the budget's own period around its first day.

    ``per`` asks for what may be spent a day, ``chart`` for a picture.
    """

    category: str | None = None
    period: Period | None = None
    per: str | None = None
    chart: bool = False


class BudgetStatus:
    """Each budget: left or over, of how much, in which period, how many percent, and whether the pace is too high."""

    name = "budget_status"
    takes = StatusSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, StatusSlots)
        day = min(wanted.period.last, visit.today) if wanted.period else visit.today
        budgets = await budgets_on(tx, visit, wanted.category)
        if not budgets:
            return Outcome((await _none(tx, visit, wanted.category),))
        standings = [await standing_of(tx, visit, budget, period_of(visit, budget, day)) for budget in budgets]
        told = day_line if wanted.per == "day" else status_line
        lines = tuple(told(visit, standing) for standing in standings)
        if not wanted.chart:
            return Outcome(lines, offers=chart_offer(visit, self.name, slots))
        return Outcome(lines, chart=await burndown_chart(tx, visit, _most_telling(standings)))


def _most_telling(standings: list[Standing]) -> Standing:
    """The budget on everything, else the one that is used up most: one picture, where the words tell of several."""
    overall = [standing for standing in standings if standing.budget.scope.kind == "all"]
    return overall[0] if overall else max(standings, key=lambda standing: standing.percent)


def status_line(visit: Visit, standing: Standing) -> Line:
    facts: dict[str, Fact] = {"word": _title(visit, standing), "period": standing.period}
    if standing.limit.minor <= 0:
        return visit.voice.line("budget.status_used_up", **facts, over=-standing.left)
    facts["limit"], facts["percent"] = standing.limit, standing.percent
    if standing.left.minor < 0:
        said = visit.voice.line("budget.status_over", **facts, over=-standing.left)
    else:
        said = visit.voice.line("budget.status", **facts, left=standing.left)
    return joined(said, *_carried(visit, standing), *_pace(visit, standing))


def day_line(visit: Visit, standing: Standing) -> Line:
    """What is safe to spend on each day that is left, today included; rounded down."""
    if visit.today not in standing.period or standing.left.minor <= 0:
        return status_line(visit, standing)
    facts: dict[str, Fact] = {"word": _title(visit, standing), "left": standing.left}
    days = Period(visit.today, standing.period.last).days
    if days == 1:
        return visit.voice.line("budget.last_day", **facts)
    a_day = Money(standing.left.minor // days, standing.left.currency)
    return visit.voice.line("budget.per_day", **facts, amount=a_day, last=standing.period.last)


def _carried(visit: Visit, standing: Standing) -> list[Line]:
    if standing.carried.minor > 0:
        return [visit.voice.line("budget.carried", carried=standing.carried)]
    if standing.carried.minor < 0:
        return [visit.voice.line("budget.overspent", over=-standing.carried)]
    return []


def _pace(visit: Visit, standing: Standing) -> list[Line]:
    """The day on which the budget would be passed, if each day went on as those of its period did so far."""
    if visit.today not in standing.period:
        return []
    day = passed_on(standing, visit.today)
    return [visit.voice.line("budget.pace", limit=standing.limit, day=day)] if day else []


def _title(visit: Visit, standing: Standing) -> str:
    return titled(standing.budget.word or visit.voice.text("left.everything"))


def example(visit: Visit) -> Money:
    """An example amount in the person's own currency."""
    return Money.of(EXAMPLE, visit.person.currency)


async def _none(tx: Tx, visit: Visit, word: str | None) -> Line:
    _, scope = await counted_by(tx, visit, word)
    if word is None or scope.kind == "all":
        return visit.voice.line("budget.none", example=example(visit))
    period = month_of(visit.today)
    sums = await tx.books.sums(visit.ledger_id, "expense", scope, period)
    if sums:
        return visit.voice.line("budget.none_for_spent", word=word, spent=sums[0].amount, period=period)
    return visit.voice.line("budget.none_for", word=word, example=example(visit))
