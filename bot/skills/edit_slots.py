"""What an edit says: which booking or bookings are meant, and what becomes of them."""

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from bot.domain.booking import Entry
from bot.domain.period import Period
from bot.domain.taxonomy import fold

LAST = ("", "last", "that", "it")


class EditSlots(msgspec.Struct, frozen=True):
    """``booking`` by id (from a button), else ``target`` by word and ``target_amount``; the rest is what changes.

    instead_of  what the amount was said to have been: of several bookings the one with that amount is meant
    every     all that fit are meant, of the ``period`` where one is said
    bookings  those that a deletion of several was confirmed for; ``keep`` is the answer that leaves them
    A ``date`` is the new day of what changes, and the day of what is deleted.
    """

    booking: int | None = None
    bookings: tuple[int, ...] = ()
    target: str | None = None
    target_amount: Decimal | None = None
    instead_of: Decimal | None = None
    every: bool = False
    period: Period | None = None
    action: Literal["update", "delete", "keep"] = "update"
    amount: Decimal | None = None
    currency: str | None = None
    category: str | None = None
    merchant: str | None = None
    date: dt.date | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    account: str | None = None

    @property
    def word(self) -> str:
        """The target as words are compared; "" where the last booking is meant."""
        target = fold(self.target or "")
        return "" if target in LAST else target

    @property
    def amount_meant(self) -> Decimal | None:
        """The amount that what is meant has; where a word names it, what it was said to have been may be a slip."""
        return self.target_amount if self.word or self.target_amount is not None else self.instead_of

    @property
    def names_nothing(self) -> bool:
        return not self.word and self.amount_meant is None and self.days is None

    @property
    def days(self) -> Period | None:
        """The days that what is meant was booked on."""
        if self.action == "delete" and self.date:
            return Period(self.date, self.date)
        return self.period

    @property
    def says_change(self) -> bool:
        return any((self.amount, self.category, self.merchant, self.date, self.note, self.tags, self.account))

    def fits(self, entry: Entry) -> bool:
        """Whether a booking is what the words say; every word must be found somewhere in it."""
        if self.amount_meant not in (None, entry.amount.amount):
            return False
        if self.days and entry.booked_on not in self.days:
            return False
        accounts = f"{entry.account.word} {entry.place.word}" if entry.kind == "transfer" else ""
        told = f"{entry.place.word} {entry.place.leaf} {entry.merchant} {entry.note} {' '.join(entry.tags)} {accounts}"
        return all(word in fold(told) for word in self.word.split())
