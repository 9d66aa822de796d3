"""The need to keep what a ledger's people have to pay again and again."""

from typing import Protocol

from bot.domain.bill import Bill
from bot.domain.ids import BillId, LedgerId, PersonId


class Bills(Protocol):
    """A bill is removed, never deleted: taking that back brings it again under its id."""

    async def add(self, ledger_id: LedgerId, person_id: PersonId, bill: Bill) -> Bill:
        """Under the id it has from now on."""
        ...

    async def change(self, ledger_id: LedgerId, bill: Bill) -> None: ...

    async def all(self, ledger_id: LedgerId) -> list[Bill]:
        """Those that stand, the oldest first."""
        ...

    async def one(self, ledger_id: LedgerId, bill_id: BillId) -> Bill | None:
        """None where it was removed, or is not this ledger's."""
        ...

    async def set_removed(self, ledger_id: LedgerId, bill_id: BillId, *, removed: bool) -> bool:
        """False where nothing changed."""
        ...

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None: ...
