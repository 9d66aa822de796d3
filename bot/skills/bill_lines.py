"""The bills as a list: what each costs, how often and when next, and what they come to a month."""

from collections.abc import Sequence

from bot.domain.answer import Line
from bot.domain.bill import Bill
from bot.domain.bill_days import a_month, a_year
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bill_words import bill_facts
from bot.services.billing import next_day, open_day

MOST_SHOWN = 10


async def bill_list(tx: Tx, visit: Visit, bills: Sequence[Bill], *, named: str) -> tuple[Line, ...]:
    """The ones that are due soonest; a sum of all where none is ``named``."""
    voice = visit.voice
    if not bills:
        return (voice.line("bill.unknown", name=named) if named else voice.line("bill.none"),)
    days = [(await open_day(tx, visit, bill), await next_day(tx, visit, bill), bill) for bill in bills]
    days.sort(key=lambda each: (each[0] or each[1], each[2].id))
    lines = []
    for open_since, coming, bill in days[:MOST_SHOWN]:
        key = "bill.row_open" if open_since else "bill.row"
        lines.append(voice.line(key, **bill_facts(visit, bill), day=open_since or coming))
    if len(bills) > MOST_SHOWN:
        lines.append(voice.line("list.more", count=len(bills) - MOST_SHOWN))
    sums = [] if named or len(bills) == 1 else [voice.line("bill.a_month", amount=each) for each in _a_month(bills)]
    return (*lines, *sums)


def _a_month(bills: Sequence[Bill]) -> list[Money]:
    """One sum a currency, in the order they were told; a twelfth of what they come to a year."""
    sums: dict[str, Money] = {}
    for bill in bills:
        amount = a_year(bill)
        sums[amount.currency] = sums.get(amount.currency, Money(0, amount.currency)) + amount
    return [a_month(each) for each in sums.values()]
