"""record_expense: money that was spent."""

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.skills.recording import RecordSlots, record
from bot.skills.skill import Outcome


class RecordExpense:
    """Books an expense and says what is left; without a category it is ``other`` and the usual ones are offered."""

    name = "record_expense"
    takes = RecordSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        return await record(tx, visit, "expense", slots)
