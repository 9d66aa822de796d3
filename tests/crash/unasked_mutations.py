"""Each guard of what PAM does unasked taken out, one at a time: events, what is due, alerts."""

from tests.crash.mutations import Mutation

EVENT_FINISHED_BEFORE_MINDED = Mutation(
    name="an event is finished, and minded in a transaction of its own",
    path="bot/turns/event_turn.py",
    old="""                return
            for visit in visits:
""",
    new="""                return
        async with self.store.transaction() as tx:
            for visit in visits:
""",
    found_as="never told to",
)

EVENT_MINDED_AGAIN = Mutation(
    name="an event is minded as often as somebody hears of it",
    path="adapters/sql_store/queries/events.sql",
    old="DELETE FROM delivery WHERE event_id = :event_id AND handler = :handler",
    new="UPDATE delivery SET due_at = due_at WHERE event_id = :event_id AND handler = :handler",
    found_as="minded 2 times",
)

EVENTS_NEVER_SWEPT = Mutation(
    name="nobody takes up what the bus lost",
    path="adapters/sql_store/queries/events.sql",
    old="due_at <= :now",
    new="due_at <= 0",
    found_as="an event is not minded yet",
)

ACKNOWLEDGED_BEFORE_MINDED = Mutation(
    name="the bus is told that an event is done before it is",
    path="handlers/bus_events.py",
    old="""        fault = await outcome_of(self._react(heard.event, again=heard.again))
""",
    new="""        await self._bus.done([heard.receipt])
        fault = await outcome_of(self._react(heard.event, again=heard.again))
""",
    found_as="",
)

RECORDED_APART = Mutation(
    name="what was due is told, and recorded in a transaction of its own",
    path="bot/turns/clock_turn.py",
    old="""                await _come_round(tx, visit, due, self.rules[due.name])
""",
    new="""                records, record = [], tx.dues.record

                async def put_off(*what, **more):
                    records.append((what, more))
                    return True

                tx.dues.record = put_off
                await _come_round(tx, visit, due, self.rules[due.name])
                tx.dues.record = record
        async with self.store.transaction() as tx:
            for what, more in records:
                await tx.dues.record(*what, **more)
""",
    found_as="the books differ",
)

RECORDED_AGAIN = Mutation(
    name="a local day is recorded as often as it comes",
    path="adapters/sql_store/queries/dues.sql",
    old="ON CONFLICT DO NOTHING",
    new="ON CONFLICT (person_id, rule, occurs_on) DO UPDATE SET at = excluded.at",
    found_as="",
)

LEADER_UNCHECKED = Mutation(
    name="whoever led once goes on writing",
    path="adapters/sql_store/queries/leases.sql",
    old="WHERE name = :name AND fence = :fence",
    new="WHERE name = :name AND fence >= :fence",
    found_as="",
)

RAISED_AGAIN = Mutation(
    name="an alert is raised as often as there is a reason",
    path="adapters/sql_store/migrations/sqlite/0004_unasked.sql",
    old="    UNIQUE (person_id, kind, subject, period, threshold)\n",
    new="    CHECK (length(kind) > 0)\n",
    found_as="",
)
