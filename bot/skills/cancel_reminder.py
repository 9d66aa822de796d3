"""cancel_reminder: one by its words or its number, or all of them; and "done" to the one that was told last."""

from datetime import timedelta

import msgspec

from bot.domain.alert import KeptAlert
from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.ids import ReminderId
from bot.domain.reminder import Reminder
from bot.domain.taxonomy import word_key
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.reminding import Coming, cancel_reminder, coming_reminders, rule_of
from bot.skills.offers import undo_offer
from bot.skills.reminder_words import when_coming
from bot.skills.skill import Outcome, read_slots

# More than these are no choice but a list.
MOST_CHOICES = 6
# Whoever says "done" means what was told lately.
LATELY = timedelta(days=7)


class CancelSlots(msgspec.Struct, frozen=True):
    """``number`` as in the list, ``rule`` from a button; ``done`` is no cancelling."""

    about: str = ""
    number: int | None = None
    all: bool = False
    done: bool = False
    rule: str = ""


class CancelReminder:
    """Says which one is cancelled; asks where several are meant."""

    name = "cancel_reminder"
    takes = CancelSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, CancelSlots)
        if wanted.done:
            return await _done(tx, visit)
        coming = await coming_reminders(tx, visit)
        meant = coming if wanted.all else _meant(coming, wanted)
        if not meant:
            return Outcome((_none_meant(visit, coming, wanted),))
        if len({each.reminder.id for each in meant}) > 1 and not wanted.all:
            return _which(visit, meant)
        for each in meant:
            await cancel_reminder(tx, visit, each)
        return _cancelled(visit, meant)


def _meant(coming: list[Coming], wanted: CancelSlots) -> list[Coming]:
    """Several where nothing tells which."""
    if wanted.rule:
        return [each for each in coming if each.rule == wanted.rule]
    if wanted.number is not None:
        return coming[wanted.number - 1 : wanted.number] if wanted.number > 0 else []
    if not wanted.about:
        return coming
    words = {word_key(word) for word in wanted.about.split()}
    shared = [(each, _shared_letters(words, each.reminder)) for each in coming]
    most = max((letters for _, letters in shared), default=0)
    return [each for each, letters in shared if letters == most > 0]


def _shared_letters(words: set[str], reminder: Reminder) -> int:
    """Long words tell more than short ones: "pay the rent" means the rent, whatever else is to be paid."""
    return sum(len(word) for word in {word_key(word) for word in reminder.about.split()} & words)


def _none_meant(visit: Visit, coming: list[Coming], wanted: CancelSlots) -> Line:
    if not coming:
        return visit.voice.line("reminder.none")
    if wanted.number is not None:
        return visit.voice.line("reminder.no_such_number", number=wanted.number)
    if wanted.rule:
        return visit.voice.line("reminder.gone")
    return visit.voice.line("reminder.none_about", about=wanted.about)


def _which(visit: Visit, meant: list[Coming]) -> Outcome:
    choices = tuple(
        Choice(
            f"{each.reminder.about}, {when_coming(visit, each)}", (SkillCall("cancel_reminder", {"rule": each.rule}),)
        )
        for each in meant[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("reminder.which"),), Asked(choices=choices))


def _cancelled(visit: Visit, meant: list[Coming]) -> Outcome:
    """What was put off was told already: taking back its end would not bring it again."""
    is_undone = any(each.rule == rule_of(each.reminder.id) for each in meant)
    count = len({each.reminder.id for each in meant})
    line = (
        visit.voice.line("reminder.cancelled", about=meant[0].reminder.about)
        if count == 1
        else visit.voice.line("reminder.all_cancelled", count=count)
    )
    return Outcome((line,), offers=undo_offer(visit) if is_undone else ())


async def _done(tx: Tx, visit: Visit) -> Outcome:
    """What is done is not said again; one that comes by itself comes the next time."""
    kept = await _told_last(tx, visit)
    reminder = await tx.reminders.one(visit.person_id, ReminderId(kept.alert.subject_id)) if kept else None
    if kept is None or reminder is None:
        return Outcome((visit.voice.line("reminder.nothing_to_do"),))
    await tx.dues.cancel(visit.person_id, f"again:{kept.id}")
    own = [each for each in await coming_reminders(tx, visit) if each.rule == rule_of(reminder.id)]
    if own:
        when = when_coming(visit, own[0])
        return Outcome((visit.voice.line("reminder.done_until", about=reminder.about, when=when),))
    return Outcome((visit.voice.line("reminder.done", about=reminder.about),))


async def _told_last(tx: Tx, visit: Visit) -> KeptAlert | None:
    told = await tx.alerts.told(visit.person_id, visit.now - LATELY)
    return next((kept for kept in told if kept.alert.kind == "reminder"), None)
