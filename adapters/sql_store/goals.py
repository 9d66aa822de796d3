"""Goals in SQL."""

from datetime import date

from msgspec.structs import replace

from adapters.sql_store.session import Row, Session, Value
from bot.domain.goal import Goal
from bot.domain.ids import GoalId, LedgerId, PersonId
from bot.domain.money import Money


class SqlGoals:
    """Fulfils ``bot.ports.goals.Goals``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, ledger_id: LedgerId, person_id: PersonId, goal: Goal) -> Goal:
        row = await self._session.one("goals.add", {**_columns(ledger_id, goal), "person_id": person_id})
        assert row is not None
        return replace(goal, id=GoalId(row[0]))

    async def change(self, ledger_id: LedgerId, goal: Goal) -> None:
        await self._session.run("goals.change", {**_columns(ledger_id, goal), "id": goal.id})

    async def all(self, ledger_id: LedgerId) -> list[Goal]:
        return [_goal(row) for row in await self._session.all("goals.all", {"ledger_id": ledger_id})]

    async def one(self, ledger_id: LedgerId, goal_id: GoalId) -> Goal | None:
        row = await self._session.one("goals.one", {"ledger_id": ledger_id, "id": goal_id})
        return _goal(row) if row else None

    async def set_removed(self, ledger_id: LedgerId, goal_id: GoalId, *, removed: bool) -> bool:
        values: dict[str, Value] = {"ledger_id": ledger_id, "id": goal_id, "removed": int(removed)}
        return await self._session.run("goals.set_removed", values) == 1

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId, to_person: PersonId) -> None:
        values: dict[str, Value] = {"from_ledger": from_ledger, "to_ledger": to_ledger, "to_person": to_person}
        await self._session.run("goals.move", values)


def _columns(ledger_id: LedgerId, goal: Goal) -> dict[str, Value]:
    return {
        "ledger_id": ledger_id,
        "name": goal.name,
        "account": goal.account,
        "target_minor": goal.target.minor,
        "currency": goal.target.currency,
        "starts_on": goal.starts_on.isoformat(),
        "ends_on": goal.ends_on.isoformat() if goal.ends_on else None,
        "pledge_minor": goal.pledge.minor if goal.pledge else 0,
        "pledge_recurs": goal.pledge_recurs,
    }


def _goal(row: Row) -> Goal:
    row_id, name, account, target_minor, currency, starts_on, ends_on, pledge_minor, pledge_recurs = row
    return Goal(
        id=GoalId(row_id),
        name=name,
        account=account,
        target=Money(target_minor, currency),
        starts_on=date.fromisoformat(starts_on),
        ends_on=date.fromisoformat(ends_on) if ends_on else None,
        pledge=Money(pledge_minor, currency) if pledge_minor else None,
        pledge_recurs=pledge_recurs,
    )
