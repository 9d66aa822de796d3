"""Settling up: what is open with somebody is paid back, all of it or so much."""

from bot.domain.booking import Entry
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.ports.books import Balance
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.owing import open_with
from bot.skills.offers import undo_offer
from bot.skills.paying_back import paid_back
from bot.skills.shared_expense import SplitSlots, money_said
from bot.skills.skill import Outcome

# More than these are no choice but a list.
MOST_CHOICES = 6


async def settle_up(tx: Tx, visit: Visit, wanted: SplitSlots, slots: Slots) -> Outcome:
    """Where nothing says with whom and one name alone is open, it is them; with several open it is asked."""
    names = wanted.others()
    if not names:
        names = tuple(dict.fromkeys(each.place.word for each in await open_with(tx, visit, None)))
        if not names:
            return Outcome((visit.voice.line("owing.nobody"),))
        if len(names) > 1:
            return _with_whom(visit, names, slots)
    open_each = {name: await open_with(tx, visit, name) for name in names}
    debts = [debt for balances in open_each.values() for debt in _debts(visit, balances, wanted)]
    lines = [await paid_back(tx, visit, them, entry) for them, entry in debts]
    lines += [visit.voice.line("owing.nothing_with", name=name) for name, balances in open_each.items() if not balances]
    return Outcome(tuple(lines), offers=undo_offer(visit) if debts else ())


def _debts(visit: Visit, balances: list[Balance], wanted: SplitSlots) -> list[tuple[Place, Entry]]:
    """What is paid back of each balance, as money that comes in or goes out.

    Raises Refused for a currency in which nothing is open, and for nothing at all: before anything is booked.
    """
    if wanted.amount is None or not balances:
        return [_debt(visit, each, each.amount, wanted) for each in balances]
    paid = money_said(visit, wanted, wanted.amount)
    if paid.minor <= 0:
        raise Refused("amount_not_positive")
    fitting = [each for each in balances if each.amount.currency == paid.currency]
    if not fitting:
        raise Refused("settle_currency", currency=paid.currency)
    return [_debt(visit, fitting[0], paid, wanted)]


def _debt(visit: Visit, balance: Balance, paid: Money, wanted: SplitSlots) -> tuple[Place, Entry]:
    entry = Entry(
        kind="income" if balance.amount.minor > 0 else "expense",
        amount=Money(abs(paid.minor), paid.currency),
        place=balance.place,
        booked_on=wanted.date or visit.today,
    )
    return balance.place, entry


def _with_whom(visit: Visit, names: tuple[str, ...], slots: Slots) -> Outcome:
    choices = tuple(
        Choice(name, (SkillCall("split_expense", {**slots, "with": (name,)}),)) for name in names[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("owing.with_whom"),), Asked(choices=choices))
