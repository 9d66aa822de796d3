"""Rule "capped": what was booked after the day's last SMS is told in one message the next morning."""

from datetime import UTC, date, datetime, time, timedelta

from bot.domain.act import Booked
from bot.domain.alert import Alert, KeptAlert
from bot.domain.answer import Answer
from bot.domain.booking import Booking
from bot.domain.local_time import instant_of
from bot.domain.period import Period
from bot.domain.recurrence import ONE_DAY
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.once import still_ahead
from bot.services.unasked.rule import Fired, Planned
from bot.services.unasked.speaker import Reasons, Said

MORNING = time(9)
EPOCH, MILLISECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)
# So many fit two SMS with all that is around them.
MOST_SHOWN = 8


def capped_rule(visit: Visit) -> tuple[str, Planned]:
    """The rule for a cap that is reached now: its number is the millisecond since which nothing is answered."""
    tomorrow = visit.today + ONE_DAY
    planned = Planned(tomorrow, instant_of(tomorrow, MORNING, visit.person.timezone))
    return f"capped:{(visit.now - EPOCH) // MILLISECOND}", planned


class CappedRule:
    """``number`` is the millisecond since which nothing was answered."""

    name = "capped"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        return await still_ahead(tx, visit, f"{self.name}:{number}")

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        period = visit.person.today(EPOCH + due.number * MILLISECOND)
        alert = Alert(kind="capped", subject="capped", period=period, facts={"since": due.number})
        return Fired(day=due.occurs_on, alerts=(alert,))


class CappedSpeaker:
    """Kind "capped": None where nothing was booked any more on that day, or nothing of it stands."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        booked = await _unanswered(tx, visit, kept.alert)
        if not booked:
            return None
        voice, day = visit.voice, Period(kept.alert.period, kept.alert.period)
        shown = [booking.entry for booking in booked[:MOST_SHOWN]]
        what = ", ".join(voice.text("edit.what", amount=entry.amount, category=entry.category) for entry in shown)
        lines = [voice.line("capped.booked", period=day, what=what)]
        if len(booked) > MOST_SHOWN:
            lines.append(voice.line("list.more", count=len(booked) - MOST_SHOWN))
        return Said(Answer((joined(*lines),)))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        booked = await _unanswered(tx, visit, kept.alert)
        return Reasons((visit.voice.line("why.capped"),), tuple(reversed(booked)))


async def _unanswered(tx: Tx, visit: Visit, alert: Alert) -> list[Booking]:
    """What was booked between the day's last SMS and its midnight and was not taken back, in order."""
    since = EPOCH + int(alert.facts["since"]) * MILLISECOND
    midnight = instant_of(alert.period + ONE_DAY, time(0), visit.person.timezone)
    acts = await tx.journal.undoable(visit.person_id, since)
    return [act.deed.booking for act in reversed(acts) if isinstance(act.deed, Booked) and act.at < midnight]
