"""A booking: money that was spent or came in, on a day, under a category."""

from datetime import date
from typing import Literal

import msgspec

from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.taxonomy import Place

BookingKind = Literal["expense", "income"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be booked; the amount is positive, the kind says which way it went."""

    kind: BookingKind
    amount: Money
    place: Place
    booked_on: date
    merchant: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()

    @property
    def category(self) -> str:
        return self.place.word


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that stands in a ledger."""

    id: BookingId
    entry: Entry


class Line(msgspec.Struct, frozen=True):
    """One side of a booking: an account, told by kind and name, and what is added to it."""

    account_kind: Literal["asset", "expense", "income"]
    account: Place
    amount: Money


MAIN_ACCOUNT = Place(group="assets", leaf="cash", word="main")


def lines_of(entry: Entry) -> tuple[Line, Line]:
    """The two balanced lines of an entry: they always add up to nothing."""
    towards = entry.amount if entry.kind == "expense" else -entry.amount
    return Line(entry.kind, entry.place, towards), Line("asset", MAIN_ACCOUNT, -towards)
