"""The need to keep what a ledger's people save for."""

from typing import Protocol

from bot.domain.goal import Goal
from bot.domain.ids import GoalId, LedgerId, PersonId


class Goals(Protocol):
    """A goal is removed, never deleted: taking that back brings it again under its id."""

    async def add(self, ledger_id: LedgerId, person_id: PersonId, goal: Goal) -> Goal:
        """Under the id it has from now on."""
        ...

    async def change(self, ledger_id: LedgerId, goal: Goal) -> None: ...

    async def all(self, ledger_id: LedgerId) -> list[Goal]:
        """Those that stand, the oldest first."""
        ...

    async def one(self, ledger_id: LedgerId, goal_id: GoalId) -> Goal | None:
        """None where it was removed, or is not this ledger's."""
        ...

    async def set_removed(self, ledger_id: LedgerId, goal_id: GoalId, *, removed: bool) -> bool:
        """False where nothing changed."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None: ...
