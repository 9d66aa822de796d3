"""remind: something to be reminded of, once or again and again, at the person's own time of day."""

import datetime as dt

import msgspec

from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.ids import ReminderId
from bot.domain.reminder import Reminder
from bot.domain.time_words import when_text
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.reminding import set_reminder
from bot.skills.offers import undo_offer
from bot.skills.reminder_times import Wish, likely_times, schedule_of
from bot.skills.reminder_words import every_text, short_months
from bot.skills.skill import Outcome, read_slots

# A longer one is a note, and would not fit an SMS with all that is said around it.
LONGEST_ABOUT = 200


class RemindSlots(msgspec.Struct, frozen=True):
    """``time`` as HH:MM, ``recurrence`` as a Recurrence is written."""

    about: str = ""
    date: dt.date | None = None
    time: str | None = None
    recurrence: str | None = None

    @property
    def wish(self) -> Wish | None:
        """When, as far as it is said; None where nothing is."""
        at = _time_of(self.time) if self.time else None
        said = at is not None or self.date is not None or bool(self.recurrence)
        return Wish(date=self.date, time=at, recurrence=self.recurrence or "") if said else None


class Remind:
    """Sets it and says when it comes; asks for what is missing."""

    name = "remind"
    takes = RemindSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, RemindSlots)
        about = " ".join(wanted.about.split())[:LONGEST_ABOUT]
        if not about:
            return Outcome((visit.voice.line("remind.need_about"),))
        if wanted.wish is None:
            return _ask_when(visit, about, slots)
        schedule = schedule_of(visit, wanted.wish)
        reminder = Reminder(
            id=ReminderId(0),
            about=about,
            starts_on=schedule.starts_on,
            at=schedule.at,
            recurrence=str(schedule.recurrence or ""),
        )
        kept = await set_reminder(tx, visit, reminder)
        return Outcome((_set_line(visit, kept),), offers=undo_offer(visit))


def _set_line(visit: Visit, reminder: Reminder) -> Line:
    when = when_text(visit.voice, reminder.starts_on, reminder.at)
    if not reminder.recurrence:
        return visit.voice.line("remind.set", when=when, about=reminder.about)
    return joined(
        visit.voice.line("remind.set_again", about=reminder.about, every=every_text(visit, reminder), when=when),
        *short_months(visit, reminder),
    )


def _ask_when(visit: Visit, about: str, slots: Slots) -> Outcome:
    choices = tuple(
        Choice(
            when_text(visit.voice, moment.date(), moment.time()),
            (SkillCall("remind", {**slots, "date": moment.date().isoformat(), "time": f"{moment:%H:%M}"}),),
        )
        for moment in likely_times(visit)
    )
    asked = Asked(choices=choices, missing=(SkillCall("remind", slots),), slot="when")
    return Outcome((visit.voice.line("remind.need_when", about=about),), asked)


def _time_of(text: str) -> dt.time:
    try:
        return dt.time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as fault:
        raise Refused("understand") from fault
