"""What a skill is: a name, the slots it takes, and one thing it does inside the turn's transaction."""

from typing import Protocol, TypeVar

import msgspec

from bot.domain.answer import Answer, Line
from bot.domain.chart import Chart
from bot.domain.decision import Choice, Slots
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx


class Outcome(msgspec.Struct, frozen=True):
    """What to say and to ask, then what to say in messages of their own; codes are urgent: no cap stops them.

    ``offers`` are likely next steps: buttons where there are buttons and nothing is asked, never words or numbers.
    A ``chart`` shows what the lines say: they carry every figure of it.
    ``waiting`` are the lines without the question, for as long as an earlier one of the same message is open.
    """

    lines: tuple[Line, ...] = ()
    asked: Asked | None = None
    after: tuple[Answer, ...] = ()
    urgent: bool = False
    offers: tuple[Choice, ...] = ()
    chart: Chart | None = None
    waiting: tuple[Line, ...] = ()


class NoSlots(msgspec.Struct, frozen=True):
    """Nothing needs to be said besides."""


class Skill(Protocol):
    """``perform`` reads and writes through ``tx`` only; raises Refused, whose reason is said back kindly.

    ``takes`` is the type its slots are read into.
    """

    @property
    def name(self) -> str: ...

    @property
    def takes(self) -> type[msgspec.Struct]: ...

    async def perform(self, tx: Tx, visit: Visit, slots: Slots, /) -> Outcome: ...


Wanted = TypeVar("Wanted", bound=msgspec.Struct)


def read_slots(slots: Slots, wanted: type[Wanted]) -> Wanted:
    """The slots in a skill's own type, whether they come from words, a button or a model. Raises Refused."""
    try:
        return msgspec.convert(slots, wanted, strict=False)
    except msgspec.ValidationError as fault:
        raise Refused("understand") from fault
