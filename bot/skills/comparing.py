"""Two periods beside each other: both figures, the difference, and how many percent that is."""

from datetime import timedelta

from bot.domain.answer import Line
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.ports.store import Tx
from bot.skills.asked_days import is_running, so_far
from bot.skills.subject import Subject, sums_in

Amounts = dict[str, Money]


async def compare(tx: Tx, visit: Visit, subject: Subject, period: Period, earlier: Period) -> tuple[Line, ...]:
    """A running period is compared with the same days of a whole one, and that one's whole is told beside it."""
    if is_running(visit, earlier) and not is_running(visit, period):
        period, earlier = earlier, period
    passed = so_far(visit, period)
    alike = earlier
    if is_running(visit, period) and not is_running(visit, earlier):
        alike = Period(earlier.first, min(earlier.last, earlier.first + timedelta(days=passed.days - 1)))
    now = await _amounts(tx, visit, subject, passed)
    before = await _amounts(tx, visit, subject, alike)
    currencies = sorted({**now, **before}, key=lambda currency: currency != visit.person.currency)
    pairs = [(now.get(each) or Money(0, each), before.get(each) or Money(0, each)) for each in currencies]
    lines = [_line(visit, subject, passed, alike, pair) for pair in pairs]
    if not lines:
        lines.append(visit.voice.line("compare.nothing", what=subject.title(visit), period=passed, earlier=alike))
    if alike != earlier:
        whole = await _amounts(tx, visit, subject, earlier)
        lines += [visit.voice.line("compare.whole", amount=each, period=earlier) for each in whole.values()]
    return tuple(lines)


async def _amounts(tx: Tx, visit: Visit, subject: Subject, period: Period) -> Amounts:
    return {each.amount.currency: each.amount for each in await sums_in(tx, visit, subject, period)}


def _line(visit: Visit, subject: Subject, period: Period, earlier: Period, pair: tuple[Money, Money]) -> Line:
    now, before = pair
    facts: dict[str, Fact] = {"what": subject.title(visit), "period": period, "earlier": earlier, "amount": now}
    if now == before:
        return visit.voice.line("compare.same", **facts)
    if not before.minor:
        return visit.voice.line("compare.from_nothing", **facts)
    more = now - before
    key = "compare.more" if more.minor > 0 else "compare.less"
    facts |= {"before": before, "difference": Money(abs(more.minor), more.currency)}
    return visit.voice.line(key, **facts, percent=percent_of(more, before))


def share_text(part: Money, whole: Money) -> str:
    """Whole percent of a part; something is never said to be nothing."""
    percent = percent_of(part, whole)
    return "<1" if part.minor and not percent else str(percent)


def percent_of(part: Money, whole: Money) -> int:
    """Whole percent without a sign, a half rounded up."""
    return (abs(part.minor) * 200 + abs(whole.minor)) // (2 * abs(whole.minor)) if whole.minor else 0
