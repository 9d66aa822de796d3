"""What a brain may ask of the turn it thinks for: looks at the books, the bill, and a place to show its first words."""

from typing import Protocol

import msgspec

from bot.domain.decision import SkillCall
from bot.domain.memory import KeptMemory
from bot.domain.statement import Statement
from bot.ports.conversations import Exchange
from bot.ports.costs import Service
from bot.services.memory_vectors import Vector


class Rehearsed(msgspec.Struct, frozen=True):
    """What calls would come to; nothing of it stays written.

    lines       as they would be said, without what would be asked
    statements  the same with what stands in them
    only_asks   whether nothing would be done, but something asked back
    """

    lines: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    only_asks: bool = False


class Background(msgspec.Struct, frozen=True):
    """What was said lately on either phone, and what the person agreed to have remembered."""

    exchanges: tuple[Exchange, ...] = ()
    memories: tuple[KeptMemory, ...] = ()


class Desk(Protocol):
    """Of one message of one person; every method but ``show`` is a short transaction of its own.

    ``can_show``: words can be shown while they are written, where the person is; ``is_ready``: also now.
    """

    @property
    def can_show(self) -> bool: ...

    @property
    def is_ready(self) -> bool: ...

    async def background(self) -> Background: ...

    async def rehearse(self, calls: tuple[SkillCall, ...]) -> Rehearsed: ...

    async def hold(self, service: Service, micro_usd: int, *, is_first: bool = True) -> "Purse | Empty":
        """Puts money aside for a call before it is made, the first of a message or one more."""
        ...

    async def give_vectors(self, model: str, memories: list[KeptMemory], vectors: tuple[Vector, ...]) -> None:
        """For memories that had none of this model's, one each."""
        ...

    def show(self, words: str) -> None:
        """The first words of an answer, where they can be shown while it is written."""
        ...


class Purse(Protocol):
    """What was put aside for one call."""

    async def settle(self, used: "Spent") -> None: ...


class Empty(msgspec.Struct, frozen=True):
    """A cap is reached; ``notice`` is the wording that says so, "" where it was said today."""

    notice: str = ""


class Spent(msgspec.Struct, frozen=True):
    """What a call really used: calls, tokens, millionths of a dollar."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    micro_usd: int = 0
