"""Memories in SQL: what is remembered, of whom, and how it is near in meaning, all of it sealed."""

from array import array
from datetime import datetime

import msgspec

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.errors import Refused
from bot.domain.ids import MemoryId, PersonId
from bot.domain.memory import KeptMemory, Memory
from bot.domain.taxonomy import fold
from bot.kit.keyring import Keyring, Unsealable

# All of them are opened to find one: 200 with vectors take 10 ms.
MOST_KEPT = 200

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Memory).decode


class SqlMemories:
    """Fulfils ``bot.ports.memories.Memories``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def keep(self, person_id: PersonId, memory: Memory, *, at: datetime) -> KeptMemory:
        values: dict[str, Value] = {
            "person_id": person_id,
            "subject_key": self._keys(person_id, memory)[0],
            "fact": self._keyring.seal(_encode(memory)),
            "now": to_ms(at),
        }
        known = await self._known(person_id, memory)
        if known is not None:
            await self._session.run("memories.replace", {**values, "id": known})
            return KeptMemory(known, memory)
        count = await self._session.one("memories.count", {"person_id": person_id})
        if count and count[0] >= MOST_KEPT:
            raise Refused("memory_full", most=MOST_KEPT)
        row = await self._session.one("memories.add", values)
        assert row is not None
        return KeptMemory(MemoryId(row[0]), memory)

    async def all(self, person_id: PersonId) -> list[KeptMemory]:
        rows = await self._session.all("memories.all", {"person_id": person_id})
        return [kept for row in rows if (kept := self._kept(row))]

    async def forget(self, person_id: PersonId, memory_id: MemoryId) -> bool:
        return await self._session.run("memories.forget", {"person_id": person_id, "id": memory_id}) == 1

    async def forget_all(self, person_id: PersonId) -> int:
        return await self._session.run("memories.forget_all", {"person_id": person_id})

    async def give_vector(
        self, person_id: PersonId, memory_id: MemoryId, model: str, vector: tuple[float, ...]
    ) -> None:
        sealed = self._keyring.seal(array("f", vector).tobytes())
        values: dict[str, Value] = {"person_id": person_id, "id": memory_id, "model": model, "vector": sealed}
        await self._session.run("memories.give_vector", values)

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        for kept in await self.all(from_person):
            if await self._known(to_person, kept.memory) is None:
                values: dict[str, Value] = {
                    "from_person": from_person,
                    "to_person": to_person,
                    "id": kept.id,
                    "subject_key": self._keys(to_person, kept.memory)[0],
                }
                await self._session.run("memories.hand_over", values)
        await self.forget_all(from_person)

    async def _known(self, person_id: PersonId, memory: Memory) -> MemoryId | None:
        """The one of the same kind and subject, under whichever key it was written."""
        for key in self._keys(person_id, memory):
            row = await self._session.one("memories.by_key", {"person_id": person_id, "subject_key": key})
            if row:
                return MemoryId(row[0])
        return None

    def _keys(self, person_id: PersonId, memory: Memory) -> tuple[bytes, ...]:
        """Of this person alone: that two people remember somebody of one name shows nowhere."""
        return self._keyring.fingerprints(f"memory {person_id}", f"{memory.kind}\0{fold(memory.subject)}")

    def _kept(self, row: Row) -> KeptMemory | None:
        """None for what no key opens any more: it is only missed, never a fault."""
        row_id, fact, vector, model = row
        try:
            memory = _decode(self._keyring.open(fact))
            floats = array("f", self._keyring.open(vector) if vector else b"")
        except Unsealable:
            return None
        return KeptMemory(MemoryId(row_id), memory, tuple(floats), model)
