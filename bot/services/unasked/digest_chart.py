"""The picture of a digest: what was spent, by category."""

from bot.domain.chart import Chart, Slice, Slices
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports import books
from bot.ports.store import Tx

# Fewer are seen as well in words; more have no room.
FEWEST, MOST = 3, 10


async def spending_chart(tx: Tx, visit: Visit, period: Period) -> Chart | None:
    """In the person's own currency; None where words tell as much."""
    own = visit.person.currency
    parts = [each for each in await tx.books.slices(visit.ledger_id, "expense", period) if each.amount.currency == own]
    whole = Money(sum(part.amount.minor for part in parts), own)
    if len(parts) < FEWEST or whole.minor <= 0:
        return None
    voice, what, largest = visit.voice, titled(visit.voice.text("subject.spending")), parts[0]
    name = voice.word(largest.place.word)
    return Chart(
        title=what,
        subtitle=titled(voice.text("chart.in_all", period=period, amount=whole)),
        alt=voice.text("chart.alt_parts", what=what, period=period, name=name, amount=largest.amount),
        figure=Slices(tuple(_rows(visit, parts, whole))),
    )


def _rows(visit: Visit, parts: list[books.Slice], whole: Money) -> list[Slice]:
    rows = [_row(visit, visit.voice.word(part.place.word), part.amount, whole) for part in parts[:MOST]]
    rest = parts[MOST:]
    if rest:
        amount = Money(sum(part.amount.minor for part in rest), whole.currency)
        rows.append(_row(visit, visit.voice.text("chart.rest", count=len(rest)), amount, whole))
    return rows


def _row(visit: Visit, name: str, amount: Money, whole: Money) -> Slice:
    share = visit.voice.text("chart.share", percent=amount.minor * 100 // whole.minor)
    return Slice(name, visit.voice.fact(amount), share, amount.minor)
