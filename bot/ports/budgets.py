"""The need to remember budgets."""

from typing import Protocol

from bot.domain.budget import Budget
from bot.domain.ids import BudgetId, LedgerId


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

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> list[Budget]:
        """Budgets come along where the other ledger has none of that scope; returns those that stayed behind."""
        ...
