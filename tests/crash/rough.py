"""A store and handlers of events that fail and die as the dice say, and a note of each handler's work that was kept."""

from collections import Counter, defaultdict
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from types import TracebackType

from bot.domain.alert import Alert
from bot.domain.event import Event
from bot.domain.ids import EventId, PersonId
from bot.domain.visit import Visit
from bot.ports.store import Store, Tx
from bot.turns.event_turn import Handler
from tests.crash.dice import Dice

Minded = tuple[EventId, str, PersonId]
SELDOM = 10


class Died(BaseException):
    """The process ended here; nobody in it hears of it."""


class Failed(Exception):
    """A handler's own fault."""


@dataclass
class Roughness:
    """``kept`` is what handlers did in transactions that were kept, by event, handler and person."""

    dice: Dice
    fails: bool = False
    dies: bool = False
    kept: Counter[Minded] = field(default_factory=Counter)
    open: defaultdict[int, list[Minded]] = field(default_factory=lambda: defaultdict(list))

    def may_fail(self) -> None:
        if self.fails and self.dice.one_in(SELDOM):
            raise Failed

    def may_die(self) -> None:
        if self.dies and self.dice.one_in(SELDOM):
            raise Died


class RoughStore:
    """Fulfils the Store port over another one; who dies at a commit has it kept, or not."""

    def __init__(self, store: Store, rough: Roughness) -> None:
        self._store = store
        self._rough = rough

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        return RoughTransaction(self._store.transaction(), self._rough)

    async def close(self) -> None:
        await self._store.close()


class RoughTransaction(AbstractAsyncContextManager[Tx]):
    def __init__(self, transaction: AbstractAsyncContextManager[Tx], rough: Roughness) -> None:
        self._transaction = transaction
        self._rough = rough

    async def __aenter__(self) -> Tx:
        self._rough.may_die()
        self._tx = await self._transaction.__aenter__()
        return self._tx

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        minded = self._rough.open.pop(id(self._tx), [])
        if kind is None:
            try:
                self._rough.may_die()
            except Died as death:
                await self._transaction.__aexit__(Died, death, None)
                raise
        done = await self._transaction.__aexit__(kind, fault, trace)
        if kind is None:
            self._rough.kept.update(minded)
            self._rough.may_die()
        return done


def rough_handler(name: str, handler: Handler, rough: Roughness) -> Handler:
    async def mind(tx: Tx, visit: Visit, event: Event) -> tuple[Alert, ...]:
        rough.may_fail()
        rough.may_die()
        alerts = await handler.mind(tx, visit, event)
        rough.open[id(tx)].append((event.id, name, visit.person_id))
        rough.may_fail()
        return alerts

    return Handler(mind, for_others=handler.for_others)
