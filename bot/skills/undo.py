"""undo: a message is taken back, whatever it did, from either phone, for a day."""

import msgspec

from bot.domain.act import (
    Act,
    Amended,
    BillRemoved,
    BillSet,
    Booked,
    BudgetRemoved,
    BudgetSet,
    GoalRemoved,
    GoalSet,
    Laid,
    Meant,
    PreferenceSet,
    ReminderSet,
    Removed,
    Snoozed,
)
from bot.domain.answer import Line
from bot.domain.booking import Entry
from bot.domain.decision import Slots
from bot.domain.ids import MessageId
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.bill_words import bill_name
from bot.services.budgeting import standings_touched
from bot.services.undoing import undo_last_message, undo_message
from bot.services.undoing_plans import PlanDeed
from bot.skills.booking_lines import what
from bot.skills.goal_said import goal_name
from bot.skills.preference_words import value_text
from bot.skills.recording import standing_lines
from bot.skills.skill import Outcome, read_slots

# A change of many bookings at once is not read back whole.
MOST_SAID = 10


class UndoSlots(msgspec.Struct, frozen=True):
    """``message`` (from a button) is the one to take back; the last one without it."""

    message: int | None = None


class Undo:
    """Says what was undone and what is left now."""

    name = "undo"
    takes = UndoSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        message = read_slots(slots, UndoSlots).message
        if message is None:
            undone, nothing = await undo_last_message(tx, visit), "undo.nothing"
        else:
            undone, nothing = await undo_message(tx, visit, MessageId(message)), "undo.nothing_of_it"
        if not undone:
            return Outcome((visit.voice.line(nothing),))
        if any(isinstance(act.deed, PreferenceSet) for act in undone):
            visit = visit.of(await tx.people.person(visit.person_id))
        told = _worth_telling(undone)
        said = [await _said(tx, visit, act) for act in told[: -MOST_SAID - 1 : -1]]
        if len(told) > len(said):
            said.append(visit.voice.line("undo.more", count=len(told) - len(said)))
        return Outcome(tuple(said))


def _worth_telling(undone: list[Act]) -> list[Act]:
    """Without the way of writing that came and went with a language."""
    set_back = [act.deed.key for act in undone if isinstance(act.deed, PreferenceSet)]
    if "language" not in set_back:
        return undone
    return [act for act in undone if not (isinstance(act.deed, PreferenceSet) and act.deed.key == "locale")]


async def _said(tx: Tx, visit: Visit, act: Act) -> Line:
    voice, deed = visit.voice, act.deed
    if isinstance(deed, Booked):
        entry = deed.booking.entry
        return await _with_standing(tx, visit, voice.line("undo.done", what=what(visit, entry)), entry)
    if isinstance(deed, Removed):
        entry = deed.booking.entry
        return await _with_standing(tx, visit, voice.line("undo.restored", what=what(visit, entry)), entry)
    if isinstance(deed, Amended):
        said = voice.line("undo.changed_back", after=what(visit, deed.after), before=what(visit, deed.before))
        return await _with_standing(tx, visit, said, deed.before)
    if isinstance(deed, BudgetSet):
        word = deed.after.word or voice.text("budget.overall")
        if deed.before is None:
            return voice.line("undo.budget", word=word)
        return voice.line("undo.budget_back", word=word, limit=deed.before.limit)
    if isinstance(deed, BudgetRemoved):
        word = deed.budget.word or voice.text("budget.overall")
        return voice.line("undo.budget_back", word=word, limit=deed.budget.limit)
    if isinstance(deed, Laid | Meant):
        return voice.line("undo.word", word=deed.word if isinstance(deed, Meant) else deed.after.word)
    if isinstance(deed, PlanDeed):
        return await _plan_said(tx, visit, deed)
    if isinstance(deed, Snoozed):
        return voice.line("undo.snoozed")
    assert isinstance(deed, PreferenceSet)
    value = value_text(visit, deed.key, deed.before)
    return voice.line("undo.preference", key=voice.text(f"setting.{deed.key}"), value=value)


async def _plan_said(tx: Tx, visit: Visit, deed: PlanDeed) -> Line:
    if isinstance(deed, BillSet | BillRemoved):
        return _bill_said(visit, deed)
    if isinstance(deed, GoalSet | GoalRemoved):
        return _goal_said(visit, deed)
    reminder = await tx.reminders.one(visit.person_id, deed.reminder_id)
    key = "undo.reminder" if isinstance(deed, ReminderSet) else "undo.reminder_back"
    return visit.voice.line(key, about=reminder.about if reminder else "")


def _bill_said(visit: Visit, deed: BillSet | BillRemoved) -> Line:
    """Gone, what it was, or as it was where the amount is the same."""
    if isinstance(deed, BillRemoved):
        return visit.voice.line("undo.bill_back", bill=bill_name(visit, deed.bill), amount=deed.bill.amount)
    bill = bill_name(visit, deed.before or deed.after)
    if deed.before is None:
        return visit.voice.line("undo.bill", bill=bill)
    if deed.before.amount == deed.after.amount:
        return visit.voice.line("undo.bill_as_before", bill=bill)
    return visit.voice.line("undo.bill_back", bill=bill, amount=deed.before.amount)


def _goal_said(visit: Visit, deed: GoalSet | GoalRemoved) -> Line:
    if isinstance(deed, GoalRemoved):
        return visit.voice.line("undo.goal_back", goal=goal_name(visit, deed.goal.name), target=deed.goal.target)
    goal = goal_name(visit, deed.after.name)
    if deed.before is None:
        return visit.voice.line("undo.goal", goal=goal)
    if deed.before.target == deed.after.target:
        return visit.voice.line("undo.goal_as_before", goal=goal)
    return visit.voice.line("undo.goal_back", goal=goal, target=deed.before.target)


async def _with_standing(tx: Tx, visit: Visit, said: Line, entry: Entry) -> Line:
    return joined(said, *standing_lines(visit, entry, await standings_touched(tx, visit, entry)))
