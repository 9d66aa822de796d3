"""The lines of a digest, the most telling first."""

from datetime import date, timedelta

from bot.domain.answer import Line
from bot.domain.bill import Bill
from bot.domain.booking import account_key
from bot.domain.budget import Standing
from bot.domain.goal import Goal
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import scope_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined, titled
from bot.ports.books import Balance, Flow, Sum
from bot.ports.store import Tx
from bot.services.bill_words import bill_name
from bot.services.billing import next_day, open_day
from bot.services.budgeting import period_of, standing_of

EVERYTHING = scope_of(None)
MOST_CATEGORIES = 3
MOST_BUDGETS = 3
MOST_BILLS = 4
MOST_GOALS = 2
# From so many percent on a budget is worth a line.
NEAR = 80
# A daily digest looks two days ahead, a weekly one a week.
FEWEST_DAYS_AHEAD = 2


async def digest_lines(tx: Tx, visit: Visit, period: Period) -> tuple[Line, ...]:
    """Empty where nothing was spent, nothing came in and nothing is due."""
    spent = await sums_in(tx, visit, "expense", period)
    came_in = await sums_in(tx, visit, "income", period)
    due = [*await _overdue(tx, visit, period), *await _bills(tx, visit, period)]
    if not spent and not came_in and not due:
        return ()
    money = [spent_line(visit, period, spent)]
    money += [visit.voice.line("digest.came_in", amount=each.amount) for each in came_in]
    categories = await _categories(tx, visit, period)
    return (joined(*money), *categories, *await _budgets(tx, visit), *due, *await _goals(tx, visit))


async def sums_in(tx: Tx, visit: Visit, flow: Flow, period: Period) -> list[Sum]:
    """One sum a currency, the person's own first."""
    sums = await tx.books.sums(visit.ledger_id, flow, EVERYTHING, period)
    return sorted(sums, key=lambda each: each.amount.currency != visit.person.currency)


def spent_line(visit: Visit, period: Period, spent: list[Sum]) -> Line:
    if not spent:
        return visit.voice.line("spending.nothing_all", period=period)
    first, *others = spent
    facts: dict[str, Fact] = {"amount": first.amount, "period": period, "count": first.bookings}
    line = visit.voice.line("digest.spent_one" if first.bookings == 1 else "digest.spent", **facts)
    return joined(line, *(visit.voice.line("spending.also", amount=other.amount) for other in others))


async def _categories(tx: Tx, visit: Visit, period: Period) -> list[Line]:
    """Where there are several."""
    slices = await tx.books.slices(visit.ledger_id, "expense", period)
    slices.sort(key=lambda each: each.amount.currency != visit.person.currency)
    if not slices:
        return []
    voice = visit.voice
    largest = [
        voice.text("spending.top", category=each.place.word, amount=each.amount) for each in slices[:MOST_CATEGORIES]
    ]
    return [voice.line("digest.most" if len(slices) > 1 else "digest.all", what=", ".join(largest))]


async def _budgets(tx: Tx, visit: Visit) -> list[Line]:
    """Those that are near their limit or over it, the nearest first."""
    budgets = await tx.budgets.all(visit.ledger_id)
    standings = [await standing_of(tx, visit, each, period_of(visit, each, visit.today)) for each in budgets]
    near = [standing for standing in standings if standing.percent >= NEAR]
    near.sort(key=lambda standing: -standing.percent)
    return [_budget(visit, standing) for standing in near[:MOST_BUDGETS]]


def _budget(visit: Visit, standing: Standing) -> Line:
    voice, left = visit.voice, standing.left
    word = titled(standing.budget.word or voice.text("left.everything"))
    facts: dict[str, Fact] = {"word": word, "period": standing.period}
    if standing.limit.minor <= 0:
        return voice.line("left.used_up_named", **facts, over=-left)
    facts["limit"] = standing.limit
    if left.minor < 0:
        return voice.line("left.over_named", **facts, over=-left)
    if left.minor == 0:
        return voice.line("left.exactly_named", **facts)
    return voice.line("left.budget_named", **facts, left=left)


async def _overdue(tx: Tx, visit: Visit, period: Period) -> list[Line]:
    """What should have been paid, once a week: every day it would be a nag."""
    if period.days == 1:
        return []
    due = [(await open_day(tx, visit, bill), bill) for bill in await tx.bills.all(visit.ledger_id)]
    parts = [_bill(visit, bill, day) for day, bill in due if day is not None]
    return [visit.voice.line("digest.overdue", what=", ".join(parts[:MOST_BILLS]))] if parts else []


async def _bills(tx: Tx, visit: Visit, period: Period) -> list[Line]:
    """What has to be paid soon, the soonest first."""
    last = visit.today + timedelta(days=max(period.days, FEWEST_DAYS_AHEAD) - 1)
    due = [(await next_day(tx, visit, bill), bill) for bill in await tx.bills.all(visit.ledger_id)]
    soon = sorted((each for each in due if each[0] <= last), key=lambda each: each[0])
    if not soon:
        return []
    parts = [_bill(visit, bill, day) for day, bill in soon[:MOST_BILLS]]
    return [visit.voice.line("digest.due", what=", ".join(parts))]


def _bill(visit: Visit, bill: Bill, day: date) -> str:
    return visit.voice.text("digest.bill", name=bill_name(visit, bill), amount=bill.amount, day=day)


async def _goals(tx: Tx, visit: Visit) -> list[Line]:
    goals = await tx.goals.all(visit.ledger_id)
    if not goals:
        return []
    balances = await tx.books.balances(visit.ledger_id, "asset")
    return [
        visit.voice.line("digest.saved", what=", ".join(_goal(visit, each, balances) for each in goals[:MOST_GOALS]))
    ]


def _goal(visit: Visit, goal: Goal, balances: list[Balance]) -> str:
    key, currency = account_key("asset", goal.account), goal.target.currency
    held = (each.amount for each in balances if account_key("asset", each.place.word) == key)
    saved = next((amount for amount in held if amount.currency == currency), Money(0, currency))
    return visit.voice.text("digest.goal", name=titled(goal.name), saved=saved, target=goal.target)
