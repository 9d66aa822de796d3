"""Reminders in SQL: what about is a person's own words, and sealed."""

from datetime import date, time

from msgspec.structs import replace

from adapters.sql_store.session import Row, Session, Value
from bot.domain.ids import PersonId, ReminderId
from bot.domain.reminder import Reminder
from bot.kit.keyring import Keyring


class SqlReminders:
    """Fulfils ``bot.ports.reminders.Reminders``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def add(self, person_id: PersonId, reminder: Reminder) -> Reminder:
        values: dict[str, Value] = {
            "person_id": person_id,
            "about": self._keyring.seal(reminder.about.encode()),
            "starts_on": reminder.starts_on.isoformat(),
            "at": f"{reminder.at:%H:%M}",
            "recurrence": reminder.recurrence,
        }
        row = await self._session.one("reminders.add", values)
        assert row is not None
        return replace(reminder, id=ReminderId(row[0]))

    async def of(self, person_id: PersonId) -> list[Reminder]:
        return [self._reminder(row) for row in await self._session.all("reminders.of", {"person_id": person_id})]

    async def one(self, person_id: PersonId, reminder_id: ReminderId) -> Reminder | None:
        row = await self._session.one("reminders.one", {"person_id": person_id, "id": reminder_id})
        return self._reminder(row) if row else None

    async def set_removed(self, person_id: PersonId, reminder_id: ReminderId, *, removed: bool) -> bool:
        values: dict[str, Value] = {"person_id": person_id, "id": reminder_id, "removed": int(removed)}
        return await self._session.run("reminders.set_removed", values) == 1

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        await self._session.run("reminders.move", {"from_person": from_person, "to_person": to_person})

    def _reminder(self, row: Row) -> Reminder:
        row_id, about, starts_on, at, recurrence, removed = row
        return Reminder(
            id=ReminderId(row_id),
            about=self._keyring.open(about).decode(),
            starts_on=date.fromisoformat(starts_on),
            at=time.fromisoformat(at),
            recurrence=recurrence,
            removed=bool(removed),
        )
