"""What money will be there on a day to come, reckoned from the books alone: plain sums that can be told one by one."""

from datetime import date, timedelta

import msgspec

from bot.domain.budget import Standing
from bot.domain.money import Money
from bot.domain.period import Period, month_from, month_of
from bot.domain.taxonomy import scope_of
from bot.domain.visit import Visit
from bot.ports.books import Flow
from bot.ports.store import Tx
from bot.services.accounts import balances_on
from bot.services.bookkeeping import DAYS_BACK
from bot.services.budgeting import period_of, standing_of
from bot.services.expected_incomes import Coming, incomes_until

EVERYTHING = scope_of(None)
# Three months have three rents in them, and no holidays but the last.
LOOK_BACK_DAYS = 90
# Of fewer days an average is little more than what just happened.
ENOUGH_DAYS = 14


class Habit(msgspec.Struct, frozen=True):
    """What is spent on a usual day, by the days looked back on."""

    daily: Money
    period: Period

    @property
    def is_rough(self) -> bool:
        return self.period.days < ENOUGH_DAYS


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """``left`` on the day is ``now`` and what is booked ahead, less the habit for each day after today, and incomes.

    ahead   what is booked already on days after today, up to the day
    coming  regular incomes that are due after today, up to the day
    """

    day: date
    now: Money
    habit: Habit | None
    days: int
    ahead: Money
    coming: tuple[Coming, ...]

    @property
    def usual(self) -> Money:
        """What goes out on the days after today if they are like those before."""
        return Money(self.habit.daily.minor * self.days if self.habit else 0, self.now.currency)

    @property
    def left(self) -> Money:
        due = sum(each.amount.minor for each in self.coming)
        return Money(self.now.minor + self.ahead.minor + due - self.usual.minor, self.now.currency)


class Pot(msgspec.Struct, frozen=True):
    """So much for the days of a period, of which today is the first."""

    left: Money
    period: Period

    @property
    def daily(self) -> Money:
        """Rounded down, and never less than nothing."""
        return Money(max(self.left.minor // self.period.days, 0), self.left.currency)


class Allowance(msgspec.Struct, frozen=True):
    """What the budget for everything leaves, and what is there; at least one of them is known."""

    budget: Pot | None
    money: Pot | None

    @property
    def daily(self) -> Money:
        """What may be spent a day, today included, so that neither ends early."""
        return min((pot.daily for pot in (self.budget, self.money) if pot), key=lambda daily: daily.minor)


async def money_now(tx: Tx, visit: Visit) -> Money | None:
    """What is in all accounts in the person's own currency; None where they said neither a balance nor an income."""
    own = visit.person.currency
    balances = [each.amount for each in await balances_on(tx, visit, visit.today) if each.amount.currency == own]
    stated = [currency for _, currency in await tx.books.stated(visit.ledger_id)]
    if own not in stated and not await _total(tx, visit, "income", _past(visit)):
        return None
    return Money(sum(each.minor for each in balances), own)


async def habit_of(tx: Tx, visit: Visit) -> Habit | None:
    """The average of the last 90 days, or since the first booking, without today; None before anything was spent."""
    months = await tx.books.series(visit.ledger_id, "expense", EVERYTHING, _past(visit), "month")
    if not months:
        return None
    days = await tx.books.series(visit.ledger_id, "expense", EVERYTHING, month_of(months[0].starts_on), "day")
    yesterday = visit.today - timedelta(days=1)
    first = max(days[0].starts_on, visit.today - timedelta(days=LOOK_BACK_DAYS))
    period = Period(first, yesterday) if first <= yesterday else Period(visit.today, visit.today)
    spent = await _total(tx, visit, "expense", period)
    return Habit(Money((2 * spent + period.days) // (2 * period.days), visit.person.currency), period)


async def outlook_on(tx: Tx, visit: Visit, now: Money, habit: Habit | None, day: date) -> Outlook:
    """What will be left of ``now`` at the end of a day that is today or later."""
    return Outlook(
        day=day,
        now=now,
        habit=habit,
        days=(day - visit.today).days,
        ahead=await _booked_ahead(tx, visit, day),
        coming=await incomes_until(tx, visit, day),
    )


async def allowance_of(tx: Tx, visit: Visit) -> Allowance | None:
    """None where nothing tells what is there; money has to last until the day before pay-day, or the month's end."""
    standing = await _overall_budget(tx, visit)
    budget = Pot(standing.left, Period(visit.today, standing.period.last)) if standing else None
    now = await money_now(tx, visit)
    if now is None:
        return Allowance(budget, None) if budget else None
    last = usual_end(visit)
    return Allowance(budget, Pot(now + await _booked_ahead(tx, visit, last), Period(visit.today, last)))


def usual_end(visit: Visit) -> date:
    """The day that money has to last until where none is said."""
    return month_from(visit.today, visit.person.payday or 1).last


async def _overall_budget(tx: Tx, visit: Visit) -> Standing | None:
    own = visit.person.currency
    for budget in await tx.budgets.all(visit.ledger_id):
        if budget.scope.kind == "all" and budget.limit.currency == own:
            return await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
    return None


async def _booked_ahead(tx: Tx, visit: Visit, day: date) -> Money:
    """What is booked after today, up to a day: what it takes from the accounts or puts into them."""
    own = visit.person.currency
    moved = await tx.books.moved(visit.ledger_id, Period(visit.today + timedelta(days=1), day))
    return Money(sum(each.amount.minor for each in moved if each.amount.currency == own), own)


async def _total(tx: Tx, visit: Visit, flow: Flow, period: Period) -> int:
    sums = await tx.books.sums(visit.ledger_id, flow, EVERYTHING, period)
    return sum(each.amount.minor for each in sums if each.amount.currency == visit.person.currency)


def _past(visit: Visit) -> Period:
    """As far back as anything can be booked."""
    return Period(visit.today - timedelta(days=DAYS_BACK), visit.today)
