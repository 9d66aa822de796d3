"""The need to keep what a person wants to be reminded of."""

from typing import Protocol

from bot.domain.ids import PersonId, ReminderId
from bot.domain.reminder import Reminder


class Reminders(Protocol):
    """A reminder is removed, never deleted: taking that back brings it again under its id."""

    async def add(self, person_id: PersonId, reminder: Reminder) -> Reminder:
        """Under the id it has from now on."""
        ...

    async def of(self, person_id: PersonId) -> list[Reminder]:
        """Those that stand, the oldest first."""
        ...

    async def one(self, person_id: PersonId, reminder_id: ReminderId) -> Reminder | None:
        """Removed or not; None where it is not this person's."""
        ...

    async def set_removed(self, person_id: PersonId, reminder_id: ReminderId, *, removed: bool) -> bool:
        """False where nothing changed."""
        ...

    async def move(self, from_person: PersonId, to_person: PersonId) -> None: ...
