"""spending_query: how much went where, or came from where, in which days."""

from typing import Literal

import msgspec

from bot.domain.decision import Slots
from bot.domain.period import Period, month_of
from bot.domain.visit import Visit
from bot.ports.books import Flow
from bot.ports.store import Tx
from bot.skills.asked_days import ever, last_months, last_weeks, last_year, since_first
from bot.skills.comparing import compare
from bot.skills.measuring import Measure, Per, average, count, extreme
from bot.skills.parts import Kind
from bot.skills.ranking import MOST_PARTS, Ranking, rank
from bot.skills.skill import Outcome, read_slots
from bot.skills.spending_totals import total
from bot.skills.steps import Step
from bot.skills.subject import Subject, subject_of
from bot.skills.told import Told
from bot.skills.trending import show_course

LONGEST_MONTH = 31
# How far back an average looks where no days are named.
LATELY = {"week": last_weeks, "month": last_months, "booking": last_year}


class QuerySlots(msgspec.Struct, frozen=True):
    """``kind`` is expense unless income is asked for; without a period it is this month, or what the question needs."""

    category: str | None = None
    merchant: str | None = None
    tag: str | None = None
    account: str | None = None
    person: str | None = None
    period: Period | None = None
    kind: Flow = "expense"
    compare: Period | None = None
    by: Kind | Step | None = None
    measure: Measure | Literal["total"] = "total"
    per: Per | None = None
    limit: int | None = None
    chart: bool = False


class SpendingQuery:
    """Totals, comparisons, tops, courses, averages: each figure with the period it covers."""

    name = "spending_query"
    takes = QuerySlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, QuerySlots)
        period = wanted.period or await _usual_period(tx, visit, wanted)
        said = Subject(
            flow=wanted.kind,
            category=wanted.category or "",
            merchant=wanted.merchant or "",
            tag=wanted.tag or "",
            account=wanted.account or "",
            person=wanted.person or "",
        )
        subject = await subject_of(tx, visit, said, period)
        told = await _answer(tx, visit, wanted, subject, period)
        return told.outcome(visit, slots, is_drawn=wanted.chart)


async def _usual_period(tx: Tx, visit: Visit, wanted: QuerySlots) -> Period:
    """Enough days for what is asked: a course or an average needs more than the running month."""
    is_ever = bool(wanted.tag or wanted.person)
    usual = ever(visit) if is_ever else month_of(visit.today)
    if wanted.measure == "average" and (is_ever or wanted.per in LATELY):
        lately = LATELY[wanted.per](visit) if wanted.per in LATELY else usual
        return await since_first(tx, visit, wanted.kind, lately)
    if wanted.by in ("week", "month"):
        return last_weeks(visit) if wanted.by == "week" else last_months(visit)
    return usual


async def _answer(tx: Tx, visit: Visit, wanted: QuerySlots, subject: Subject, period: Period) -> Told:
    if wanted.compare:
        return Told(await compare(tx, visit, subject, period, wanted.compare))
    if wanted.by:
        return await _by(tx, visit, wanted, subject, period)
    if wanted.measure == "average":
        per = wanted.per or ("day" if period.days <= LONGEST_MONTH else "month")
        return Told(await average(tx, visit, subject, period, per))
    if wanted.measure == "count":
        return Told(await count(tx, visit, subject, period))
    if wanted.measure in ("largest", "smallest"):
        return Told(await extreme(tx, visit, subject, period, wanted.measure))
    return await (_picture if wanted.chart else total)(tx, visit, subject, period)


async def _by(tx: Tx, visit: Visit, wanted: QuerySlots, subject: Subject, period: Period) -> Told:
    """A top where so many are asked for; days, weeks and months are otherwise told in their order."""
    by = wanted.by
    assert by
    most = 1 if wanted.measure in ("largest", "smallest") else wanted.limit
    if most is None and by in ("day", "week", "month"):
        return await show_course(tx, visit, subject, period, by)
    return await rank(tx, visit, subject, period, Ranking(by, most or MOST_PARTS))


async def _picture(tx: Tx, visit: Visit, subject: Subject, period: Period) -> Told:
    """Of parts by category; a subject with a single one is drawn over the last months."""
    told = await rank(tx, visit, subject, period, Ranking("category"))
    if told.is_better_seen:
        return told
    course = await show_course(tx, visit, subject, last_months(visit), "month")
    return course if course.chart else told
