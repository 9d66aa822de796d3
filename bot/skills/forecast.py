"""forecast: what will be left on a day to come, what may be spent a day, and whether something can be afforded."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import Entry
from bot.domain.budget import Standing
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import OTHER
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.bookkeeping import DAYS_AHEAD
from bot.services.budgeting import standings_touched
from bot.services.forecasting import Outlook, allowance_of, habit_of, money_now, outlook_on, usual_end
from bot.services.naming import meant_by, place_meant
from bot.skills.outlook_words import allowance_line, budget_with_it, left_line, reasons
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots


class ForecastSlots(msgspec.Struct, frozen=True):
    """Until the day before pay-day, or the month's end, unless a date or period says more.

    ``amount`` is what somebody would like to spend, ``about`` what on; ``per`` asks what may be spent a day.
    """

    period: Period | None = None
    date: dt.date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    about: str | None = None
    per: Literal["day"] | None = None


class Forecast:
    """Every figure with the days it is of; nothing comes in that the books do not promise."""

    name = "forecast"
    takes = ForecastSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, ForecastSlots)
        day = wanted.date or (wanted.period.last if wanted.period else usual_end(visit))
        if day < visit.today:
            return Outcome((visit.voice.line("forecast.past"),))
        if (day - visit.today).days > DAYS_AHEAD:
            return Outcome((visit.voice.line("forecast.too_far"),))
        if wanted.amount is not None:
            amount = _price(visit, wanted, wanted.amount)
            if amount is None:
                return Outcome((visit.voice.line("forecast.no_rate", currency=wanted.currency or ""),))
            return Outcome(await _afford(tx, visit, amount, wanted.about, day))
        if wanted.per:
            return Outcome(await _a_day(tx, visit, wanted.period))
        return Outcome(await _course(tx, visit, day, wanted))


async def _outlook(tx: Tx, visit: Visit, day: dt.date) -> Outlook | None:
    now = await money_now(tx, visit)
    return None if now is None else await outlook_on(tx, visit, now, await habit_of(tx, visit), day)


async def _course(tx: Tx, visit: Visit, day: dt.date, wanted: ForecastSlots) -> tuple[Line, ...]:
    """What will be left; of a period first what may be spent in it."""
    outlook = await _outlook(tx, visit, day)
    if outlook is None:
        return await _a_day(tx, visit, wanted.period)
    said = left_line(visit, outlook.left, day, asked="date" if wanted.date else "enough")
    lines = (joined(said, *reasons(visit, outlook)),)
    return (*await _a_day(tx, visit, wanted.period), *lines) if wanted.period else lines


async def _a_day(tx: Tx, visit: Visit, period: Period | None) -> tuple[Line, ...]:
    allowance = await allowance_of(tx, visit)
    if allowance is None:
        return (visit.voice.line("forecast.need"),)
    asked = Period(max(visit.today, period.first), period.last) if period else None
    return (allowance_line(visit, allowance, asked),)


async def _afford(tx: Tx, visit: Visit, amount: Money, about: str | None, day: dt.date) -> tuple[Line, ...]:
    """Yes only where the money lasts and no budget breaks."""
    place = await place_meant(tx, visit, await meant_by(tx, visit, (about or OTHER)[:LONGEST_WORD]))
    entry = Entry(kind="expense", amount=amount, place=place, booked_on=visit.today)
    budget = _tightest(await standings_touched(tx, visit, entry))
    outlook = await _outlook(tx, visit, day)
    if outlook is None:
        if budget is None:
            return (visit.voice.line("forecast.need"),)
        verdict = "forecast.no" if budget.left.minor < amount.minor else "forecast.yes"
        return (joined(visit.voice.line(verdict), budget_with_it(visit, budget, amount)),)
    left = outlook.left - amount
    breaks = budget is not None and budget.left.minor < amount.minor
    verdict = "forecast.no" if left.minor < 0 else "forecast.not_in_budget" if breaks else "forecast.yes"
    said = [visit.voice.line(verdict)]
    said += [budget_with_it(visit, budget, amount)] if budget else []
    return (joined(*said, left_line(visit, left, day, asked="with", amount=amount)), joined(*reasons(visit, outlook)))


def _price(visit: Visit, wanted: ForecastSlots, amount: Decimal) -> Money | None:
    """In the person's own currency; None where that cannot be told. Raises Refused for what is no price."""
    price = Money.of(amount, wanted.currency or visit.person.currency)
    if price.minor <= 0:
        raise Refused("amount_not_positive")
    if price.currency == visit.person.currency:
        return price
    return visit.house.rates.worth(price, visit.person.currency, visit.today) if visit.house.rates else None


def _tightest(standings: list[Standing]) -> Standing | None:
    """The budget that leaves least."""
    return min(standings, key=lambda standing: standing.left.minor, default=None)
