"""What a skill is: a name, the slots it takes, and one thing it does inside the turn's transaction."""

from typing import Protocol, TypeVar

import msgspec

from bot.domain.answer import Answer, Line
from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.questions import Asked
from bot.ports.store import Tx


class Outcome(msgspec.Struct, frozen=True):
    """What to say and to ask, then what to say in messages of their own; codes are urgent: no cap stops them."""

    lines: tuple[Line, ...] = ()
    asked: Asked | None = None
    after: tuple[Answer, ...] = ()
    urgent: bool = False


class Skill(Protocol):
    """``perform`` reads and writes through ``tx`` only; raises Refused, whose reason is said back kindly."""

    @property
    def name(self) -> str: ...

    async def perform(self, tx: Tx, visit: Visit, slots: Slots, /) -> Outcome: ...


Wanted = TypeVar("Wanted", bound=msgspec.Struct)


def read_slots(slots: Slots, wanted: type[Wanted]) -> Wanted:
    """The slots in a skill's own type, whether they come from words, a button or a model. Raises Refused."""
    try:
        return msgspec.convert(slots, wanted, strict=False)
    except msgspec.ValidationError as fault:
        raise Refused("understand") from fault
