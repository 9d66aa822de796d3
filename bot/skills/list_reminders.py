"""list_reminders: what still comes, the soonest first, numbered as it can be cancelled."""

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.reminding import coming_reminders
from bot.skills.reminder_words import row
from bot.skills.skill import NoSlots, Outcome

# As many as are read at a glance.
MOST_SHOWN = 10


class ListReminders:
    """When each comes next, what about, how it comes again, and how many more there are."""

    name = "list_reminders"
    takes = NoSlots

    async def perform(self, tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        coming = await coming_reminders(tx, visit)
        if not coming:
            return Outcome((visit.voice.line("reminder.none"),))
        rows = [row(visit, number, each) for number, each in enumerate(coming[:MOST_SHOWN], start=1)]
        if len(coming) > MOST_SHOWN:
            rows.append(visit.voice.line("reminder.more", count=len(coming) - MOST_SHOWN))
        return Outcome((visit.voice.line("reminder.title"), *rows))
