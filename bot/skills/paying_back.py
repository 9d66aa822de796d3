"""Paying back: money between the person and somebody with whom something is open is no spending and no income."""

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import Entry
from bot.domain.taxonomy import Place
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.owing import open_with, settle
from bot.skills.owing_said import standing_with


async def pay_back(tx: Tx, visit: Visit, name: str, entry: Entry) -> Line | None:
    """Books the expense or income of an entry as a debt paid back; None when nothing is open with them."""
    before = await open_with(tx, visit, name)
    if not before:
        return None
    if any(each.amount.currency == entry.amount.currency for each in before):
        # What is open in this currency stays in it.
        entry = msgspec.structs.replace(entry, worth=None)
    return await paid_back(tx, visit, before[0].place, entry)


async def paid_back(tx: Tx, visit: Visit, them: Place, entry: Entry) -> Line:
    """Books it, and says what was paid by whom and how the two stand now."""
    amount = (await settle(tx, visit, them, entry)).entry.amount
    key = "owing.paid_them" if entry.kind == "expense" else "owing.paid_you"
    said = visit.voice.line(key, name=them.word, amount=amount)
    return joined(said, *await standing_with(tx, visit, them.word))
