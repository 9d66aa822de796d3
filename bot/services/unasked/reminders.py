"""Rule and speaker "reminder": what the person wanted to be reminded of, at their own time of day."""

from datetime import date, timedelta

from bot.domain.alert import Alert, KeptAlert
from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import ReminderId
from bot.domain.local_time import instant_of, missed_days, next_due
from bot.domain.reminder import Reminder
from bot.domain.time_words import when_text
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.unasked.again import period_of_first
from bot.services.unasked.rule import Fired, Planned
from bot.services.unasked.speaker import Reasons, Said

# Later than this it says when it was due.
LATE_AFTER = timedelta(minutes=10)
ONE_DAY = timedelta(days=1)


class ReminderRule:
    """``number`` is the reminder. However late, the newest day that came is told, and those before it are missed."""

    name = "reminder"

    async def following(self, tx: Tx, visit: Visit, number: int, after: date | None) -> Planned | None:
        reminder = await tx.reminders.one(visit.person_id, ReminderId(number))
        if reminder is None or reminder.removed:
            return None
        coming = next_due(reminder.schedule, visit.person.timezone, done=after)
        return Planned(coming.day, coming.due_at) if coming else None

    async def fire(self, tx: Tx, visit: Visit, due: Due) -> Fired:
        """One that comes once is over by being told."""
        reminder = await tx.reminders.one(visit.person_id, ReminderId(due.number))
        if reminder is None or reminder.removed:
            return Fired(day=due.occurs_on, skipped="cancelled")
        done = await tx.dues.last_day(visit.person_id, due.rule)
        missed = missed_days(reminder.schedule, visit.person.timezone, done=done, now=visit.now)
        day = missed.run or due.occurs_on
        if not reminder.recurrence:
            await tx.reminders.set_removed(visit.person_id, reminder.id, removed=True)
        alert = Alert(kind="reminder", subject=due.rule, period=day)
        return Fired(day=day, alerts=(alert,), missed=missed.skipped)


class ReminderSpeaker:
    """In the person's own words; buttons put it off."""

    async def say(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Said | None:
        reminder = await _reminder_of(tx, visit, kept)
        if reminder is None or reminder.is_given_up or _comes_by_itself(visit, kept, reminder):
            return None
        was_due = _was_due(visit, kept, reminder)
        if was_due:
            answer = visit.voice.answer("reminder.late", about=reminder.about, when=was_due)
        else:
            answer = visit.voice.answer("reminder.told", about=reminder.about)
        return Said(answer, _put_off_offers(visit, kept))

    async def explain(self, tx: Tx, visit: Visit, kept: KeptAlert) -> Reasons:
        reminder = await _reminder_of(tx, visit, kept)
        return Reasons((visit.voice.line("why.reminder", about=reminder.about),) if reminder else ())


async def _reminder_of(tx: Tx, visit: Visit, kept: KeptAlert) -> Reminder | None:
    return await tx.reminders.one(visit.person_id, ReminderId(kept.alert.subject_id))


def _is_put_off(kept: KeptAlert) -> bool:
    """Its threshold is the alert it was."""
    return kept.alert.threshold > 0


def _was_due(visit: Visit, kept: KeptAlert, reminder: Reminder) -> str:
    """When, where that is not now; what was put off is only known by its day."""
    day = kept.alert.period
    if _is_put_off(kept):
        return visit.voice.day(day) if day < visit.today else ""
    is_late = visit.now - instant_of(day, reminder.at, visit.person.timezone) > LATE_AFTER
    return when_text(visit.voice, day, reminder.at) if is_late else ""


def _comes_by_itself(visit: Visit, kept: KeptAlert, reminder: Reminder) -> bool:
    """Whether what was put off from another day has met the time at which this day's own comes."""
    recurrence = reminder.schedule.recurrence
    if recurrence is None or not _is_put_off(kept) or period_of_first(kept.alert) == visit.today:
        return False
    is_own_day = recurrence.next_after(visit.today - ONE_DAY, reminder.starts_on) == visit.today
    since = visit.now - instant_of(visit.today, reminder.at, visit.person.timezone)
    return is_own_day and timedelta(0) <= since <= LATE_AFTER


def _put_off_offers(visit: Visit, kept: KeptAlert) -> tuple[Choice, ...]:
    offers = {"hour": {"minutes": 60}, "tomorrow": {"date": (visit.today + ONE_DAY).isoformat()}}
    return tuple(
        Choice(visit.voice.text(f"offer.{name}"), (SkillCall("snooze_alert", {"alert": kept.id, **until}),))
        for name, until in offers.items()
    )
