"""What a booking says after a correction, as far as that makes sense."""

import msgspec

from bot.domain.booking import Entry, Share, asset, merchant_key
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.sharing import even_parts
from bot.domain.taxonomy import place_of, word_key
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.accounts import is_called
from bot.services.naming import meant_by
from bot.services.valuing import valued
from bot.skills.edit_slots import EditSlots
from bot.skills.recording import LONGEST_WORD

LONGEST_NOTE = 200
MOST_TAGS = 10


async def corrected(tx: Tx, visit: Visit, entry: Entry, wanted: EditSlots) -> Entry:
    """Raises Refused for what such a booking cannot say: a transfer has no category, an own part is never negative."""
    _check(entry, wanted)
    tags = dict.fromkeys([*entry.tags, *(tag[:LONGEST_WORD] for tag in wanted.tags)])
    after = msgspec.structs.replace(
        entry,
        amount=_amount(visit, entry, wanted),
        merchant=merchant_key(wanted.merchant)[:LONGEST_WORD] if wanted.merchant else entry.merchant,
        booked_on=wanted.date or entry.booked_on,
        note=wanted.note[:LONGEST_NOTE] if wanted.note else entry.note,
        tags=tuple(tags)[:MOST_TAGS],
        account=asset(wanted.account[:LONGEST_WORD]) if wanted.account else entry.account,
    )
    if wanted.category:
        word = await meant_by(tx, visit, wanted.category[:LONGEST_WORD])
        if word_key(word) != word_key(entry.category):
            after = msgspec.structs.replace(after, place=place_of(word))
    if after.kind == "transfer" and is_called(after.place, after.account.word):
        raise Refused("same_account")
    return await _worth(tx, visit, entry, after)


def _check(entry: Entry, wanted: EditSlots) -> None:
    if wanted.category and entry.kind in ("transfer", "balance"):
        raise Refused("no_category")
    if entry.kind == "balance" and (wanted.amount is not None or wanted.account):
        raise Refused("balance_again")


def _amount(visit: Visit, entry: Entry, wanted: EditSlots) -> Money:
    if wanted.amount is None:
        return entry.amount
    # "no, 14" comes with the person's own currency, said or not: a foreign booking keeps its own.
    said = wanted.currency or visit.person.currency
    return Money.of(wanted.amount, entry.amount.currency if said == visit.person.currency else said)


async def _worth(tx: Tx, visit: Visit, before: Entry, after: Entry) -> Entry:
    """Its worth renewed where amount, day or account is another; what others owe of it must still fit in."""
    if (after.amount, after.booked_on, after.account) == (before.amount, before.booked_on, before.account):
        return after
    renewed = await valued(tx, visit, after)
    if not renewed.shares:
        return renewed
    renewed = msgspec.structs.replace(renewed, shares=_shared_alike(before, renewed))
    if renewed.own.minor < 0:
        raise Refused("below_shares")
    return renewed


def _shared_alike(before: Entry, after: Entry) -> tuple[Share, ...]:
    """Even parts stay even, and what was all theirs stays so; other parts keep the figures that were named."""
    names = [share.name for share in before.shares]
    parts = {share.amount for share in before.shares}
    for heads in (len(names), len(names) + 1):
        if parts == {Money(before.counted.minor // heads, before.counted.currency)}:
            part, _ = even_parts(after.counted, heads)
            return tuple(Share(name, part) for name in names)
    return after.shares
