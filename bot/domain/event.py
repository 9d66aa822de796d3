"""What happened, told to whoever minds it: facts in the past tense, never anybody's words."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

from bot.domain.errors import Rejected
from bot.domain.ids import AddressId, BookingId, BudgetId, EventId, PersonId


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What one kind of event tells; its class is the event's name. Another shape of it is another ``version``."""

    version: ClassVar[int] = 1


F = TypeVar("F", bound=Fact)


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """``facts`` are ids, amounts and days; ``id`` is 0 until the event is kept."""

    id: EventId = EventId(0)
    name: str
    version: int
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    person_id: PersonId
    trace_id: str
    facts: dict[str, int | str]

    def read(self, kind: type[F]) -> F:
        """Raises Rejected: ``event_too_new`` for what newer code wrote, ``event_unreadable`` for another shape."""
        if self.version > kind.version:
            raise Rejected("event_too_new", f"{self.name} is of version {self.version}, known is {kind.version}")
        if self.name != kind.__name__:
            raise Rejected("event_unreadable", f"{self.name} is no {kind.__name__}")
        try:
            return msgspec.convert(self.facts, kind)
        except msgspec.ValidationError as fault:
            # Its words name fields and types, no values.
            raise Rejected("event_unreadable", f"{self.name}: {fault}") from fault


class ExpenseRecorded(Fact, frozen=True):
    """``address_id`` is where it was written from, 0 where nobody wrote it."""

    booking_id: BookingId
    address_id: AddressId = AddressId(0)


class BudgetExceeded(Fact, frozen=True):
    """``threshold`` in per cent of the limit was reached in the period that ``starts_on`` that day."""

    budget_id: BudgetId
    starts_on: date
    threshold: int


def event_of(fact: Fact, *, at: datetime, person_id: PersonId, trace_id: str) -> Event:
    facts: dict[str, Any] = msgspec.to_builtins(fact)
    return Event(
        name=type(fact).__name__, version=fact.version, at=at, person_id=person_id, trace_id=trace_id, facts=facts
    )
