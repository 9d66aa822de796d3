"""A budget as a picture: what was spent by the end of each day of its period, under its limit."""

from datetime import timedelta

from bot.domain.budget import Standing
from bot.domain.chart import Burndown, Chart
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import Fact, titled
from bot.ports.store import Tx


async def burndown_chart(tx: Tx, visit: Visit, standing: Standing) -> Chart:
    """``alt`` is what the status says in words."""
    voice, budget = visit.voice, standing.budget
    facts: dict[str, Fact] = {"word": titled(budget.word or voice.text("left.everything")), "limit": standing.limit}
    if standing.left.minor < 0:
        title = voice.text("burndown.title_over", **facts, over=-standing.left)
    else:
        title = voice.text("burndown.title", **facts, left=standing.left)
    whole = standing.period
    today = min(visit.today, whole.last)
    figure = Burndown(
        spent=await _spent_by_day(tx, visit, standing, Period(whole.first, today)),
        days=whole.days,
        limit=max(standing.limit.minor, 0),
        spent_label=voice.text("burndown.spent", amount=standing.spent),
        limit_label=voice.text("burndown.limit", amount=standing.limit),
        pace_label=voice.text("burndown.even_pace"),
        first_label=voice.fact(whole.first),
        today_label=voice.fact(today),
        last_label=voice.fact(whole.last),
    )
    alt = voice.text("burndown.alt", **facts, spent=standing.spent, period=whole)
    return Chart(title=title, subtitle=voice.fact(whole), alt=alt, figure=figure)


async def _spent_by_day(tx: Tx, visit: Visit, standing: Standing, so_far: Period) -> tuple[int, ...]:
    budget = standing.budget
    points = await tx.books.series(visit.ledger_id, "expense", budget.scope, so_far, "day")
    on = {point.starts_on: point.amount.minor for point in points if point.amount.currency == budget.limit.currency}
    course, spent = [], 0
    for distance in range(so_far.days):
        spent += on.get(so_far.first + timedelta(days=distance), 0)
        course.append(spent)
    return tuple(course)
