"""What is due in SQL: one indexed row a rule, and a record for each occurrence that came."""

from collections.abc import Iterable
from datetime import date, datetime

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.ids import PersonId
from bot.ports.dues import Became, Due


class SqlDues:
    """Fulfils ``bot.ports.dues.Dues``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def plan(self, due: Due) -> None:
        await self._session.run("dues.plan", _columns(due))

    async def cancel(self, person_id: PersonId, rule: str) -> None:
        await self._session.run("dues.cancel", {"person_id": person_id, "rule": rule})

    async def of(self, person_id: PersonId) -> list[Due]:
        return [_due(row) for row in await self._session.all("dues.of", {"person_id": person_id})]

    async def come(self, names: Iterable[str], now: datetime, most: int) -> list[Due]:
        values: dict[str, Value] = {"names": f" {' '.join(names)} ", "now": to_ms(now), "most": most}
        return [_due(row) for row in await self._session.all("dues.come", values)]

    async def still(self, due: Due) -> bool:
        return await self._session.one("dues.still", _columns(due)) is not None

    async def record(self, due: Due, day: date, became: Became, *, at: datetime, reason: str = "") -> bool:
        values: dict[str, Value] = {
            "person_id": due.person_id,
            "rule": due.rule,
            "occurs_on": day.isoformat(),
            "state": became,
            "reason": reason,
            "at": to_ms(at),
        }
        return await self._session.run("dues.record", values) == 1

    async def last_day(self, person_id: PersonId, rule: str) -> date | None:
        row = await self._session.one("dues.last_day", {"person_id": person_id, "rule": rule})
        return date.fromisoformat(row[0]) if row and row[0] else None

    async def move(self, from_person: PersonId, to_person: PersonId) -> None:
        people: dict[str, Value] = {"from_person": from_person, "to_person": to_person}
        for name in ("dues.planned_by_both", "dues.move", "dues.recorded_for_both", "dues.move_records"):
            await self._session.run(name, people)

    async def forget(self, before: datetime, most: int) -> int:
        return await self._session.run("dues.forget", {"before": to_ms(before), "most": most})


def _columns(due: Due) -> dict[str, Value]:
    return {
        "person_id": due.person_id,
        "rule": due.rule,
        "occurs_on": due.occurs_on.isoformat(),
        "due_at": to_ms(due.due_at),
        "attempts": due.attempts,
    }


def _due(row: Row) -> Due:
    person_id, rule, occurs_on, due_at, attempts = row
    return Due(
        person_id=PersonId(person_id),
        rule=rule,
        occurs_on=date.fromisoformat(occurs_on),
        due_at=from_ms(due_at),
        attempts=attempts,
    )
