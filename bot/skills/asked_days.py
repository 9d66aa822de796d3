"""Which days a question is about where it names none, and how much of them has passed."""

from datetime import timedelta

from bot.domain.money_words import first_weekday
from bot.domain.period import Period, month_of, week_of
from bot.domain.taxonomy import Scope
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.books import Flow
from bot.ports.store import Tx
from bot.services.bookkeeping import DAYS_AHEAD, DAYS_BACK

# Half a year shows a course without the last holidays but one; eight weeks are about as many bars.
MONTHS_SHOWN = 6
WEEKS_SHOWN = 8
A_YEAR = timedelta(days=365)


def ever(visit: Visit) -> Period:
    """Every day a booking may be on."""
    return Period(visit.today - timedelta(days=DAYS_BACK), visit.today + timedelta(days=DAYS_AHEAD))


def last_weeks(visit: Visit) -> Period:
    """The running week and those before it."""
    running = week_of(visit.today, first_weekday(visit.person.locale))
    return Period(running.first - timedelta(weeks=WEEKS_SHOWN - 1), running.last)


def last_year(visit: Visit) -> Period:
    return Period(visit.today - A_YEAR + timedelta(days=1), visit.today)


def last_months(visit: Visit) -> Period:
    """The running month and those before it."""
    running = month_of(visit.today)
    first = running.first
    for _ in range(MONTHS_SHOWN - 1):
        first = month_of(first - timedelta(days=1)).first
    return Period(first, running.last)


def is_running(visit: Visit, period: Period) -> bool:
    """Whether a period has begun and is not over."""
    return period.first <= visit.today < period.last


def so_far(visit: Visit, period: Period) -> Period:
    """The days of a period that have passed, today among them."""
    return Period(period.first, visit.today) if is_running(visit, period) else period


async def since_first(tx: Tx, visit: Visit, flow: Flow, period: Period) -> Period:
    """The period from where anything at all was booked: nobody spent less before they began to write it down."""
    grain = "day" if period.days <= 62 else "month"
    points = await tx.books.series(visit.ledger_id, flow, Scope("all", ""), period, grain)
    return Period(max(points[0].starts_on, period.first), period.last) if points else period


def whole_months(period: Period) -> list[Period]:
    """The months that lie wholly in a period, in order."""
    found: list[Period] = []
    month = month_of(period.first)
    while month.last <= period.last:
        if month.first >= period.first:
            found.append(month)
        month = month_of(month.last + timedelta(days=1))
    return found


def spoken(visit: Visit, period: Period) -> Fact:
    """The period as a fact of a sentence."""
    return visit.voice.text("subject.ever") if period == ever(visit) else period
