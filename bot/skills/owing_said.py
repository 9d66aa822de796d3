"""Who owes whom, in words: one sentence a person and currency."""

from collections.abc import Iterable

from bot.domain.answer import Line
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.books import Balance
from bot.ports.store import Tx
from bot.services.owing import open_with


def owing_line(visit: Visit, name: str, amount: Money) -> Line:
    """``amount`` is positive where they owe the person."""
    if amount.minor > 0:
        return visit.voice.line("owing.they", name=name, amount=amount)
    if amount.minor < 0:
        return visit.voice.line("owing.you", name=name, amount=-amount)
    return visit.voice.line("owing.even", name=name)


async def standing_with(tx: Tx, visit: Visit, name: str) -> list[Line]:
    """How the person stands with somebody now, in every currency in which anything is open."""
    left = [owing_line(visit, name, each.amount) for each in await open_with(tx, visit, name)]
    return left or [visit.voice.line("owing.even", name=name)]


async def owed_lines(tx: Tx, visit: Visit, names: tuple[str, ...]) -> tuple[Line, ...]:
    """What is open with these people, or with everybody, and what it comes to."""
    if not names:
        balances = await open_with(tx, visit, None)
        return _lines(visit, balances) if balances else (visit.voice.line("owing.nobody"),)
    lines: list[Line] = []
    balances = []
    for name in names:
        found = await open_with(tx, visit, name)
        balances += found
        if not found:
            lines.append(visit.voice.line("owing.nothing_with", name=name))
    return (*_lines(visit, balances), *lines)


def _lines(visit: Visit, balances: list[Balance]) -> tuple[Line, ...]:
    theirs = [each for each in balances if each.amount.minor > 0]
    mine = [each for each in balances if each.amount.minor < 0]
    return (
        *(owing_line(visit, each.place.word, each.amount) for each in (*theirs, *mine)),
        *(visit.voice.line("owing.they_in_all", amount=total) for total in _totals(theirs)),
        *(visit.voice.line("owing.you_in_all", amount=-total) for total in _totals(mine)),
    )


def _totals(balances: list[Balance]) -> list[Money]:
    """One a currency in which there is more than one to add up."""
    by_currency: dict[str, list[Money]] = {}
    for each in balances:
        by_currency.setdefault(each.amount.currency, []).append(each.amount)
    return [_sum(amounts) for amounts in by_currency.values() if len(amounts) > 1]


def _sum(amounts: Iterable[Money]) -> Money:
    first, *others = amounts
    for other in others:
        first += other
    return first


async def open_now(tx: Tx, visit: Visit, name: str, currency: str) -> Money:
    """What is open with somebody in one currency, nothing included."""
    found = [each for each in await open_with(tx, visit, name) if each.amount.currency == currency]
    return found[0].amount if found else Money(0, currency)
