"""Tops: the total, and what it is made of, the largest first."""

import msgspec

from bot.domain.answer import Line
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.skills.asked_days import spoken
from bot.skills.comparing import share_text
from bot.skills.parts import Kind, Part, parts_in
from bot.skills.spending_charts import slices_chart
from bot.skills.spending_totals import WORTH_A_PICTURE, total_line
from bot.skills.steps import Step
from bot.skills.subject import Subject, sums_in
from bot.skills.told import Told

MOST_PARTS = 10
MOST_ASKED_FOR = 50


class Ranking(msgspec.Struct, frozen=True):
    """By what, and how many; all that fit a message unless said."""

    by: Kind | Step
    most: int = MOST_PARTS


async def rank(tx: Tx, visit: Visit, subject: Subject, period: Period, ranking: Ranking) -> Told:
    """Each part with its share of the total; what has no merchant or tag is in the total alone."""
    sums = await sums_in(tx, visit, subject, period)
    total = total_line(visit, subject, period, sums)
    if not sums:
        return Told((total,))
    parts = await parts_in(tx, visit, subject, period, ranking.by)
    if not parts:
        return Told((total, visit.voice.line(f"spending.no_{ranking.by}", period=spoken(visit, period))))
    wholes = {each.amount.currency: each.amount for each in sums}
    most = max(1, min(ranking.most, MOST_ASKED_FOR))
    rows = [_row(visit, part, wholes[part.amount.currency]) for part in parts[:most]]
    chart = slices_chart(visit, subject, period, sums[0].amount, parts)
    return Told((total, *rows, *_rest(visit, parts[most:])), chart, len(parts) >= WORTH_A_PICTURE)


def _row(visit: Visit, part: Part, whole: Money) -> Line:
    return visit.voice.line("spending.part", name=part.name, amount=part.amount, percent=share_text(part.amount, whole))


def _rest(visit: Visit, parts: list[Part]) -> list[Line]:
    """How many are not shown, and what they came to, in each currency."""
    by_currency: dict[str, list[int]] = {}
    for part in parts:
        by_currency.setdefault(part.amount.currency, []).append(part.amount.minor)
    return [
        visit.voice.line("spending.and_more", count=len(minors), amount=Money(sum(minors), currency))
        for currency, minors in by_currency.items()
    ]
