"""What a foreign booking is worth in the person's own currency, by the rate of its day."""

import msgspec

from bot.domain.booking import MAIN_ACCOUNT, Entry
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Tx


async def valued(tx: Tx, visit: Visit, entry: Entry) -> Entry:
    """The entry with its worth, new or renewed; for an entry whose amount, currency, day or account is new.

    Where there is no rate, or the account it is paid from holds that very currency, it stays foreign. What others owe
    of it was reckoned in one currency and keeps it: raises Refused where that cannot be.
    """
    worth = await _worth(tx, visit, entry)
    if entry.shares:
        reckoned = entry.shares[0].amount.currency
        if reckoned == entry.amount.currency:
            worth = None
        elif worth is None or worth.currency != reckoned:
            raise Refused("no_rate", currency=entry.amount.currency)
    return entry if worth == entry.worth else msgspec.structs.replace(entry, worth=worth)


async def _worth(tx: Tx, visit: Visit, entry: Entry) -> Money | None:
    rates, own = visit.house.rates, visit.person.currency
    if rates is None or entry.amount.currency == own or entry.kind not in ("expense", "income"):
        return None
    if entry.account != MAIN_ACCOUNT and await _holds(tx, visit, entry):
        return None
    return rates.worth(entry.amount, own, entry.booked_on)


async def _holds(tx: Tx, visit: Visit, entry: Entry) -> bool:
    """Whether the money comes from, or goes to, an account in that currency."""
    balances = await tx.books.balances(visit.ledger_id, "asset")
    return any(each.place == entry.account and each.amount.currency == entry.amount.currency for each in balances)
