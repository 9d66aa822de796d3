"""leave_it: the no to what was asked."""

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.domain.yes_or_no import LEAVE_IT
from bot.ports.store import Tx
from bot.skills.skill import NoSlots, Outcome


class LeaveIt:
    """Says that nothing was done, and does nothing."""

    name = LEAVE_IT.skill
    takes = NoSlots

    async def perform(self, _tx: Tx, visit: Visit, _slots: Slots) -> Outcome:
        return Outcome((visit.voice.line("question.left"),))
