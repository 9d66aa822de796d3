"""A period step by step: what its days, weeks or months came to."""

from datetime import date, timedelta
from typing import Literal

import msgspec

from bot.domain.money import Money
from bot.domain.money_words import first_weekday, month_text
from bot.domain.period import Period, month_of, week_of
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx
from bot.skills.subject import Subject, entries_in

Step = Literal["day", "week", "month"]


class Stretch(msgspec.Struct, frozen=True):
    """One day, week or month of a period, and what it came to in one currency."""

    period: Period
    amount: Money


async def stretches_in(tx: Tx, visit: Visit, subject: Subject, period: Period, step: Step) -> list[Stretch]:
    """Those that have anything, in order, the person's own currency first; running totals tell where they can."""
    found: dict[tuple[str, date], Stretch] = {}
    for day, amount in await _amounts(tx, visit, subject, period, step):
        stretch = _around(visit, period, day, step)
        key = amount.currency, stretch.first
        before = found[key].amount if key in found else Money(0, amount.currency)
        found[key] = Stretch(stretch, before + amount)
    own = visit.person.currency
    return [found[key] for key in sorted(found, key=lambda key: (key[0] != own, key))]


async def _amounts(tx: Tx, visit: Visit, subject: Subject, period: Period, step: Step) -> list[tuple[date, Money]]:
    if subject.is_narrowed:
        return [(entry.booked_on, entry.own) for entry in await entries_in(tx, visit, subject, period)]
    in_months = step == "month" and period.first.day == 1 and period.last == month_of(period.last).last
    grain = "month" if in_months else "day"
    points = await tx.books.series(visit.ledger_id, subject.flow, subject.scope, period, grain)
    return [(point.starts_on, point.amount) for point in points]


def _around(visit: Visit, period: Period, day: date, step: Step) -> Period:
    """The step around a day, as far as it lies in the period."""
    if step == "day":
        return Period(day, day)
    whole = month_of(day) if step == "month" else week_of(day, first_weekday(visit.person.locale))
    return Period(max(whole.first, period.first), min(whole.last, period.last))


def without_gaps(visit: Visit, stretches: list[Stretch], period: Period, step: Step) -> list[Stretch]:
    """One currency's days, weeks or months from the first until now, with nothing where nothing was."""
    kept = {each.period: each for each in stretches}
    nothing = Money(0, stretches[0].amount.currency)
    until = max(stretches[-1].period.first, min(period.last, visit.today))
    filled: list[Stretch] = []
    day = stretches[0].period.first
    while day <= until:
        around = _around(visit, period, day, step)
        filled.append(kept.get(around) or Stretch(around, nothing))
        day = around.last + timedelta(days=1)
    return filled


def stretch_text(visit: Visit, stretch: Period, step: Step) -> str:
    """As it stands at the beginning of a line: "November", "From Nov 2 to Nov 8", "Nov 5"."""
    voice = visit.voice
    if step == "month":
        with_year = stretch.first.year != visit.today.year
        return titled(month_text(stretch.first, voice.locale, with_year=with_year))
    return titled(voice.day(stretch.first) if stretch.days == 1 else voice.period(stretch))
