"""Reminders: set, cancelled, and those that still come."""

from datetime import datetime

import msgspec

from bot.domain.act import ReminderCancelled, ReminderSet
from bot.domain.errors import Refused
from bot.domain.ids import AlertId, ReminderId
from bot.domain.local_time import next_due
from bot.domain.reminder import Reminder
from bot.domain.visit import Visit
from bot.ports.dues import Due
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.unasked.planning import plan

# More than anybody minds; a loop that sets them must end.
MOST_REMINDERS = 200


class Coming(msgspec.Struct, frozen=True):
    """When a reminder comes next, and by which rule: its own, or "again:7" where it was put off."""

    reminder: Reminder
    due_at: datetime
    rule: str


async def set_reminder(tx: Tx, visit: Visit, reminder: Reminder) -> Reminder:
    """A new one, under its id. Raises Refused where it would never come, or for one too many."""
    first = next_due(reminder.schedule, visit.person.timezone)
    if first is None or first.due_at <= visit.now:
        raise Refused("reminder_past")
    if len(await tx.reminders.of(visit.person_id)) >= MOST_REMINDERS:
        raise Refused("too_many_reminders", most=MOST_REMINDERS)
    kept = await tx.reminders.add(visit.person_id, reminder)
    await write_deed(tx, visit, ReminderSet(kept.id))
    await plan(tx, visit, rule_of(kept.id))
    return kept


async def cancel_reminder(tx: Tx, visit: Visit, coming: Coming) -> None:
    """What was put off is not said again; one that comes by itself never comes any more."""
    reminder_id = coming.reminder.id
    if coming.rule != rule_of(reminder_id):
        await tx.dues.cancel(visit.person_id, coming.rule)
    elif await set_removed(tx, visit, reminder_id, removed=True):
        await write_deed(tx, visit, ReminderCancelled(reminder_id))


async def set_removed(tx: Tx, visit: Visit, reminder_id: ReminderId, *, removed: bool) -> bool:
    """With what is planned of it; False where nothing changed."""
    changed = await tx.reminders.set_removed(visit.person_id, reminder_id, removed=removed)
    if changed:
        await plan(tx, visit, rule_of(reminder_id))
    return changed


async def coming_reminders(tx: Tx, visit: Visit) -> list[Coming]:
    """All that still come, the soonest first; what was put off among them."""
    standing = {rule_of(reminder.id): reminder for reminder in await tx.reminders.of(visit.person_id)}
    found: list[Coming] = []
    for due in await tx.dues.of(visit.person_id):
        reminder = standing.get(due.rule) or await _put_off(tx, visit, due)
        if reminder:
            found.append(Coming(reminder, due.due_at, due.rule))
    return found


async def _put_off(tx: Tx, visit: Visit, due: Due) -> Reminder | None:
    if due.name != "again":
        return None
    kept = await tx.alerts.one(visit.person_id, AlertId(due.number))
    if kept is None or kept.alert.kind != "reminder":
        return None
    reminder = await tx.reminders.one(visit.person_id, ReminderId(kept.alert.subject_id))
    return None if reminder is None or reminder.is_given_up else reminder


def rule_of(reminder_id: ReminderId) -> str:
    return f"reminder:{reminder_id}"
