"""Files with one person and very many bookings over two years, built once and kept in the temporary folder."""

import hashlib
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.domain.booking import Entry
from bot.domain.budget import planned
from bot.domain.letter import Address
from bot.domain.money import Money
from bot.domain.person import KnownAddress, Person
from bot.domain.taxonomy import place_of
from bot.kit.keyring import Keyring
from bot.ports.people import Newcomer

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAYS = 730
CATEGORIES = (
    "groceries coffee lunch taxi petrol rent electricity internet phone pharmacy doctor gym cinema books clothes shoes "
    "gifts flights hotels insurance"
).split()
BUDGETS = ("groceries", "transport", "")
KEYRING = Keyring(("one-key-for-the-benchmarks-and-nothing-else",))

# As PAM's books write them: a booking, two lines that add up to nothing, the running totals of both accounts.
MANY = """
CREATE TEMP TABLE laid AS
WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < :how_many)
SELECT n + 1000 AS id, date(:today, '-' || (n * 7919 % :days) || ' days') AS day,
       100 + n * 104729 % 9000 AS minor, (SELECT id FROM kinds WHERE place = n % :categories) AS account_id
FROM numbered;

INSERT INTO booking (id, ledger_id, person_id, kind, account_id, booked_on, amount_minor, currency)
SELECT id, :ledger_id, :person_id, 'expense', account_id, day, minor, 'USD' FROM laid ORDER BY id;

INSERT INTO line (ledger_id, booking_id, account_id, amount_minor, currency)
SELECT :ledger_id, id, account_id, minor, 'USD' FROM laid
UNION ALL SELECT :ledger_id, id, :main_id, -minor, 'USD' FROM laid;

INSERT INTO total (ledger_id, span, starts_on, account_id, currency, amount_minor, bookings)
SELECT :ledger_id, 'day', day, account_id, 'USD', sum(minor), count(*) FROM laid GROUP BY day, account_id
UNION ALL
SELECT :ledger_id, 'month', substr(day, 1, 8) || '01', account_id, 'USD', sum(minor), count(*) FROM laid
GROUP BY substr(day, 1, 7), account_id
UNION ALL
SELECT :ledger_id, 'ever', '0001-01-01', :main_id, 'USD', -sum(minor), count(*) FROM laid WHERE TRUE
ON CONFLICT (ledger_id, span, starts_on, account_id, currency)
DO UPDATE SET amount_minor = total.amount_minor + excluded.amount_minor, bookings = total.bookings + excluded.bookings;
"""


async def file_with(how_many: int) -> Path:
    """The file, built when this schema has none yet."""
    path = Path(tempfile.gettempdir()) / f"pam-bench-{how_many}-{_fingerprint()}.db"
    if not path.exists():
        building = path.with_suffix(".building")
        for left in building.parent.glob(f"{building.name}*"):
            left.unlink()
        await _build(building, how_many)
        building.rename(path)
    return path


async def whose(store: SqliteStore) -> tuple[Person, KnownAddress]:
    async with store.transaction() as tx:
        (person,) = await tx.people.everyone()
        (known,) = await tx.people.addresses_of(person.id)
    return person, known


async def _build(path: Path, how_many: int) -> None:
    migrate_file(path)
    store = SqliteStore.open(path, KEYRING)
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
    await store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _add_many(connection, person, how_many)


def _add_many(connection: sqlite3.Connection, person: Person, how_many: int) -> None:
    accounts = "SELECT id FROM account WHERE ledger_id = ? AND kind = ? ORDER BY id"
    categories = connection.execute(accounts, (person.ledger_id, "expense")).fetchall()
    ((main_id,),) = connection.execute(accounts, (person.ledger_id, "asset")).fetchall()
    connection.execute("CREATE TEMP TABLE kinds (place INTEGER PRIMARY KEY, id INTEGER)")
    connection.executemany("INSERT INTO kinds VALUES (?, ?)", [(n, row[0]) for n, row in enumerate(categories)])
    values = {
        "how_many": how_many,
        "today": TODAY.isoformat(),
        "days": DAYS,
        "categories": len(categories),
        "ledger_id": person.ledger_id,
        "person_id": person.id,
        "main_id": main_id,
    }
    connection.execute("BEGIN")
    for statement in MANY.split(";\n"):
        if statement.strip():
            connection.execute(statement, values)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fingerprint() -> str:
    """Of the schema and of how the rows are made."""
    schema = sorted((Path(__file__).parent.parent / "adapters/sql_store/migrations/sqlite").glob("*.sql"))
    made = b"".join(path.read_bytes() for path in (*schema, Path(__file__)))
    return hashlib.sha256(made).hexdigest()[:12]
