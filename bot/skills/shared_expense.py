"""Booking what is shared: the whole with what others owe of it, or the own part of what somebody else paid."""

import datetime as dt
from decimal import Decimal

import msgspec

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT, PEOPLE, Entry, Share, merchant_key, somebody
from bot.domain.errors import Refused
from bot.domain.money import Money
from bot.domain.sharing import even_parts, name_as_written
from bot.domain.taxonomy import OTHER, Place, fold, place_of
from bot.domain.visit import Visit
from bot.domain.wording import joined
from bot.ports.store import Tx
from bot.services.bookkeeping import record_entry
from bot.services.budgeting import standings_touched
from bot.services.unasked.budget_marks import warn_budgets_reached
from bot.services.valuing import valued
from bot.skills.offers import undo_offer
from bot.skills.owing_said import open_now, owing_line
from bot.skills.recording import LONGEST_WORD, echo, standing_lines, which_category
from bot.skills.skill import Outcome

# More are no party any more; fewer would leave somebody out of the sum.
MOST_NAMES = 50
# In a row of names these are the person.
SPEAKER = frozenset(("me", "i", "myself", "ich", "mir", "moi", "yo"))


class SplitSlots(msgspec.Struct, frozen=True):
    """``names`` are the others, ``people`` all heads with the person; ``payer`` is somebody else who paid.

    ``share`` is what each of the others owes, or with a payer what the person owes; evenly without it.
    """

    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    merchant: str | None = None
    date: dt.date | None = None
    names: tuple[str, ...] = msgspec.field(default=(), name="with")
    people: int | None = None
    payer: str | None = None
    share: Decimal | None = None
    owed: bool = False
    settle: bool = False

    def others(self) -> tuple[str, ...]:
        """Everybody else, each once, as names are written. Raises Refused for more than an answer can name."""
        written = [name_as_written(name)[:LONGEST_WORD] for name in self.names if name.strip()]
        found = {fold(name): name for name in written if fold(name) not in SPEAKER}
        if len(found) > MOST_NAMES:
            raise Refused("split_too_many", most=MOST_NAMES)
        return tuple(found.values())

    def other_payer(self) -> str:
        """Whoever else paid, as their name is written; "" when the person did."""
        payer = name_as_written(self.payer or "")[:LONGEST_WORD]
        return "" if fold(payer) in SPEAKER else payer


def money_said(visit: Visit, wanted: SplitSlots, amount: Decimal) -> Money:
    return Money.of(amount, wanted.currency or visit.person.currency)


async def book_part(tx: Tx, visit: Visit, wanted: SplitSlots) -> Outcome:
    """Somebody else paid: the own part is an expense that is owed to them. Raises Refused for more than the whole."""
    payer = wanted.other_payer()
    others = [name for name in wanted.others() if fold(name) != fold(payer)]
    whole = None if wanted.amount is None else money_said(visit, wanted, wanted.amount)
    part = None if wanted.share is None else money_said(visit, wanted, wanted.share)
    if part is None:
        assert whole, "without an amount or a share it was asked about"
        part, _ = even_parts(whole, max(len(others) + 2, wanted.people or 0))
    elif whole and part.minor > whole.minor:
        raise Refused("split_more_than_all")
    return await _book(tx, visit, wanted, await _entry(tx, visit, wanted, part, somebody(payer)))


async def book_shared(tx: Tx, visit: Visit, wanted: SplitSlots) -> Outcome:
    """The person paid. Raises Refused where the parts are more than the whole, or nothing."""
    names = wanted.others()
    share = None if wanted.share is None else money_said(visit, wanted, wanted.share)
    if wanted.amount is not None:
        whole = money_said(visit, wanted, wanted.amount)
    else:
        assert share, "without an amount or a share it was asked about"
        whole = Money(share.minor * len(names), share.currency)
    entry = await _entry(tx, visit, wanted, whole, MAIN_ACCOUNT)
    each = _counted(share, entry) if share else even_parts(entry.counted, len(names) + 1)[0]
    if each.minor <= 0:
        raise Refused("amount_not_positive")
    if each.minor * len(names) > entry.counted.minor:
        raise Refused("split_more_than_all")
    shares = tuple(Share(name, each) for name in names)
    return await _book(tx, visit, wanted, msgspec.structs.replace(entry, shares=shares))


def _counted(part: Money, entry: Entry) -> Money:
    """A part in the currency in which the entry counts, at its rate."""
    worth = entry.worth
    return Money(part.minor * worth.minor // entry.amount.minor, worth.currency) if worth else part


async def _entry(tx: Tx, visit: Visit, wanted: SplitSlots, amount: Money, account: Place) -> Entry:
    said, merchant = (wanted.category or "").strip(), wanted.merchant or ""
    meant = await tx.meanings.of(visit.ledger_id, said, merchant) if said or merchant else None
    entry = Entry(
        kind="expense",
        amount=amount,
        place=place_of((meant or said or OTHER)[:LONGEST_WORD]),
        booked_on=wanted.date or visit.today,
        merchant=merchant_key(merchant)[:LONGEST_WORD],
        account=account,
    )
    return await valued(tx, visit, entry)


async def _book(tx: Tx, visit: Visit, wanted: SplitSlots, entry: Entry) -> Outcome:
    """Said as any expense is: what it was, who owes whom, what is left of the budget for the own part."""
    booking = await record_entry(tx, visit, entry)
    entry = booking.entry
    standings = await standings_touched(tx, visit, entry) if entry.own.minor else []
    left = standing_lines(visit, entry, standings) if entry.own.minor else []
    line = joined(echo(visit, entry), *await parts_said(tx, visit, entry), *left)
    after = await warn_budgets_reached(tx, visit, entry, standings)
    if not wanted.category and entry.category == OTHER and entry.own.minor:
        ask = visit.voice.line("booked.which_category")
        return Outcome((joined(line, ask),), await which_category(tx, visit, booking), after, waiting=(line,))
    return Outcome((line,), None, after, offers=undo_offer(visit))


async def parts_said(tx: Tx, visit: Visit, entry: Entry) -> list[Line]:
    """Whose part is how much, and how the person stands with each of them now."""
    voice, own = visit.voice, entry.own
    if entry.account.group == PEOPLE:
        payer = entry.account.word
        now = await open_now(tx, visit, payer, own.currency)
        return [voice.line("split.part_of_theirs", name=payer), owing_line(visit, payer, now)]
    said = [voice.line("split.your_part", amount=own) if own.minor else voice.line("split.not_yours")]
    open_each = [await open_now(tx, visit, share.name, share.amount.currency) for share in entry.shares]
    if len(open_each) > 1 and all(each == entry.shares[0].amount for each in open_each):
        names = ", ".join(share.name for share in entry.shares)
        return [*said, voice.line("split.each", names=names, amount=open_each[0])]
    for share, amount in zip(entry.shares, open_each, strict=True):
        if amount != share.amount:
            said.append(voice.line("split.their_part", name=share.name, amount=share.amount))
        said.append(owing_line(visit, share.name, amount))
    return said
