"""record_income: money that came in."""

from bot.domain.decision import Slots
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.skills.recording import RecordSlots, record
from bot.skills.skill import Outcome


class RecordIncome:
    """Books an income; its source is a category of its own kind."""

    name = "record_income"
    takes = RecordSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        return await record(tx, visit, "income", slots)
