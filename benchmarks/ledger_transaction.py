"""Row 3: one ledger transaction, durable, 16 in flight: PAM's engine against aiosqlite, the same four statements.

A booking is inserted, a running total moved, the budgets are read and a letter is posted: one transaction each. Beside
them PAM's whole entry into the books: booking, balanced lines, all totals, the budgets and the sealed letter.
"""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiosqlite
import uvloop

from adapters.sql_store.session import Value
from adapters.sql_store.sql_files import queries
from adapters.sql_store.sqlite_engine import PRAGMAS, SqliteEngine
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from benchmarks.figures import Row, middle, spread, told
from bot.domain.answer import Answer, Span
from bot.domain.booking import Entry
from bot.domain.letter import Address
from bot.domain.money import Money
from bot.domain.person import KnownAddress, Person
from bot.domain.taxonomy import place_of, scope_of
from bot.kit.keyring import Keyring
from bot.ports.outbox import Draft
from bot.ports.people import Newcomer

ROUNDS = 5
IN_FLIGHT = 16
OURS, THEIRS = 6000, 1000
WARM_UP = 200
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ENTRY = Entry(kind="expense", amount=Money(4530, "USD"), place=place_of("groceries"), booked_on=NOW.date())
KEYRING = Keyring(("one-key-for-the-benchmarks-and-nothing-else",))

Statements = tuple[tuple[str, Mapping[str, Value]], ...]
Write = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Cost:
    """CPU in µs a transaction, over all threads."""

    cpu_us: float
    per_second: float


def measure(rounds: int = ROUNDS) -> list[Row]:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner, TemporaryDirectory(prefix="pam-bench-") as made:
        return [runner.run(_measure(Path(made), rounds))]


async def _measure(folder: Path, rounds: int) -> Row:
    (person, known), _, _ = [await _someone(folder / name) for name in ("whole.db", "ours.db", "theirs.db")]
    store, engine = SqliteStore.open(folder / "whole.db", KEYRING), SqliteEngine(folder / "ours.db")
    theirs, turn = await _aiosqlite(folder / "theirs.db"), asyncio.Lock()
    statements = _statements(folder / "ours.db")
    writes: dict[str, tuple[Write, int]] = {
        "ours": (lambda: _through_engine(engine, statements), OURS),
        "theirs": (lambda: _through_aiosqlite(theirs, turn, statements), THEIRS),
        "whole": (lambda: _whole_entry(store, person, known), OURS),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in writes}
    for write, _ in writes.values():
        await _cost(write, WARM_UP)
    for _ in range(rounds):
        for name, (write, times) in writes.items():
            costs[name].append(await _cost(write, times))
    await theirs.close()
    await engine.close()
    await store.close()
    return _row(costs)


async def _someone(path: Path) -> tuple[Person, KnownAddress]:
    """A fresh file with somebody in it who has an address, a budget and one booking."""
    migrate_file(path)
    store = SqliteStore.open(path, KEYRING)
    async with store.transaction() as tx:
        person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD", name="Ann"), NOW)
        known = await tx.people.meet(Address("sms", "+14155550123"), NOW)
        await tx.people.give_address(known.id, person.id)
        limit = Money(90_000_000, "USD")
        await tx.budgets.set(person.ledger_id, scope_of("groceries"), "groceries", "monthly", limit)
        await tx.books.add(person.ledger_id, person.id, ENTRY)
    await store.close()
    return person, known


def _statements(path: Path) -> Statements:
    """PAM's own four, with the values of the one booking that stands there."""
    with closing(sqlite3.connect(path)) as reading:
        ledger_id, person_id, account_id = reading.execute(
            "SELECT ledger_id, person_id, account_id FROM booking"
        ).fetchone()
        (address_id,) = reading.execute("SELECT id FROM address").fetchone()
    laid: dict[str, Value] = {"ledger_id": ledger_id, "account_id": account_id, "amount_minor": 4530, "currency": "USD"}
    booking = {"person_id": person_id, "kind": "expense", "booked_on": "2026-11-25"}
    words: dict[str, Value] = {"merchant": "", "note": "", "tags": ""}
    total: dict[str, Value] = {"span": "month", "starts_on": "2026-11-01", "bookings": 1}
    letter: dict[str, Value] = {
        "address_id": address_id,
        "channel": "sms",
        "kind": "message",
        "due_at": 0,
        "message_id": None,
        "ref": None,
        "body": b"$45.30 groceries. $354.70 of $400.00 left this month.",
        "trace_id": "0" * 32,
        "created_at": 0,
    }
    return (
        ("books.add_booking", {**laid, **booking, **words}),
        ("books.add_to_total", {**laid, **total}),
        ("budgets.all", {"ledger_id": ledger_id}),
        ("outbox.post", letter),
    )


async def _through_engine(engine: SqliteEngine, statements: Statements) -> None:
    async with engine.transaction() as session:
        for name, values in statements:
            await session.all(name, values)


async def _aiosqlite(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        await connection.execute(pragma)
    return connection


async def _through_aiosqlite(connection: aiosqlite.Connection, turn: asyncio.Lock, statements: Statements) -> None:
    """As its manual has it: one connection, one transaction at a time."""
    sql = queries()
    async with turn:
        await connection.execute("BEGIN IMMEDIATE")
        for name, values in statements:
            await connection.execute_fetchall(sql[name], dict(values))
        await connection.commit()


async def _whole_entry(store: SqliteStore, person: Person, known: KnownAddress) -> None:
    answer = Answer(lines=((Span("$45.30 groceries. $354.70 of $400.00 left this month."),),))
    async with store.transaction() as tx:
        await tx.books.add(person.ledger_id, person.id, ENTRY)
        await tx.budgets.all(person.ledger_id)
        await tx.outbox.post(Draft(address_id=known.id, channel="sms", answer=answer, trace_id="0" * 32), at=NOW)


async def _cost(write: Write, times: int) -> Cost:
    left = iter(range(times))

    async def write_on() -> None:
        for _ in left:
            await write()

    cpu, began = time.process_time(), time.perf_counter()
    await asyncio.gather(*(write_on() for _ in range(IN_FLIGHT)))
    return Cost((time.process_time() - cpu) * 1e6 / times, times / (time.perf_counter() - began))


def _row(costs: dict[str, list[Cost]]) -> Row:
    cpu = {name: middle([cost.cpu_us for cost in each]) for name, each in costs.items()}
    rate = {name: middle([cost.per_second for cost in each]) for name, each in costs.items()}
    ours, theirs = (spread([cost.cpu_us for cost in costs[name]]) for name in ("ours", "theirs"))
    return Row(
        number="3",
        what="ledger transaction, durable, 16 in flight, four statements: CPU each",
        pam=f"{cpu['ours']:.0f} µs, {rate['ours']:.0f}/s",
        baseline=f"{cpu['theirs']:.0f} µs, {rate['theirs']:.0f}/s",
        ratio=cpu["theirs"] / cpu["ours"],
        better="higher",
        must=6,
        aim=10,
        aside=(
            f"rounds ranged from {ours} µs against {theirs} µs",
            f"by transactions a second the ratio is {rate['ours'] / rate['theirs']:.1f}×",
            f"PAM's whole entry (lines, all totals, sealed letter): {cpu['whole']:.0f} µs, {rate['whole']:.0f}/s",
        ),
    )


if __name__ == "__main__":
    print(told(measure()))
