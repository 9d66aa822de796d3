"""One thing said: its pieces, and the values marked in them."""

from datetime import date
from decimal import Decimal

import msgspec

from bot.brain.offline.amount import Amount
from bot.brain.offline.pieces import AMOUNT, NUMBER, TAG, UNCLEAR, Piece, Pieces
from bot.brain.offline.when import Day, Every, Hour, Hours, Span
from bot.domain.decision import Reader, Slots
from bot.domain.period import Period


class Clause(msgspec.Struct, gc=False):
    """``asks``: it has the form of a question. ``rule_begin``, ``rule_end``: where the words are that told
    which skill is meant.

    ``words`` and ``values`` are taken from the pieces once: every rule looks at them.
    """

    pieces: Pieces
    reader: Reader
    asks: bool = False
    rule_begin: int = 0
    rule_end: int = 0
    weighed: bool = False
    sum: Amount | None = None
    words: list[str] = []
    values: list[object] = []
    money: list[Amount] = []

    def __post_init__(self) -> None:
        self.words = [piece.word for piece in self.pieces]
        self.values = [piece.value for piece in self.pieces if piece.value is not None]
        self.money = [value for value in self.values if isinstance(value, Amount)]

    def amounts(self) -> list[Amount]:
        return self.money

    def first_amount(self) -> Amount | None:
        return self.money[0] if self.money else None

    def first(self, kind: type[Day] | type[Span] | type[Every] | type[Hour] | type[Hours]) -> object | None:
        for value in self.values:
            if isinstance(value, kind):
                return value
        return None

    def day(self) -> Day | None:
        found = self.first(Day)
        return found if isinstance(found, Day) else None

    def every(self) -> str | None:
        found = self.first(Every)
        return found.rule if isinstance(found, Every) else None

    def hour(self) -> str | None:
        found = self.first(Hour)
        return found.text if isinstance(found, Hour) else None

    def hours(self) -> str | None:
        found = self.first(Hours)
        return found.text if isinstance(found, Hours) else None

    def span(self) -> Span | None:
        found = self.first(Span)
        return found if isinstance(found, Span) else None

    def period(self) -> Period | None:
        """The period asked about: said as such, or as a single past day."""
        span = self.span()
        if span:
            return span.past
        day = self.day()
        return Period(day.past, day.past) if day else None

    def past_day(self) -> date | None:
        day = self.day()
        return day.past if day else None

    def future_day(self) -> date | None:
        day = self.day()
        if day:
            return day.future
        hour = self.first(Hour)
        return hour.day if isinstance(hour, Hour) else None

    def tags(self) -> tuple[str, ...]:
        """The words told with a "#" before them."""
        if TAG not in self.words:
            return ()
        return tuple(str(piece.value)[1:] for piece in self.pieces if piece.word == TAG)

    def spans(self) -> list[Span]:
        return [value for value in self.values if isinstance(value, Span)]

    def counted(self, most: int) -> int | None:
        """The first small number that is no sum of money: "last 5", "top 3"."""
        for piece in self.pieces:
            value = piece.value
            if isinstance(value, Amount) and not value.marked and 0 < value.whole <= most:
                return value.whole
            if piece.word == NUMBER and isinstance(value, int) and 0 < value <= most:
                return value
        return None

    def deadline(self) -> date | None:
        """The day something is to be reached by: a day, or the last of a period ("by June")."""
        span = self.span()
        return self.future_day() or (span.future.last if span else None)

    def opening(self) -> date | None:
        """The day something is to be thought of: a day, or the first of a period to come ("next month")."""
        span = self.span()
        first = span.future.first if span else None
        return self.future_day() or (first if first and first > self.reader.today else None)


def put_amount(slots: Slots, amount: Amount | None, name: str = "amount") -> None:
    """The amount and its currency, when there is a clear one."""
    if amount and amount.readings:
        slots[name] = amount.amount
        slots["currency"] = amount.currency


def put(slots: Slots, name: str, value: object) -> None:
    """A slot, when the words gave it."""
    if value not in (None, "", (), []):
        slots[name] = value


def is_money(piece: Piece) -> bool:
    return piece.word in (AMOUNT, UNCLEAR)


def times(amount: Amount, count: int) -> Amount:
    """A price taken ``count`` times."""
    return Amount(tuple(reading * Decimal(count) for reading in amount.readings), amount.currency, marked=True)
