"""A booking: money that was spent, came in, was moved or found to be there, on a day."""

from datetime import date
from typing import Literal

import msgspec

from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.taxonomy import Place, fold, word_key

BookingKind = Literal["expense", "income", "transfer", "balance"]
AccountKind = Literal["asset", "person", "expense", "income", "equity"]

ASSETS, PEOPLE, EQUITY = "assets", "people", "equity"
# Accounts that are no category lie in groups of their own, so that a place tells what kind of account it is.
_KINDS: dict[str, AccountKind] = {ASSETS: "asset", PEOPLE: "person", EQUITY: "equity"}

MAIN_ACCOUNT = Place(group=ASSETS, leaf="cash", word="main")
OPENING = Place(group=EQUITY, leaf="opening", word="opening balance")


def asset(word: str) -> Place:
    """An account of the person's own: savings, a card, the wallet; the main one by its own name."""
    if fold(word) == MAIN_ACCOUNT.word:
        return MAIN_ACCOUNT
    return Place(group=ASSETS, leaf="account", word=word)


def somebody(name: str) -> Place:
    """What is open between the person and somebody: positive when they owe the person."""
    return Place(group=PEOPLE, leaf="person", word=name)


def account_key(kind: AccountKind, word: str) -> str:
    """What makes two spellings one account; a name has no plural: Ana is not Anas."""
    return fold(word) if kind == "person" else word_key(word)


def merchant_key(name: str) -> str:
    """A merchant as the books keep and compare it: without capitals, spaces made single; accents belong to a name."""
    return " ".join(name.lower().split())


class Share(msgspec.Struct, frozen=True):
    """Somebody's part of an expense that the person paid for them."""

    name: str
    amount: Money


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is to be booked; the amount is positive, the kind says which way it went.

    place    the category; of a transfer the account it went to; of a balance always OPENING
    account  where the money came from or went to: one of the person's own, or somebody who paid or is paid back
    shares   the parts of an expense that others owe; the rest is the person's own
    worth    the amount in the person's own currency by the rate of its day; without a rate it stays foreign
    A balance is the difference to what was there before: it alone may be negative.
    """

    kind: BookingKind
    amount: Money
    place: Place
    booked_on: date
    merchant: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    account: Place = MAIN_ACCOUNT
    shares: tuple[Share, ...] = ()
    worth: Money | None = None

    @property
    def category(self) -> str:
        return self.place.word

    @property
    def counted(self) -> Money:
        """What the books count: the worth where there is one."""
        return self.worth or self.amount

    @property
    def own(self) -> Money:
        """The person's own part of it."""
        counted = self.counted
        return Money(counted.minor - sum(share.amount.minor for share in self.shares), counted.currency)


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that stands in a ledger."""

    id: BookingId
    entry: Entry


class Line(msgspec.Struct, frozen=True):
    """One side of a booking: an account, told by kind and place, and what is added to it."""

    account_kind: AccountKind
    account: Place
    amount: Money


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries are one to a person: however their words are spelt, and wherever those lie by now."""
    return _bare(one) == _bare(other)


def _bare(entry: Entry) -> Entry:
    place, account = (
        Place("", "", account_key(kind_of(entry, each), each.word)) for each in (entry.place, entry.account)
    )
    return msgspec.structs.replace(entry, place=place, account=account)


def kind_of(entry: Entry, place: Place) -> AccountKind:
    """The kind of account that a place of this entry is."""
    own = _KINDS.get(place.group)
    if own:
        return own
    return "income" if entry.kind == "income" else "expense"


def lines_of(entry: Entry) -> tuple[Line, ...]:
    """The balanced lines of an entry: they always add up to nothing. The first is its place's, the last the money's.

    A part of nothing has no line: somebody may pay for others alone.
    """
    counted, money = entry.counted, kind_of(entry, entry.account)
    if entry.kind == "expense":
        shares = tuple(Line("person", somebody(share.name), share.amount) for share in entry.shares)
        own = (Line("expense", entry.place, entry.own),) if entry.own.minor else ()
        return (*own, *shares, Line(money, entry.account, -counted))
    towards = counted if entry.kind == "transfer" else -counted
    return Line(kind_of(entry, entry.place), entry.place, towards), Line(money, entry.account, -towards)
