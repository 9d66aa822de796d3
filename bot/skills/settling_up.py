"""Settling up: what is open with somebody is paid back, all of it or so much."""

from bot.domain.answer import Line
from bot.domain.decision import Choice, SkillCall, Slots
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.books import Balance
from bot.ports.questions import Asked
from bot.ports.store import Tx
from bot.services.owing import open_with, settle
from bot.skills.offers import undo_offer
from bot.skills.owing_said import open_now, owing_line
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
    lines: list[Line] = []
    for name in names:
        balances = await open_with(tx, visit, name)
        lines += [await _settled(tx, visit, each, paid) for each, paid in _paid(visit, balances, wanted)]
        if not balances:
            lines.append(visit.voice.line("owing.nothing_with", name=name))
    return Outcome(tuple(lines), offers=undo_offer(visit))


def _paid(visit: Visit, balances: list[Balance], wanted: SplitSlots) -> list[tuple[Balance, Money]]:
    """Each balance with how much of it is paid back. Raises Refused for a currency in which nothing is open."""
    if wanted.amount is None or not balances:
        return [(each, each.amount if each.amount.minor > 0 else -each.amount) for each in balances]
    paid = money_said(visit, wanted, wanted.amount)
    fitting = [each for each in balances if each.amount.currency == paid.currency]
    if not fitting:
        raise Refused("settle_currency", currency=paid.currency)
    return [(fitting[0], paid)]


async def _settled(tx: Tx, visit: Visit, balance: Balance, paid: Money) -> Line:
    await settle(tx, visit, balance, paid)
    name = balance.place.word
    key = "owing.paid_you" if balance.amount.minor > 0 else "owing.paid_them"
    left = await open_now(tx, visit, name, paid.currency)
    return joined(visit.voice.line(key, name=name, amount=paid), owing_line(visit, name, left))


def _with_whom(visit: Visit, names: tuple[str, ...], slots: Slots) -> Outcome:
    choices = tuple(
        Choice(name, (SkillCall("split_expense", {**slots, "with": (name,)}),)) for name in names[:MOST_CHOICES]
    )
    return Outcome((visit.voice.line("owing.with_whom"),), Asked(choices=choices))
