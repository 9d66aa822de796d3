"""An event is minded: each handler in a transaction of its own, once, tried again and then given up on by itself."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

import msgspec
from loguru import logger
from msgspec.structs import replace

from bot.domain.alert import Alert
from bot.domain.errors import Rejected, Unavailable
from bot.domain.event import Event
from bot.domain.ids import AddressId
from bot.domain.person import Person
from bot.domain.visit import House, Visit
from bot.kit.backoff import backoff_s
from bot.kit.bell import Bell
from bot.kit.outcome import outcome_of
from bot.ports.clock import Clock
from bot.ports.events import Delivery
from bot.ports.store import Store, Tx
from bot.services.announcing import MINDED_BY, SWEEP_AFTER
from bot.services.unasked.budget_marks import warn_budget_exceeded
from bot.services.unasked.watching import watch_spending
from bot.turns.lane_loop import LaneLoop, LaneWork
from bot.turns.silent_deaths import KILLED, OF_EVENTS, TRIES
from bot.turns.telling import tell, visit_to

SIDE_BY_SIDE = 16
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
# An alert that follows a message so soon is part of the answer to it.
SOON = timedelta(minutes=2)

Mind = Callable[[Tx, Visit, Event], Awaitable[tuple[Alert, ...]]]


class Handler(msgspec.Struct, frozen=True):
    """Raises alerts for whoever caused the event, or for the others of the ledger."""

    mind: Mind
    for_others: bool = False


HANDLERS: Mapping[str, Handler] = {
    "watch_spending": Handler(watch_spending),
    "warn_the_others": Handler(warn_budget_exceeded, for_others=True),
}


class EventTurn(msgspec.Struct, frozen=True, kw_only=True):
    """``react`` is for whoever hears of an event from the bus; ``loop`` finds what the bus lost."""

    store: Store
    clock: Clock
    house: House
    handlers: Mapping[str, Handler]
    bell: Bell
    outbox_bell: Bell

    async def react(self, event: Event, *, again: bool = False) -> None:
        """Every handler has done with it, or will be given it again, or never more, once this returns.

        ``again``: somebody had it before and did not end; it is counted against each before it begins. Raises
        Unavailable when the store is away: then nothing was decided.
        """
        if again:
            await self._react_again(event)
            return
        for handler in MINDED_BY.get(event.name, ()):
            await self._attempt(Delivery(event=event, handler=handler))

    async def _react_again(self, event: Event) -> None:
        """One after the other, so that one which ends the process is the only one it is counted against."""
        async with self.store.transaction() as tx:
            deliveries = [each for each in await tx.events.open(event.id) if each.handler in self.handlers]
        for delivery in deliveries:
            async with self.store.transaction() as tx:
                attempts = await tx.events.count(event.id, delivery.handler)
                if attempts >= TRIES:
                    await tx.events.bury(event.id, delivery.handler, fault=KILLED)
            if attempts >= TRIES:
                _tell_given_up(delivery, None)
            else:
                await self._attempt(replace(delivery, attempts=attempts))

    async def hurry(self, events: Sequence[Event]) -> None:
        """The bus did not take them: whoever sweeps may have them at once."""
        async with self.store.transaction() as tx:
            await tx.events.hurry([event.id for event in events], self.clock.now())
        self.bell.ring()

    def loop(self) -> LaneLoop[Delivery]:
        work = LaneWork(
            name="the events",
            claim=self._claim,
            work=self._attempt,
            fail=self._fail,
            renew=self._renew,
            now=self.clock.now,
            alone=OF_EVENTS.is_suspect,
        )
        return LaneLoop(work, self.bell, SIDE_BY_SIDE)

    async def _claim(self, most: int) -> list[Delivery]:
        """What nobody did in time; what was taken up in silence again and again runs alone: it may be what kills."""
        now = self.clock.now()
        async with self.store.transaction() as tx:
            overdue = await tx.events.overdue(tuple(self.handlers), now=now, again_at=now + SWEEP_AFTER, most=most)
            claimed = OF_EVENTS.sort_out(overdue)
            for each in claimed.later:
                await tx.events.hand_back(each.event.id, each.handler, now)
            for each in claimed.killers:
                await tx.events.bury(each.event.id, each.handler, fault=KILLED)
                _tell_given_up(each, None)
        return claimed.run

    async def _renew(self, delivery: Delivery) -> bool:
        """A handler is over long before it would be taken up again; if not, the first to commit has done it."""
        return True

    async def _attempt(self, delivery: Delivery) -> None:
        fault = await outcome_of(self._mind(delivery))
        if isinstance(fault, Unavailable):
            raise fault
        if isinstance(fault, Exception):
            await self._fail(delivery, fault)

    async def _mind(self, heard: Delivery) -> None:
        """By what is kept of the event: what came by the bus only says that there is one."""
        handler, told = self.handlers[heard.handler], 0
        async with self.store.transaction() as tx:
            deliveries = await tx.events.open(heard.event.id)
            kept = next((each.event for each in deliveries if each.handler == heard.handler), None)
            if kept is None or kept.trace_id != heard.event.trace_id:
                return
            visits = await (self._others(tx, kept) if handler.for_others else self._author(tx, kept))
            if not await tx.events.finish(kept.id, heard.handler):
                return
            for visit in visits:
                for alert in await handler.mind(tx, visit, kept):
                    await self._tell(tx, visit, kept, alert)
                    told += 1
        if told:
            self.outbox_bell.ring()
        logger.debug("{handler} minded it", handler=heard.handler, trace_id=kept.trace_id, stage="event")

    async def _author(self, tx: Tx, event: Event) -> list[Visit]:
        """Whoever caused it, where they wrote from, with their lane held."""
        await tx.people.hold(event.person_id)
        written_from = AddressId(int(event.facts.get("address_id") or 0))
        if written_from:
            known, person = await tx.people.who(written_from)
            if person and person.id == event.person_id:
                return [
                    Visit(person=person, address=known, now=self.clock.now(), house=self.house, trace_id=event.trace_id)
                ]
        visit = await self._visit_to(tx, await tx.people.person(event.person_id), event)
        return [visit] if visit else []

    async def _others(self, tx: Tx, event: Event) -> list[Visit]:
        """Everybody else of their ledger."""
        author = await tx.people.person(event.person_id)
        everybody = await tx.people.of_ledger(author.ledger_id)
        # In one order, whoever begins: two who tell each other must not wait for each other.
        for person_id in sorted(each.id for each in everybody):
            await tx.people.hold(person_id)
        visits = [await self._visit_to(tx, each, event) for each in everybody if each.id != author.id]
        return [visit for visit in visits if visit]

    async def _visit_to(self, tx: Tx, person: Person, event: Event) -> Visit | None:
        return await visit_to(tx, person, house=self.house, now=self.clock.now(), trace_id=event.trace_id)

    async def _tell(self, tx: Tx, visit: Visit, event: Event, alert: Alert) -> None:
        """On the phone that was written from, where it follows soon; else by the person's manners."""
        wrote_it = event.facts.get("address_id") == visit.address.id and event.person_id == visit.person_id
        if wrote_it and visit.now - event.at < SOON:
            await tell(tx, visit, alert, as_answer=True)
            return
        usual = await self._visit_to(tx, visit.person, event)
        if usual:
            await tell(tx, usual, alert)

    async def _fail(self, delivery: Delivery, fault: Exception) -> None:
        """Later again, or put aside; the others who mind the event are not held up."""
        event = delivery.event
        reason = str(fault) if isinstance(fault, Rejected) else type(fault).__name__
        is_too_new = isinstance(fault, Rejected) and fault.reason == "event_too_new"
        if delivery.attempts + 1 >= TRIES or (isinstance(fault, Rejected) and not is_too_new):
            await self._give_up(delivery, reason, fault)
            return
        # What newer code posted is left to it: it may be starting just now.
        first_s = LONGEST_WAIT_S if is_too_new else FIRST_WAIT_S
        wait_s = backoff_s(delivery.attempts + 1, first_s=first_s, cap_s=LONGEST_WAIT_S)
        due_at = self.clock.now() + timedelta(seconds=wait_s)
        async with self.store.transaction() as tx:
            await tx.events.put_back(event.id, delivery.handler, due_at=due_at, fault=reason)
        logger.opt(exception=fault).warning(
            "{handler} failed, again in {wait:.0f} s", handler=delivery.handler, wait=wait_s, trace_id=event.trace_id
        )

    async def _give_up(self, delivery: Delivery, reason: str, fault: Exception) -> None:
        async with self.store.transaction() as tx:
            await tx.events.bury(delivery.event.id, delivery.handler, fault=reason)
        _tell_given_up(delivery, fault)


def _tell_given_up(delivery: Delivery, fault: Exception | None) -> None:
    logger.opt(exception=fault).error(
        "{name} was given up on by {handler}",
        name=delivery.event.name,
        handler=delivery.handler,
        trace_id=delivery.event.trace_id,
    )
