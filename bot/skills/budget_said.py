"""A budget said back: how much, over which days, what is carried over, and how it stands already."""

from bot.domain.answer import Line
from bot.domain.budget import Budget, Standing
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.store import Tx
from bot.services.budgeting import period_of, standing_of


async def budget_line(tx: Tx, visit: Visit, budget: Budget, before: Budget | None) -> Line:
    """What is new, or different from before; the days where they are not the calendar's."""
    standing = await standing_of(tx, visit, budget, period_of(visit, budget, visit.today))
    said = [_head(visit, budget, before)]
    own_days = budget.starts_on != 0
    if own_days:
        said.append(visit.voice.line("budget.runs", period=standing.period))
    rolls, rolled = budget.rolls_over_from is not None, before is not None and before.rolls_over_from is not None
    if rolls != rolled or (rolls and before == budget):
        said.append(visit.voice.line("budget.rolls" if rolls else "budget.rolls_no_more"))
    said += _carried(visit, standing)
    if standing.spent.minor:
        said.append(_spent(visit, standing, own_days=own_days))
    return joined(*said)


def _head(visit: Visit, budget: Budget, before: Budget | None) -> Line:
    voice = visit.voice
    facts: dict[str, Fact] = {
        "limit": budget.limit,
        "word": name_of(visit, budget),
        "every": voice.text(f"budget.every_{budget.interval}"),
    }
    if before is None:
        return voice.line("budget.set", **facts)
    if before.interval != budget.interval:
        every = voice.text(f"budget.every_{before.interval}")
        return voice.line("budget.changed_interval", **facts, before=before.limit, every_before=every)
    if before.limit != budget.limit:
        return voice.line("budget.changed", **facts, before=before.limit)
    return voice.line("budget.still", **facts)


def _carried(visit: Visit, standing: Standing) -> list[Line]:
    if standing.carried.minor > 0:
        return [visit.voice.line("budget.plus_carried", carried=standing.carried)]
    if standing.carried.minor < 0:
        return [visit.voice.line("budget.minus_overspent", over=-standing.carried)]
    return []


def _spent(visit: Visit, standing: Standing, *, own_days: bool) -> Line:
    facts: dict[str, Fact] = {"spent": standing.spent, "percent": standing.percent}
    if own_days:
        return visit.voice.line("budget.spent_of_them", **facts)
    return visit.voice.line("budget.spent", **facts, period=standing.period)


def name_of(visit: Visit, budget: Budget) -> str:
    return budget.word or visit.voice.text("budget.overall")
