"""What is open between the person and others: their own notes, nobody is contacted."""

from bot.domain.booking import MAIN_ACCOUNT, Booking, Entry
from bot.domain.money import Money
from bot.domain.taxonomy import fold
from bot.domain.visit import Visit
from bot.ports.books import Balance
from bot.ports.store import Tx
from bot.services.bookkeeping import record_entry


async def open_with(tx: Tx, visit: Visit, name: str | None) -> list[Balance]:
    """What is open with somebody, or with everybody: positive where they owe the person; one balance a currency."""
    balances = await tx.books.balances(visit.ledger_id, "person")
    wanted = None if name is None else fold(name)
    return [each for each in balances if each.amount.minor and wanted in (None, fold(each.place.word))]


async def settle(tx: Tx, visit: Visit, balance: Balance, amount: Money) -> Booking:
    """Books that so much of a balance was paid back, by whoever owed it; more than is open turns it round."""
    they_owe = balance.amount.minor > 0
    place, account = (MAIN_ACCOUNT, balance.place) if they_owe else (balance.place, MAIN_ACCOUNT)
    entry = Entry(kind="transfer", amount=amount, place=place, account=account, booked_on=visit.today)
    return await record_entry(tx, visit, entry)
