"""One person with very many bookings over two years: in a file, built once and kept, or on a server."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import asyncpg

from adapters.sql_store.postgres_store import PostgresStore, migrate_database
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from benchmarks.kept_files import kept_file
from bot.domain.booking import Entry
from bot.domain.budget import planned
from bot.domain.letter import Address
from bot.domain.money import Money
from bot.domain.person import KnownAddress, Person
from bot.domain.taxonomy import place_of
from bot.kit.keyring import Keyring
from bot.ports.people import Newcomer
from bot.ports.store import Store

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAYS = 730
CATEGORIES = (
    "groceries coffee lunch taxi petrol rent electricity internet phone pharmacy doctor gym cinema books clothes shoes "
    "gifts flights hotels insurance"
).split()
BUDGETS = ("groceries", "transport", "")
KEYRING = Keyring(("one-key-for-the-benchmarks-and-nothing-else",))

LAID_IN_A_FILE = """
CREATE TEMP TABLE laid AS
WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < :how_many)
SELECT n + 1000 AS id, date(:today, '-' || (n * 7919 % :days) || ' days') AS day,
       100 + n * 104729 % 9000 AS minor, (SELECT id FROM kinds WHERE place = n % :categories) AS account_id
FROM numbered
"""
LAID_ON_A_SERVER = """
CREATE TEMP TABLE laid AS
SELECT n + 1000 AS id, to_char(DATE :today - CAST(n * 7919 % :days AS integer), 'YYYY-MM-DD') AS day,
       100 + n * 104729 % 9000 AS minor, (SELECT id FROM kinds WHERE place = n % :categories) AS account_id
FROM generate_series(CAST(1 AS bigint), :how_many) AS n
"""
# As PAM's books write them: a booking, two lines that add up to nothing, the running totals of both accounts.
MANY = """
INSERT INTO booking (id, ledger_id, person_id, kind, account_id, money_account_id, booked_on, amount_minor, currency)
SELECT id, :ledger_id, :person_id, 'expense', account_id, :main_id, day, minor, 'USD' FROM laid ORDER BY id;

INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
SELECT :ledger_id, id, account_id, minor, 'USD' FROM laid
UNION ALL SELECT :ledger_id, id, :main_id, -minor, 'USD' FROM laid;

INSERT INTO total (ledger_id, span, starts_on, account_id, currency, amount_minor, bookings)
SELECT :ledger_id, 'day', day, account_id, 'USD', sum(minor), count(*) FROM laid GROUP BY day, account_id
UNION ALL
SELECT :ledger_id, 'month', substr(day, 1, 8) || '01', account_id, 'USD', sum(minor), count(*) FROM laid
GROUP BY substr(day, 1, 8), account_id
UNION ALL
SELECT :ledger_id, 'ever', '0001-01-01', :main_id, 'USD', -sum(minor), count(*) FROM laid WHERE TRUE
ON CONFLICT (ledger_id, span, starts_on, account_id, currency)
DO UPDATE SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings;
"""


async def file_with(how_many: int) -> Path:
    """Built once and kept."""
    return await kept_file(str(how_many), __file__, lambda path: _build(path, how_many))


async def fill(url: str, how_many: int) -> None:
    """The same in an empty Postgres."""
    await migrate_database(url)
    store = PostgresStore(url, KEYRING)
    person = await _one_person(store)
    await store.close()
    connection = await asyncpg.connect(url)
    accounts = "SELECT id FROM account WHERE ledger_id = $1 AND kind = $2 ORDER BY id"
    categories = [row[0] for row in await connection.fetch(accounts, person.ledger_id, "expense")]
    main_id = await connection.fetchval(accounts, person.ledger_id, "asset")
    await connection.execute("CREATE TEMP TABLE kinds (place bigint PRIMARY KEY, id bigint)")
    await connection.executemany("INSERT INTO kinds VALUES ($1, $2)", list(enumerate(categories)))
    script = f"{LAID_ON_A_SERVER};\n{MANY}"
    for name, value in _values(person, main_id, how_many).items():
        script = script.replace(f":{name}", f"'{value}'" if isinstance(value, str) else str(value))
    await connection.execute(script)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


async def whose(store: Store) -> tuple[Person, KnownAddress]:
    async with store.transaction() as tx:
        (person,) = await tx.people.everyone()
        (known,) = await tx.people.addresses_of(person.id)
    return person, known


async def _build(path: Path, how_many: int) -> None:
    migrate_file(path)
    store = SqliteStore.open(path, KEYRING)
    person = await _one_person(store)
    await store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _add_many(connection, person, how_many)


async def _one_person(store: Store) -> Person:
    async with store.transaction() as tx:
        person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD", name="Ann"), NOW)
        known = await tx.people.meet(Address("sms", "+14155550123"), NOW)
        await tx.people.give_address(known.id, person.id)
        for word in BUDGETS:
            await tx.budgets.set(person.ledger_id, planned(word, Money(10**11, "USD")))
        for word in CATEGORIES:
            day = TODAY - timedelta(days=DAYS)
            entry = Entry(kind="expense", amount=Money(100, "USD"), place=place_of(word), booked_on=day)
            await tx.books.add(person.ledger_id, person.id, entry)
    return person


def _add_many(connection: sqlite3.Connection, person: Person, how_many: int) -> None:
    accounts = "SELECT id FROM account WHERE ledger_id = ? AND kind = ? ORDER BY id"
    categories = connection.execute(accounts, (person.ledger_id, "expense")).fetchall()
    ((main_id,),) = connection.execute(accounts, (person.ledger_id, "asset")).fetchall()
    connection.execute("CREATE TEMP TABLE kinds (place INTEGER PRIMARY KEY, id INTEGER)")
    connection.executemany("INSERT INTO kinds VALUES (?, ?)", [(n, row[0]) for n, row in enumerate(categories)])
    values = _values(person, main_id, how_many)
    connection.execute("BEGIN")
    connection.execute(LAID_IN_A_FILE, values)
    for statement in MANY.split(";\n"):
        if statement.strip():
            connection.execute(statement, values)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _values(person: Person, main_id: int, how_many: int) -> dict[str, int | str]:
    return {
        "how_many": how_many,
        "today": TODAY.isoformat(),
        "days": DAYS,
        "categories": len(CATEGORIES),
        "ledger_id": person.ledger_id,
        "person_id": person.id,
        "main_id": main_id,
    }
