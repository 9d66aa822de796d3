"""Very many people with five yearly reminders each, some due each day: in a file that is kept, or on a server."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import asyncpg

from adapters.sql_store.instants import to_ms
from adapters.sql_store.postgres_store import PostgresStore, migrate_database
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from benchmarks.bookings_files import KEYRING
from benchmarks.kept_files import kept_file
from bot.domain.ids import PersonId, ReminderId
from bot.domain.letter import Address
from bot.domain.reminder import Reminder
from bot.ports.people import Newcomer
from bot.ports.store import Store

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
FIRST_COME = datetime(2026, 11, 26, 9, tzinfo=UTC)
A_DAY = 100
RULES_EACH = 5

NUMBERED_IN_A_FILE = """
CREATE TEMP TABLE numbered AS
WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < :rules - 1)
SELECT n, date(:first_day, '+' || (n * 104729 % :rules / :a_day) || ' days') AS day,
       :first_ms + n * 104729 % :rules / :a_day * 86400000 AS due_at, randomblob(16) AS fingerprint
FROM counted
"""
NUMBERED_ON_A_SERVER = """
CREATE TEMP TABLE numbered AS
SELECT n, to_char(DATE :first_day + CAST(n * 104729 % :rules / :a_day AS integer), 'YYYY-MM-DD') AS day,
       :first_ms + n * 104729 % :rules / :a_day * 86400000 AS due_at, uuid_send(gen_random_uuid()) AS fingerprint
FROM generate_series(CAST(0 AS bigint), :rules - 1) AS n
"""
# All of them are as one that PAM's own tables made; whose rules are due together is scattered over everybody.
MANY = """
INSERT INTO person (id, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds,
                    created_at)
SELECT 1000 + n, ledger_id, name, timezone, locale, currency, language, quiet_hours, alert_thresholds, created_at
FROM numbered CROSS JOIN person WHERE person.id = :person_id AND n < :people;

INSERT INTO address (channel, fingerprint, sealed, person_id, welcomed_at, created_at)
SELECT channel, numbered.fingerprint, sealed, 1000 + n, created_at, created_at
FROM numbered CROSS JOIN address WHERE address.person_id = :person_id AND n < :people;

INSERT INTO reminder (id, person_id, about, starts_on, at, recurrence)
SELECT 1000 + n, 1000 + n * 7919 % :people, about, day, at, recurrence
FROM numbered CROSS JOIN reminder WHERE reminder.id = :reminder_id ORDER BY n;

INSERT INTO due (person_id, rule, occurs_on, due_at)
SELECT person_id, 'reminder:' || id, starts_on, due_at FROM reminder JOIN numbered ON id = 1000 + n;
"""


async def rules_file(rules: int) -> Path:
    """Built once and kept; whoever lets what is due come works on a copy."""
    return await kept_file(f"rules-{rules}", __file__, lambda path: _build(path, rules))


async def fill_rules(url: str, rules: int) -> None:
    """The same in an empty Postgres."""
    await migrate_database(url)
    store = PostgresStore(url, KEYRING)
    values = _values(rules, *await _model(store))
    await store.close()
    script = f"{NUMBERED_ON_A_SERVER};\n{MANY}"
    for name, value in values.items():
        script = script.replace(f":{name}", f"'{value}'" if isinstance(value, str) else str(value))
    connection = await asyncpg.connect(url)
    await connection.execute(script)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


async def _build(path: Path, rules: int) -> None:
    migrate_file(path)
    store = SqliteStore.open(path, KEYRING)
    values = _values(rules, *await _model(store))
    await store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute(NUMBERED_IN_A_FILE, values)
        for statement in MANY.split(";\n"):
            if statement.strip():
                connection.execute(statement, values)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


async def _model(store: Store) -> tuple[PersonId, ReminderId]:
    """The one whom all others are like; nothing of theirs is planned."""
    async with store.transaction() as tx:
        person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD", name="Ann"), NOW)
        known = await tx.people.meet(Address("sms", "+14155550123"), NOW)
        await tx.people.give_address(known.id, person.id)
        yearly = Reminder(
            id=ReminderId(0), about="renew the passport", starts_on=NOW.date(), at=time(9), recurrence="yearly"
        )
        return person.id, (await tx.reminders.add(person.id, yearly)).id


def _values(rules: int, person_id: PersonId, reminder_id: ReminderId) -> dict[str, int | str]:
    return {
        "rules": rules,
        "people": rules // RULES_EACH,
        "a_day": A_DAY,
        "first_day": FIRST_COME.date().isoformat(),
        "first_ms": to_ms(FIRST_COME),
        "person_id": person_id,
        "reminder_id": reminder_id,
    }


def due_on_day(number: int) -> datetime:
    """A moment at which the rules of the n-th day are due, counted from 0."""
    return FIRST_COME + timedelta(days=number)
