"""A reminder in words: how it comes again, and its row in a list."""

from bot.domain.answer import Line
from bot.domain.recurrence import LAST_OF_MONTH
from bot.domain.recurrence_words import recurrence_text
from bot.domain.reminder import Reminder
from bot.domain.time_words import when_text
from bot.domain.visit import Visit
from bot.services.reminding import Coming, rule_of

# Every month has so many days.
SHORTEST_MONTH = 28


def every_text(visit: Visit, reminder: Reminder) -> str:
    return recurrence_text(visit.voice, reminder.recurrence, reminder.starts_on)


def short_months(visit: Visit, reminder: Reminder) -> list[Line]:
    """What becomes of the 31st where there is none."""
    recurrence = reminder.schedule.recurrence
    tells = recurrence is not None and SHORTEST_MONTH < recurrence.month_day < LAST_OF_MONTH
    return [visit.voice.line("remind.short_months")] if tells else []


def when_coming(visit: Visit, coming: Coming) -> str:
    local = visit.person.local(coming.due_at)
    return when_text(visit.voice, local.date(), local.time())


def row(visit: Visit, number: int, coming: Coming) -> Line:
    """A row of a list: its number, when it comes next, what about, and how it comes again."""
    reminder = coming.reminder
    facts = {"number": number, "when": when_coming(visit, coming), "about": reminder.about}
    if coming.rule != rule_of(reminder.id):
        return visit.voice.line("reminder.row_put_off", **facts)
    if reminder.recurrence:
        return visit.voice.line("reminder.row_again", **facts, every=every_text(visit, reminder))
    return visit.voice.line("reminder.row", **facts)
