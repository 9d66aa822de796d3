"""What is open between the person and others: their own notes, nobody is contacted."""

import msgspec

from bot.domain.booking import Booking, Entry
from bot.domain.sharing import name_as_written
from bot.domain.taxonomy import Place, fold
from bot.domain.visit import Visit
from bot.ports.books import Balance
from bot.ports.store import Tx
from bot.services.bookkeeping import record_entry


async def open_with(tx: Tx, visit: Visit, name: str | None) -> list[Balance]:
    """What is open with somebody, or with everybody: positive where they owe the person; one balance a currency."""
    balances = await tx.books.balances(visit.ledger_id, "person")
    wanted = None if name is None else fold(name)
    return [each for each in balances if each.amount.minor and wanted in (None, fold(each.place.word))]


async def name_known(tx: Tx, visit: Visit, name: str) -> str:
    """Somebody's name as it is written in the books already, else as people write names."""
    balances = await tx.books.balances(visit.ledger_id, "person")
    known = next((each.place.word for each in balances if fold(each.place.word) == fold(name)), None)
    return known or name_as_written(name)


async def settle(tx: Tx, visit: Visit, them: Place, paid: Entry) -> Booking:
    """Books an expense as paid back to somebody, an income as paid back by them: it is neither spent nor earned.

    More than is open turns it round.
    """
    place, account = (them, paid.account) if paid.kind == "expense" else (paid.account, them)
    return await record_entry(tx, visit, msgspec.structs.replace(paid, kind="transfer", place=place, account=account))
