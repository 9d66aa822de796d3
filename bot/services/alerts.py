"""What PAM says unasked when a budget's mark is reached: once per person, budget, period and mark."""

from bot.domain.answer import Answer
from bot.domain.booking import Entry
from bot.domain.budget import Standing, thresholds_passed
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.domain.wording import Fact, titled
from bot.ports.store import Tx


async def warn_budgets_reached(tx: Tx, visit: Visit, entry: Entry, standings: list[Standing]) -> tuple[Answer, ...]:
    """The alerts that a new entry caused, for the budgets it counts into as they stand with it."""
    told = [await warn_budget_reached(tx, visit, standing, standing.spent - entry.own) for standing in standings]
    return tuple(alert for alert in told if alert)


async def warn_budget_reached(tx: Tx, visit: Visit, standing: Standing, spent_before: Money) -> Answer | None:
    """The alert for the highest mark just passed; lower ones count as told. None when there is nothing new to tell.

    Closed periods never alert, and an undo does not re-arm a mark: what was told stays told.
    """
    if visit.today not in standing.period:
        return None
    passed = _marks_passed(visit, standing, spent_before)
    if not passed:
        return None
    new = [
        mark
        for mark in passed
        if await tx.budgets.tell_once(visit.person_id, standing.budget.id, standing.period.first, mark, visit.now)
    ]
    return _alert(visit, standing) if passed[-1] in new else None


def _marks_passed(visit: Visit, standing: Standing, spent_before: Money) -> tuple[int, ...]:
    """Of a budget that earlier periods left nothing of, the first thing spent passes every mark."""
    marks = visit.person.alert_thresholds
    if standing.limit.minor > 0:
        return thresholds_passed(standing.limit, spent_before, standing.spent, marks)
    return tuple(sorted(marks)) if standing.spent.minor > spent_before.minor else ()


def _alert(visit: Visit, standing: Standing) -> Answer:
    voice = visit.voice
    facts: dict[str, Fact] = {
        "word": titled(standing.budget.word) or voice.text("alert.overall"),
        "spent": standing.spent,
        "period": standing.period,
    }
    if standing.limit.minor <= 0:
        return voice.answer("alert.nothing_to_spend", **facts, over=-standing.left)
    facts["percent"], facts["limit"] = standing.percent, standing.limit
    if standing.left.minor > 0:
        return voice.answer("alert.reached", **facts, left=standing.left)
    if standing.left.minor == 0:
        return voice.answer("alert.gone", **facts)
    return voice.answer("alert.over", **facts, over=-standing.left)
