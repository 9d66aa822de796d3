"""A booking as its row: which column holds what, both ways."""

from datetime import date

import msgspec

from adapters.sql_store.session import Row, Value
from bot.domain.booking import Booking, Entry, Share
from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.taxonomy import Place

_shares_of = msgspec.json.Decoder(tuple[Share, ...]).decode
_written = msgspec.json.Encoder().encode


def columns(entry: Entry) -> dict[str, Value]:
    worth = entry.worth
    return {
        "kind": entry.kind,
        "booked_on": entry.booked_on.isoformat(),
        "amount_minor": entry.amount.minor,
        "currency": entry.amount.currency,
        "worth_minor": worth.minor if worth else None,
        "worth_currency": worth.currency if worth else None,
        "merchant": entry.merchant,
        "note": entry.note,
        "tags": "\n".join(entry.tags),
        "shares": _written(entry.shares).decode() if entry.shares else "",
    }


def booking_of(row: Row) -> Booking:
    row_id, kind, minor, currency, group, leaf, word, booked_on, merchant, note, tags, *more = row
    money_group, money_leaf, money_word, shares, worth_minor, worth_currency = more
    entry = Entry(
        kind=kind,
        amount=Money(minor, currency),
        place=Place(group=group, leaf=leaf, word=word),
        booked_on=date.fromisoformat(booked_on),
        merchant=merchant,
        note=note,
        tags=tuple(tags.split("\n")) if tags else (),
        account=Place(group=money_group, leaf=money_leaf, word=money_word),
        shares=_shares_of(shares) if shares else (),
        worth=None if worth_minor is None else Money(worth_minor, worth_currency),
    )
    return Booking(id=BookingId(row_id), entry=entry)
