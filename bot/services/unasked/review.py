"""Rule "review": once a week, if the person wants it, whether anything was missed, and which days have no booking."""

from datetime import date

from bot.domain.alert import Alert, KeptAlert
from bot.domain.answer import Answer, Line
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.timetable import schedule_of
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.books import Search, Which
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.again import period_of_first
from bot.services.unasked.digest import A_WEEK, TOO_LATE
from bot.services.unasked.digest_lines import EVERYTHING, sums_in
from bot.services.unasked.rule import Fired, Planned
from bot.services.unasked.speaker import Reasons, Said
from bot.services.unasked.timing import come_by_now, days_told, next_planned

# So many bookings of a week are read; whoever has more has missed none.
MOST_READ = 1_000


class ReviewRule:
    """One a person; "weekly:SU 18:00" as they set it."""

    name = "review"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        wanted = visit.person.review
        return next_planned(visit, schedule_of(wanted), after) if wanted else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        if not visit.person.review:
            return Fired(day=due.occurs_on, skipped="turned off")
        schedule = schedule_of(visit.person.review)
        come = come_by_now(visit, schedule, due)
        if come.late > TOO_LATE:
            return Fired(day=come.day, missed=come.missed, skipped="more than 12 hours late")
        alert = Alert(kind="review", subject="review", period=days_told(schedule, come.day, A_WEEK).first)
        return Fired(day=come.day, missed=come.missed, alerts=(alert,))


class ReviewSpeaker:
    """Kind "review": how many bookings there are, what they come to, and the days without any."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        first = period_of_first(kept.alert)
        period = Period(first, first + (A_WEEK - 1) * ONE_DAY)
        search = Search(which=Which(period=period, scope=EVERYTHING), most=MOST_READ)
        days = [booking.entry.booked_on for booking in await tx.books.search(visit.ledger_id, search)]
        if not days:
            return Said(visit.voice.answer("review.nothing", period=period))
        spent = await sums_in(tx, visit, "expense", period)
        facts: dict[str, Fact] = {"period": period, "count": len(days)}
        facts["amount"] = ", ".join(visit.voice.fact(each.amount) for each in spent) or visit.voice.text("review.none")
        line = visit.voice.line("review.one" if len(days) == 1 else "review.some", **facts)
        return Said(Answer((joined(line, *_bare_days(visit, period, days)),)))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        return Reasons((visit.voice.line("why.review"),))


def _bare_days(visit: Visit, period: Period, booked_on: list[date]) -> list[Line]:
    days = [period.first + number * ONE_DAY for number in range(period.days)]
    bare = ", ".join(visit.voice.day(day) for day in days if day not in booked_on)
    return [visit.voice.line("review.bare", days=bare)] if bare else []
