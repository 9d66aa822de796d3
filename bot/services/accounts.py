"""The person's own accounts: which one a name means, what is in them on a day, and saying what is in one."""

from datetime import date, timedelta

import msgspec

from bot.domain.booking import MAIN_ACCOUNT, OPENING, Booking, Entry, account_key, asset
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.ports.books import Balance
from bot.ports.store import Tx
from bot.services.bookkeeping import DAYS_AHEAD, record_entry


class Account(msgspec.Struct, frozen=True):
    """``amounts``, one a currency, are never none; ``stated`` in which currencies it was ever said what is in it."""

    place: Place
    amounts: tuple[Money, ...]
    stated: frozenset[str]

    def holds(self, currency: str) -> Money:
        return next((each for each in self.amounts if each.currency == currency), Money(0, currency))


async def accounts_on(tx: Tx, visit: Visit, day: date) -> list[Account]:
    """Every account there is, the main one first, as it stands at the end of a day."""
    amounts: dict[Place, list[Money]] = {}
    for balance in await balances_on(tx, visit, day):
        amounts.setdefault(balance.place, []).append(balance.amount)
    stated = await tx.books.stated(visit.ledger_id) if amounts else []
    own = visit.person.currency
    accounts = [
        Account(
            place=place,
            amounts=tuple(sorted(held, key=lambda each: each.currency != own)),
            stated=frozenset(currency for stated_place, currency in stated if stated_place == place),
        )
        for place, held in amounts.items()
    ]
    return sorted(accounts, key=lambda account: account.place != MAIN_ACCOUNT)


async def balances_on(tx: Tx, visit: Visit, day: date) -> list[Balance]:
    """What is in each account, one balance a currency: all that is booked, without what is booked on later days."""
    after = Period(day + timedelta(days=1), visit.today + timedelta(days=DAYS_AHEAD))
    moved = await tx.books.moved(visit.ledger_id, after)
    later = {(each.place, each.amount.currency): each.amount.minor for each in moved}
    held = [(each.place, each.amount) for each in await tx.books.balances(visit.ledger_id, "asset")]
    return [
        Balance(place, Money(amount.minor - later.get((place, amount.currency), 0), amount.currency))
        for place, amount in held
    ]


async def account_meant(tx: Tx, visit: Visit, name: str) -> tuple[Place, bool]:
    """The account of that name as it is spelled already, and whether it is a new one."""
    place = asset(name)
    balances = await tx.books.balances(visit.ledger_id, "asset")
    known = next((each.place for each in balances if _key(each.place) == _key(place)), None)
    return known or place, known is None and place != MAIN_ACCOUNT


async def set_balance(tx: Tx, visit: Visit, account: Place, said: Money, day: date) -> Booking | None:
    """Books the difference to what the books say, so that the account holds this on that day; None for no difference.

    Raises Refused for a day out of reach.
    """
    held = sum(
        each.amount.minor
        for each in await balances_on(tx, visit, day)
        if _key(each.place) == _key(account) and each.amount.currency == said.currency
    )
    if said.minor == held:
        return None
    difference = Money(said.minor - held, said.currency)
    entry = Entry(kind="balance", amount=difference, place=OPENING, account=account, booked_on=day)
    return await record_entry(tx, visit, entry)


def is_called(account: Place, name: str) -> bool:
    return _key(account) == _key(asset(name))


def _key(account: Place) -> str:
    return account_key("asset", account.word)
