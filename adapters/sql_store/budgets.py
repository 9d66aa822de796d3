"""Budgets in SQL."""

from datetime import date

import msgspec

from adapters.sql_store.session import Row, Session, Value
from bot.domain.budget import Budget
from bot.domain.ids import BudgetId, LedgerId
from bot.domain.money import Money
from bot.domain.taxonomy import Scope


class SqlBudgets:
    """Fulfils ``bot.ports.budgets.Budgets``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def all(self, ledger_id: LedgerId) -> list[Budget]:
        return [_budget(row) for row in await self._session.all("budgets.all", {"ledger_id": ledger_id})]

    async def set(self, ledger_id: LedgerId, wanted: Budget) -> tuple[Budget, Budget | None]:
        where: dict[str, Value] = {
            "ledger_id": ledger_id,
            "scope_kind": wanted.scope.kind,
            "scope_key": wanted.scope.key,
        }
        row = await self._session.one("budgets.by_scope", where)
        if row is None:
            added = await self._session.one("budgets.add", {**where, **_columns(wanted)})
            assert added is not None
            return _with_id(wanted, added[0]), None
        *before, removed = row
        await self.put(ledger_id, _with_id(wanted, row[0]))
        return _with_id(wanted, row[0]), None if removed else _budget(tuple(before))

    async def put(self, ledger_id: LedgerId, budget: Budget) -> None:
        await self._session.run("budgets.change", {**_columns(budget), "ledger_id": ledger_id, "id": budget.id})

    async def remove(self, ledger_id: LedgerId, budget_id: BudgetId) -> None:
        await self._session.run("budgets.remove", {"ledger_id": ledger_id, "id": budget_id})

    async def move(self, from_ledger: LedgerId, to_ledger: LedgerId) -> list[Budget]:
        taken = {each.scope for each in await self.all(to_ledger)}
        budgets = await self.all(from_ledger)
        ledgers: dict[str, Value] = {"from_ledger": from_ledger, "to_ledger": to_ledger}
        for budget in budgets:
            if budget.scope not in taken:
                await self._session.run("budgets.move", {"id": budget.id, **ledgers})
        return [budget for budget in budgets if budget.scope in taken]


def _columns(budget: Budget) -> dict[str, Value]:
    since = budget.rolls_over_from
    return {
        "word": budget.word,
        "recurs": budget.interval,
        "amount_minor": budget.limit.minor,
        "currency": budget.limit.currency,
        "starts_on": budget.starts_on,
        "rolls_over_from": since.isoformat() if since else None,
        "brought_minor": budget.brought_minor,
    }


def _with_id(budget: Budget, row_id: int) -> Budget:
    return msgspec.structs.replace(budget, id=BudgetId(row_id))


def _budget(row: Row) -> Budget:
    row_id, scope_kind, scope_key, word, recurs, minor, currency, starts_on, since, brought_minor = row
    return Budget(
        id=BudgetId(row_id),
        scope=Scope(scope_kind, scope_key),
        word=word,
        interval=recurs,
        limit=Money(minor, currency),
        starts_on=starts_on,
        rolls_over_from=date.fromisoformat(since) if since else None,
        brought_minor=brought_minor,
    )
