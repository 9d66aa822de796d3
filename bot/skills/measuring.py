"""Averages, counts, the largest and the smallest: what else than a total can be asked of bookings."""

from fractions import Fraction
from typing import Literal

import msgspec

from bot.domain.answer import Line
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.books import Search, Sum
from bot.ports.store import Tx
from bot.skills.asked_days import so_far, spoken, whole_months
from bot.skills.booking_lines import row
from bot.skills.spending_totals import also_lines, total_line
from bot.skills.subject import Subject, sums_in

Measure = Literal["average", "count", "largest", "smallest"]
Per = Literal["day", "week", "month", "booking"]

DAYS_OF_A_WEEK = 7


class Divisor(msgspec.Struct, frozen=True):
    """By what a sum is divided, and how that is told: so many days, months or bookings."""

    by: Fraction
    unit: Literal["day", "month", "booking"]
    count: int


class Average(msgspec.Struct, frozen=True):
    """The days that were counted, what they came to by each unit in each currency, and how many units there were."""

    period: Period
    means: list[Sum]
    divisor: Divisor


async def average_in(tx: Tx, visit: Visit, subject: Subject, period: Period, per: Per) -> Average | None:
    """By the days that have passed, the whole months, or the bookings; None where those have nothing."""
    counted = _counted(visit, period, per)
    sums = await sums_in(tx, visit, subject, counted) if counted else []
    if counted is None or not sums:
        return None
    means = [Sum(mean(each.amount, _divisor(counted, per, each.bookings).by), each.bookings) for each in sums]
    return Average(counted, means, _divisor(counted, per, sums[0].bookings))


async def average(tx: Tx, visit: Visit, subject: Subject, period: Period, per: Per) -> tuple[Line, ...]:
    """The average with its divisor; the total of what has passed where no month is whole."""
    found = await average_in(tx, visit, subject, period, per)
    if found:
        return (average_line(visit, subject, per, found),)
    counted = _counted(visit, period, per)
    if counted:
        return (total_line(visit, subject, counted, []),)
    passed = so_far(visit, period)
    total = total_line(visit, subject, passed, await sums_in(tx, visit, subject, passed))
    return (joined(total, visit.voice.line("average.no_month")),)


def average_line(visit: Visit, subject: Subject, per: Per, found: Average) -> Line:
    facts: dict[str, Fact] = {"what": subject.title(visit), "period": spoken(visit, found.period)}
    said = visit.voice.line(f"average.{per}", **facts, amount=found.means[0].amount)
    return joined(said, over_line(visit, found.divisor), *also_lines(visit, found.means[1:]))


def _counted(visit: Visit, period: Period, per: Per) -> Period | None:
    """What has passed of a period; of months the whole ones, None where there is none."""
    passed = so_far(visit, period)
    if per != "month":
        return passed
    months = whole_months(passed)
    return Period(months[0].first, months[-1].last) if months else None


def over_line(visit: Visit, divisor: Divisor) -> Line:
    key = f"over.{divisor.unit}"
    return visit.voice.line(f"{key}_one" if divisor.count == 1 else key, count=divisor.count)


def mean(amount: Money, by: Fraction) -> Money:
    """Rounded half to even."""
    return Money(round(amount.minor / by), amount.currency)


def _divisor(counted: Period, per: Per, bookings: int) -> Divisor:
    if per == "booking":
        return Divisor(Fraction(bookings), "booking", bookings)
    if per == "month":
        months = len(whole_months(counted))
        return Divisor(Fraction(months), "month", months)
    days = Fraction(counted.days)
    return Divisor(days / DAYS_OF_A_WEEK if per == "week" else days, "day", counted.days)


async def count(tx: Tx, visit: Visit, subject: Subject, period: Period) -> tuple[Line, ...]:
    sums = await sums_in(tx, visit, subject, period)
    if not sums:
        return (total_line(visit, subject, period, sums),)
    bookings = sum(each.bookings for each in sums)
    key = "measure.count_one" if bookings == 1 else "measure.count"
    facts: dict[str, Fact] = {"what": subject.title(visit), "period": spoken(visit, period), "count": bookings}
    return (joined(visit.voice.line(key, **facts, amount=sums[0].amount), *also_lines(visit, sums[1:])),)


async def extreme(
    tx: Tx, visit: Visit, subject: Subject, period: Period, which: Literal["largest", "smallest"]
) -> tuple[Line, ...]:
    """One booking in the person's own currency, or in whatever there is."""
    own = visit.person.currency
    search = Search(which=subject.which(period), kind=subject.flow, order=which, currency=own, most=1)
    found = await tx.books.search(visit.ledger_id, search)
    if not found:
        return (total_line(visit, subject, period, []),)
    title = visit.voice.line(f"measure.{which}", what=subject.title(visit), period=spoken(visit, period))
    return title, row(visit, found[0].entry)
