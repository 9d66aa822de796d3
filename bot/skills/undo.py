"""undo: the last message is taken back, whatever it did, from either phone, for a day."""

from bot.domain.act import Act, Amended, Booked, BudgetSet, PreferenceSet, Removed
from bot.domain.answer import Line
from bot.domain.booking import Entry
from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.budgeting import standings_touched
from bot.services.undoing import undo_last_message
from bot.skills.edit_transaction import what
from bot.skills.recording import standing_lines
from bot.skills.skill import Outcome


class Undo:
    """Says what was undone and what is left now."""

    name = "undo"

    async def perform(self, tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        undone = await undo_last_message(tx, visit)
        if not undone:
            return Outcome((visit.voice.line("undo.nothing"),))
        return Outcome(tuple([await _said(tx, visit, act) for act in reversed(undone)]))


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
    assert isinstance(deed, PreferenceSet)
    return voice.line("undo.preference", key=deed.key.replace("_", " "), value=deed.before)


async def _with_standing(tx: Tx, visit: Visit, said: Line, entry: Entry) -> Line:
    return joined(said, *standing_lines(visit, entry, await standings_touched(tx, visit, entry)))
