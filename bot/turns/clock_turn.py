"""What is due is done: one leading clock, a transaction an occurrence, each once per person, rule and local day."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import msgspec
from loguru import logger
from msgspec.structs import replace

from bot.domain.errors import Conflict, Unavailable
from bot.domain.ids import AlertId
from bot.domain.recurrence import ONE_DAY
from bot.domain.visit import House, Visit
from bot.kit.bell import Bell
from bot.kit.outcome import outcome_of
from bot.kit.trace import new_trace_id
from bot.ports.clock import Clock
from bot.ports.dues import Due
from bot.ports.store import Store, Tx
from bot.services.unasked.planning import HELD, put
from bot.services.unasked.rule import Rule
from bot.turns.lead_turn import LeadTurn
from bot.turns.telling import tell, tell_each, tell_held, visit_to

# Transactions side by side share their commits.
SIDE_BY_SIDE = 32
MOST_A_TICK = 200 * SIDE_BY_SIDE
# A rule that fails is tried again, ever later, then its occurrence is given up: what comes after it must come.
TRIES = 5
AGAIN_AFTER = timedelta(minutes=1)
# As far back as anybody asks what became of a day, and what set it in motion.
RECORDS_KEPT = timedelta(days=400)
EVENTS_KEPT = timedelta(days=30)
# What was said is context for hours, and a person's own words.
EXCHANGES_KEPT = timedelta(days=1)
FORGOTTEN_AT_A_TIME = 500


class ClockTurn(msgspec.Struct, frozen=True, kw_only=True):
    """``tick`` is its door: while nothing is due it costs one look into an index."""

    store: Store
    clock: Clock
    house: House
    rules: Mapping[str, Rule]
    outbox_bell: Bell
    leading: LeadTurn

    async def tick(self) -> int:
        """Does what is due and returns how many occurrences that were; none where another clock leads.

        Raises Unavailable when the store is away: what is due stays due.
        """
        done = 0
        while done < MOST_A_TICK and (fence := await self.leading.fence()) is not None:
            due = await self._come()
            if not due:
                break
            came = await asyncio.gather(*(outcome_of(self._ring(each, fence)) for each in due))
            self.outbox_bell.ring()
            for fault in came:
                if isinstance(fault, Exception):
                    raise fault
            if not all(came):
                self.leading.lead.forget()
                break
            done += len(due)
        return done

    async def tidy(self) -> int:
        """Forgets what is too old to be asked about, in small steps; returns how much that was."""
        now, forgotten, found = self.clock.now(), 0, 1
        while found:
            async with self.store.transaction() as tx:
                found = await tx.dues.forget(now - RECORDS_KEPT, FORGOTTEN_AT_A_TIME)
                found += await tx.events.forget(now - EVENTS_KEPT, FORGOTTEN_AT_A_TIME)
                found += await tx.offers.forget(now, FORGOTTEN_AT_A_TIME)
                found += await tx.conversations.forget(now - EXCHANGES_KEPT, FORGOTTEN_AT_A_TIME)
            forgotten += found
        return forgotten

    async def _come(self) -> list[Due]:
        async with self.store.transaction() as tx:
            return await tx.dues.come((*self.rules, HELD), self.clock.now(), SIDE_BY_SIDE)

    async def _ring(self, due: Due, fence: int) -> bool:
        """False when another clock leads by now: then nothing was written."""
        trace_id = new_trace_id()
        fault = await outcome_of(self._fire(due, fence, trace_id))
        if not isinstance(fault, Exception):
            return True
        if isinstance(fault, Unavailable):
            raise fault
        postponed = await outcome_of(self._postpone(due, fence, fault))
        if isinstance(postponed, Conflict):
            return False
        logger.opt(exception=fault).error("a rule failed", rule=due.name, trace_id=trace_id, attempt=due.attempts + 1)
        if isinstance(postponed, Exception):
            raise postponed
        return True

    async def _fire(self, due: Due, fence: int, trace_id: str) -> None:
        now = self.clock.now()
        async with self.store.transaction() as tx:
            await tx.leases.check(self.leading.name, fence)
            await tx.people.hold(due.person_id)
            if not await tx.dues.still(due):
                return
            logger.debug("{rule} was due", rule=due.name, trace_id=trace_id, stage="clock")
            person = await tx.people.person(due.person_id)
            visit = await visit_to(tx, person, house=self.house, now=now, trace_id=trace_id)
            if visit is None:
                await tx.dues.cancel(due.person_id, due.rule)
            elif due.name == HELD:
                await tx.dues.cancel(due.person_id, due.rule)
                await tell_held(tx, visit, AlertId(due.number))
            else:
                await _come_round(tx, visit, due, self.rules[due.name])

    async def _postpone(self, due: Due, fence: int, fault: Exception) -> None:
        """Ever later again; a day that fails to the end is written down, and the rule comes again the day after."""
        now = self.clock.now()
        async with self.store.transaction() as tx:
            await tx.leases.check(self.leading.name, fence)
            await tx.people.hold(due.person_id)
            if not await tx.dues.still(due):
                return
            if due.attempts + 1 < TRIES:
                again_at = now + AGAIN_AFTER * 2**due.attempts
                await tx.dues.plan(replace(due, attempts=due.attempts + 1, due_at=again_at))
                return
            await tx.dues.record(due, due.occurs_on, "skipped", at=now, reason=f"failed: {type(fault).__name__}")
            await tx.dues.plan(replace(due, attempts=0, due_at=now + ONE_DAY))


async def _come_round(tx: Tx, visit: Visit, due: Due, rule: Rule) -> None:
    """One occurrence, the missed ones before it made one with it, and the next one planned."""
    fired = await rule.fire(tx, visit, due)
    for day in fired.missed:
        await tx.dues.record(due, day, "skipped", at=visit.now, reason="made one with a later day")
    became = "skipped" if fired.skipped else "done"
    if await tx.dues.record(due, fired.day, became, at=visit.now, reason=fired.skipped):
        if len(fired.alerts) == 1:
            await tell(tx, visit, fired.alerts[0])
        else:
            await tell_each(tx, visit, fired.alerts)
    await put(tx, visit, due.rule, await rule.following(tx, visit, due.number, fired.day))
