"""The need to remember what a person agreed to have remembered."""

from datetime import datetime
from typing import Protocol

from bot.domain.ids import MemoryId, PersonId
from bot.domain.memory import KeptMemory, Memory


class Memories(Protocol):
    """Sealed at rest. One of a kind and subject a person: a newer one takes its place. Forgotten is deleted."""

    async def keep(self, person_id: PersonId, memory: Memory, *, at: datetime) -> KeptMemory:
        """Raises Refused where a person has as many as there may be."""
        ...

    async def all(self, person_id: PersonId) -> list[KeptMemory]:
        """The oldest first."""
        ...

    async def forget(self, person_id: PersonId, memory_id: MemoryId) -> bool:
        """False where there is no such memory of this person's."""
        ...

    async def forget_all(self, person_id: PersonId) -> int:
        """Returns how many there were."""
        ...

    async def give_vector(
        self, person_id: PersonId, memory_id: MemoryId, model: str, vector: tuple[float, ...]
    ) -> None: ...

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        """What both remember of a subject stays as the second has it; none of the others is left behind."""
        ...
