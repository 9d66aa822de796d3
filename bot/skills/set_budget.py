"""set_budget: so much for a category or in all, over and over."""

from decimal import Decimal

import msgspec

from bot.domain.budget import Budget, Interval
from bot.domain.decision import SkillCall, Slots
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.budgeting import period_of, set_budget, standing_of
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome, read_slots


class BudgetSlots(msgspec.Struct, frozen=True):
    """Without a category the budget is for everything; without an interval it is monthly."""

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    interval: Interval | None = None


class SetBudget:
    """Sets or changes a budget and says how it stands already."""

    name = "set_budget"

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, BudgetSlots)
        voice = visit.voice
        if wanted.amount is None:
            asked = Asked(missing=(SkillCall(self.name, slots),), slot="amount")
            return Outcome((voice.line("budget.need_amount"),), asked)
        limit = Money.of(wanted.amount, wanted.currency or visit.person.currency)
        word = wanted.category[:LONGEST_WORD] if wanted.category else None
        budget, before = await set_budget(tx, visit, word, wanted.interval or "monthly", limit)
        standing = await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
        facts = {
            "limit": limit,
            "word": budget.word or voice.text("budget.overall"),
            "every": voice.text(f"budget.every_{budget.interval}"),
        }
        said = (
            voice.line("budget.changed", **facts, before=_before(before))
            if before
            else voice.line("budget.set", **facts)
        )
        if standing.spent.minor == 0:
            return Outcome((said,))
        spent = voice.line("budget.spent", spent=standing.spent, period=standing.period, percent=standing.percent)
        return Outcome((joined(said, spent),))


def _before(before: Budget) -> Money:
    return before.limit
