"""Entries as tests write them: one line, the rest assumed."""

from datetime import date

from bot.domain.booking import Entry
from bot.domain.money import Money
from bot.domain.taxonomy import place_of
from bot.ports.books import Flow

WEDNESDAY = date(2026, 11, 18)


def spent(minor: int, word: str = "groceries", day: date = WEDNESDAY, *, currency: str = "USD") -> Entry:
    return entry("expense", minor, word, day, currency)


def earned(minor: int, word: str = "salary", day: date = WEDNESDAY, *, currency: str = "USD") -> Entry:
    return entry("income", minor, word, day, currency)


def entry(kind: Flow, minor: int, word: str, day: date, currency: str) -> Entry:
    return Entry(kind=kind, amount=Money(minor, currency), place=place_of(word), booked_on=day)
