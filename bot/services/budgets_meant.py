"""Which budget a person means by a word of theirs, and what a budget on it counts."""

from bot.domain.budget import Budget
from bot.domain.taxonomy import Scope, covers, scope_of
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.budgeting import NARROWEST_FIRST
from bot.services.naming import meant_by, place_meant, scope_meant


async def counted_by(tx: Tx, visit: Visit, word: str | None) -> tuple[str, Scope]:
    """What a budget on a word is called and what it counts; no word is everything."""
    if not word or scope_of(word).kind == "all":
        return "", scope_of(None)
    meant = await meant_by(tx, visit, word)
    return meant, await scope_meant(tx, visit, meant)


async def budgets_called(tx: Tx, visit: Visit, word: str | None) -> list[Budget]:
    """The budget on what a word means, else one that was set before the word meant something else."""
    budgets = await tx.budgets.all(visit.ledger_id)
    _, scope = await counted_by(tx, visit, word)
    meant = [budget for budget in budgets if budget.scope == scope]
    return meant or [budget for budget in budgets if budget.scope == scope_of(word)]


async def budgets_on(tx: Tx, visit: Visit, word: str | None) -> list[Budget]:
    """Every budget, or the one on a word; a narrower word finds the narrowest budget that counts it."""
    budgets = await tx.budgets.all(visit.ledger_id)
    if word is None:
        return budgets
    called = await budgets_called(tx, visit, word)
    name, _ = await counted_by(tx, visit, word)
    if called or not name:
        return called
    place = await place_meant(tx, visit, name)
    counting = [budget for budget in budgets if covers(budget.scope, place)]
    return sorted(counting, key=lambda budget: NARROWEST_FIRST.index(budget.scope.kind))[:1]
