"""Incomes that can be relied on: what came from the same source in each of the last two months, and is due again."""

from datetime import date, timedelta

import msgspec

from bot.domain.money import Money
from bot.domain.period import Period, month_of
from bot.domain.taxonomy import Scope, word_key
from bot.domain.visit import Visit
from bot.ports.books import Point
from bot.ports.store import Tx


class Coming(msgspec.Struct, frozen=True):
    """What is due on a day after today, by the word it was booked under."""

    word: str
    amount: Money
    day: date


class _Source(msgspec.Struct, frozen=True):
    word: str
    days: list[Point]


async def incomes_until(tx: Tx, visit: Visit, day: date) -> tuple[Coming, ...]:
    """In the person's own currency, the soonest first.

    A source counts that paid equally often in both months: on the days of the last month, the lesser of both amounts.
    What came from it this month already is not due again.
    """
    running = month_of(visit.today)
    last = month_of(running.first - timedelta(days=1))
    before = await _sources(tx, visit, month_of(last.first - timedelta(days=1)))
    came = await _sources(tx, visit, running)
    found: list[Coming] = []
    for key, source in (await _sources(tx, visit, last)).items():
        earlier = before[key].days if key in before else []
        if len(earlier) == len(source.days):
            already = len(came[key].days) if key in came else 0
            found += _due(source, earlier, already, Period(visit.today + timedelta(days=1), day))
    return tuple(sorted(found, key=lambda each: each.day))


async def _sources(tx: Tx, visit: Visit, month: Period) -> dict[str, _Source]:
    """What each source paid in a month, day by day."""
    found: dict[str, _Source] = {}
    own = visit.person.currency
    for each in await tx.books.slices(visit.ledger_id, "income", month):
        if each.amount.currency == own:
            key = word_key(each.place.word)
            points = await tx.books.series(visit.ledger_id, "income", Scope("word", key), month, "day")
            found[key] = _Source(each.place.word, [point for point in points if point.amount.currency == own])
    return found


def _due(source: _Source, earlier: list[Point], already: int, period: Period) -> list[Coming]:
    found: list[Coming] = []
    month = month_of(period.first - timedelta(days=1))
    while month.first <= period.last:
        for now, then in list(zip(source.days, earlier, strict=True))[already:]:
            day = month.first.replace(day=min(now.starts_on.day, month.last.day))
            if day in period:
                found.append(Coming(source.word, min(now.amount, then.amount, key=lambda each: each.minor), day))
        month, already = month_of(month.last + timedelta(days=1)), 0
    return found
