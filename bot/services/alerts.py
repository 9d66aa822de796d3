"""What PAM says unasked when a budget's mark is reached: once per person, budget, period and mark."""

from bot.domain.answer import Answer
from bot.domain.budget import Standing, thresholds_passed
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx


async def warn_budget_reached(tx: Tx, visit: Visit, standing: Standing, spent_before: Money) -> Answer | None:
    """The alert for the highest mark just passed; lower ones count as told. None when there is nothing new to tell.

    Closed periods never alert, and an undo does not re-arm a mark: what was told stays told.
    """
    if visit.today not in standing.period:
        return None
    passed = thresholds_passed(standing.budget.limit, spent_before, standing.spent, visit.person.alert_thresholds)
    if not passed:
        return None
    new = [
        mark
        for mark in passed
        if await tx.budgets.tell_once(visit.person_id, standing.budget.id, standing.period.first, mark, visit.now)
    ]
    return _alert(visit, standing) if passed[-1] in new else None


def _alert(visit: Visit, standing: Standing) -> Answer:
    voice = visit.voice
    word = standing.budget.word
    facts = {
        "word": titled(word) or voice.text("alert.overall"),
        "percent": standing.percent,
        "spent": standing.spent,
        "limit": standing.budget.limit,
        "period": standing.period,
    }
    if standing.left.minor > 0:
        return voice.answer("alert.reached", **facts, left=standing.left)
    if standing.left.minor == 0:
        return voice.answer("alert.gone", **facts)
    return voice.answer("alert.over", **facts, over=-standing.left)
