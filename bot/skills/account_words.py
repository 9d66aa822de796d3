"""Accounts in words: their names, and what is in them."""

from collections.abc import Iterable

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT, PEOPLE
from bot.domain.money import Money
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx
from bot.services.accounts import accounts_on


def account_name(visit: Visit, account: Place) -> str:
    """What the person calls it; the main one has no name of theirs, and a name is nobody's but its owner's."""
    if account.group == PEOPLE:
        return account.word
    return visit.voice.text("account.main") if account == MAIN_ACCOUNT else visit.voice.account(account.word)


def holding_line(visit: Visit, account: Place, amount: Money) -> Line:
    return visit.voice.line("account.holds", account=titled(account_name(visit, account)), amount=amount)


async def told_lines(tx: Tx, visit: Visit, accounts: Iterable[Place], currency: str) -> list[Line]:
    """What is in each of these accounts now, of those where the person ever said it in this currency."""
    known = {each.place: each for each in await accounts_on(tx, visit, visit.today) if currency in each.stated}
    return [holding_line(visit, place, known[place].holds(currency)) for place in accounts if place in known]


def opened_lines(visit: Visit, accounts: Iterable[Place]) -> list[Line]:
    """That these accounts are new."""
    return [visit.voice.line("account.opened", account=titled(account.word)) for account in accounts]
