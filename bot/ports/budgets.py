"""The need to remember budgets and what was already said about them."""

from datetime import date, datetime
from typing import Protocol

from bot.domain.budget import Budget
from bot.domain.ids import BudgetId, LedgerId, PersonId


class Budgets(Protocol):
    """One budget per ledger and scope."""

    async def all(self, ledger_id: LedgerId) -> list[Budget]: ...

    async def set(self, ledger_id: LedgerId, wanted: Budget) -> tuple[Budget, Budget | None]:
        """The budget as it is now, under the id of its scope, and as it was before if there was one."""
        ...

    async def put(self, ledger_id: LedgerId, budget: Budget) -> None:
        """Makes a budget that exists say this again."""
        ...

    async def remove(self, ledger_id: LedgerId, budget_id: BudgetId) -> None: ...

    async def tell_once(
        self, person_id: PersonId, budget_id: BudgetId, starts_on: date, threshold: int, at: datetime
    ) -> bool:
        """True the first time for this person, budget, period and threshold."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> list[Budget]:
        """Budgets come along where the other ledger has none of that scope; returns those that stayed behind."""
        ...

    async def move_told(self, from_person: PersonId, to_person: PersonId) -> None: ...
