"""The pace of a budget: when it is passed if the days to come are like those of its period so far."""

from datetime import date, timedelta

from bot.domain.budget import Standing
from bot.domain.period import Period

# A fifth of a period has to be over: the rent on the first of the month tells no pace.
FIFTH = 5


def passed_on(standing: Standing, today: date) -> date | None:
    """The first day on which more than the limit would be spent; None when that is not in this period, or past."""
    spent, limit, whole = standing.spent.minor, standing.limit.minor, standing.period
    days = Period(whole.first, today).days
    if not 0 < spent <= limit or days * FIFTH < whole.days:
        return None
    passing = limit * days // spent + 1
    return whole.first + timedelta(days=passing - 1) if passing <= whole.days else None
