"""Paying back: money between the person and somebody with whom something is open is no spending and no income."""

import msgspec

from bot.domain.booking import Entry
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.bookkeeping import record_entry
from bot.services.owing import open_with
from bot.skills.offers import undo_offer
from bot.skills.owing_said import owing_line
from bot.skills.skill import Outcome


async def pay_back(tx: Tx, visit: Visit, name: str, entry: Entry) -> Outcome | None:
    """Books the expense or income of an entry as a debt paid back; None when nothing is open with them."""
    before = await open_with(tx, visit, name)
    if not before:
        return None
    them = before[0].place
    if any(each.amount.currency == entry.amount.currency for each in before):
        # What is open in this currency stays in it.
        entry = msgspec.structs.replace(entry, worth=None)
    paid_them = entry.kind == "expense"
    place, account = (them, entry.account) if paid_them else (entry.account, them)
    booking = await record_entry(
        tx, visit, msgspec.structs.replace(entry, kind="transfer", place=place, account=account)
    )
    key = "owing.paid_them" if paid_them else "owing.paid_you"
    said = visit.voice.line(key, name=them.word, amount=booking.entry.amount)
    now = await open_with(tx, visit, name)
    left = [owing_line(visit, them.word, each.amount) for each in now]
    even = visit.voice.line("owing.even", name=them.word)
    return Outcome((joined(said, *(left or [even])),), offers=undo_offer(visit))
