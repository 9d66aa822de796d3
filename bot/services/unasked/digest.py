"""Rule "digest": what was spent, what came in and what is close, once a day or once a week, if the person wants it."""

from datetime import date, timedelta

from bot.domain.alert import Alert, KeptAlert
from bot.domain.answer import Answer, Line
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.timetable import is_daily, schedule_of
from bot.domain.visit import Visit
from bot.kit.gsm7 import segments, transliterate
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.again import period_of_first, threshold_of_first
from bot.services.unasked.digest_chart import spending_chart
from bot.services.unasked.digest_lines import digest_lines
from bot.services.unasked.rule import Fired, Planned
from bot.services.unasked.speaker import Reasons, Said
from bot.services.unasked.timing import come_by_now, days_told, next_planned

# What comes later than that is yesterday's news.
TOO_LATE = timedelta(hours=12)
A_WEEK = 7
# What a digest by SMS may cost.
MOST_SEGMENTS = 2


class DigestRule:
    """One a person; "daily 09:00" or "weekly:SU 18:00" as they set it."""

    name = "digest"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        wanted = visit.person.digest
        return next_planned(visit, schedule_of(wanted), after) if wanted else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        wanted = visit.person.digest
        if not wanted:
            return Fired(day=due.occurs_on, skipped="turned off")
        schedule = schedule_of(wanted)
        come = come_by_now(visit, schedule, due)
        if come.late > TOO_LATE:
            return Fired(day=come.day, missed=come.missed, skipped="more than 12 hours late")
        period = days_told(schedule, come.day, 1 if is_daily(wanted) else A_WEEK)
        if is_daily(wanted) and not await digest_lines(tx, visit, period):
            return Fired(day=come.day, missed=come.missed, skipped="nothing to tell")
        alert = Alert(kind="digest", subject="digest", period=period.first, threshold=period.days)
        return Fired(day=come.day, missed=come.missed, alerts=(alert,))


class DigestSpeaker:
    """Kind "digest": a few lines with a picture; of a week in which nothing happened one line."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        period = _period(kept.alert)
        lines = await digest_lines(tx, visit, period)
        if not lines and period.days == 1:
            return None
        if not lines:
            return Said(visit.voice.answer("digest.nothing", period=period))
        return Said(Answer(_fitting(visit, lines), chart=await spending_chart(tx, visit, period)))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        return Reasons((visit.voice.line("why.digest"),))


def _period(alert: Alert) -> Period:
    """So many days: a digest of the day and one of the week that begins with it are two."""
    first = period_of_first(alert)
    return Period(first, first + (threshold_of_first(alert) - 1) * ONE_DAY)


def _fitting(visit: Visit, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """By SMS without its last lines where they would cost too much."""
    while visit.address.address.channel == "sms" and len(lines) > 1 and _cost(lines) > MOST_SEGMENTS:
        lines = lines[:-1]
    return lines


def _cost(lines: tuple[Line, ...]) -> int:
    return segments(transliterate(Answer(lines).plain))
