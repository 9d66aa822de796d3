"""Row 3: one ledger transaction, durable, 16 in flight: PAM's engines against aiosqlite, the same four statements.

A booking is inserted, a running total moved, the budgets are read and a letter is posted: one transaction each. Beside
them PAM's whole entry into the books: booking, balanced lines, all totals, the budgets and the sealed letter. On
Postgres the CPU is PAM's own, and beside it stands the server's, which may have a machine to itself.
"""

import asyncio
import importlib.util
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import aiosqlite
import uvloop

from adapters.sql_store.booking_rows import columns
from adapters.sql_store.postgres_engine import PostgresEngine
from adapters.sql_store.postgres_store import PostgresStore, migrate_database
from adapters.sql_store.session import Session, Value
from adapters.sql_store.sql_files import queries
from adapters.sql_store.sqlite_engine import PRAGMAS, SqliteEngine
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from benchmarks.figures import Row, middle, spread, told
from bot.domain.answer import Answer, Span
from bot.domain.booking import MAIN_ACCOUNT, Entry
from bot.domain.budget import planned
from bot.domain.letter import Address
from bot.domain.money import Money
from bot.domain.person import KnownAddress, Person
from bot.domain.taxonomy import place_of, word_key
from bot.kit.keyring import Keyring
from bot.ports.outbox import Draft
from bot.ports.people import Newcomer
from bot.ports.store import Store
from tests.postgres import WHEEL, PostgresServer

ROUNDS = 5
IN_FLIGHT = 16
OURS, THEIRS = 6000, 1000
WARM_UP = 200
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ENTRY = Entry(kind="expense", amount=Money(4530, "USD"), place=place_of("groceries"), booked_on=NOW.date())
KEYRING = Keyring(("one-key-for-the-benchmarks-and-nothing-else",))

Statements = tuple[tuple[str, Mapping[str, Value]], ...]
Write = Callable[[], Awaitable[None]]
Engine = SqliteEngine | PostgresEngine


@dataclass(frozen=True)
class Someone:
    """Somebody with an address, a budget and one booking, and PAM's own four statements with their numbers."""

    person: Person
    known: KnownAddress
    statements: Statements


@dataclass(frozen=True)
class Cost:
    """CPU in µs a transaction, over all threads, and what a server spent beside it."""

    cpu_us: float
    per_second: float
    server_us: float = 0


@dataclass(frozen=True)
class Home:
    """A store with people in it, and the engine under one of its own."""

    store: SqliteStore | PostgresStore
    engine: Engine
    people: list[Someone]

    def whole_entry(self) -> Write:
        turn = cycle(self.people)
        return lambda: _whole_entry(self.store, next(turn))

    def four_statements(self) -> Write:
        turn = cycle(self.people)
        return lambda: _four_statements(self.engine, next(turn).statements)

    async def close(self) -> None:
        await self.store.close()
        await self.engine.close()


def measure(rounds: int = ROUNDS) -> list[Row]:
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pam-bench-")))
        server = PostgresServer() if importlib.util.find_spec(WHEEL) else None
        if server:
            stack.callback(server.remove)
        return runner.run(_measure(folder, server, rounds))


async def _measure(folder: Path, server: PostgresServer | None, rounds: int) -> list[Row]:
    homes = [await _on_a_file(folder / name) for name in ("ours.db", "whole.db", "theirs.db")]
    theirs = await _aiosqlite(folder / "theirs.db", homes[2].people)
    writes: dict[str, tuple[Write, int]] = {
        "ours": (homes[0].four_statements(), OURS),
        "theirs": (theirs.write, THEIRS),
        "whole": (homes[1].whole_entry(), OURS),
    }
    if server:
        homes.append(await _on_a_server(server.url("postgres")))
        writes["there"] = (homes[-1].four_statements(), OURS)
        writes["whole there"] = (homes[-1].whole_entry(), OURS)
    costs: dict[str, list[Cost]] = {name: [] for name in writes}
    for write, _ in writes.values():
        await _cost(write, WARM_UP, server)
    for _ in range(rounds):
        for name, (write, times) in writes.items():
            costs[name].append(await _cost(write, times, server))
    await theirs.connection.close()
    for each in homes:
        await each.close()
    return [_row(costs), *([_row_there(costs)] if server else [])]


async def _on_a_file(path: Path) -> Home:
    migrate_file(path)
    store, engine = SqliteStore.open(path, KEYRING), SqliteEngine(path)
    return Home(store, engine, [await _someone(store, engine, 0)])


async def _on_a_server(url: str) -> Home:
    await migrate_database(url)
    store, engine = PostgresStore(url, KEYRING), PostgresEngine(url, lambda _: None)
    # There one person's transactions wait for each other, and only other people's run beside them.
    return Home(store, engine, [await _someone(store, engine, number) for number in range(IN_FLIGHT)])


async def _someone(store: Store, engine: Engine, number: int) -> Someone:
    async with store.transaction() as tx:
        person = await tx.people.add(Newcomer(timezone="UTC", locale="en-US", currency="USD", name="Ann"), NOW)
        known = await tx.people.meet(Address("sms", f"+1415555{number:04}"), NOW)
        await tx.people.give_address(known.id, person.id)
        await tx.budgets.set(person.ledger_id, planned("groceries", Money(90_000_000, "USD")))
        await tx.books.add(person.ledger_id, person.id, ENTRY)
    async with engine.transaction() as session:
        return Someone(person, known, await _statements(session, person, known))


async def _statements(session: Session, person: Person, known: KnownAddress) -> Statements:
    """PAM's own four, with this person's numbers."""
    ledger: dict[str, Value] = {"ledger_id": person.ledger_id}
    accounts: list[int] = []
    for kind, word in (("expense", "groceries"), ("asset", MAIN_ACCOUNT.word)):
        row = await session.one("books.account", {**ledger, "kind": kind, "folded": word_key(word)})
        assert row
        accounts.append(row[0])
    booking = {**columns(ENTRY), **ledger, "person_id": person.id}
    total: dict[str, Value] = {"span": "month", "starts_on": "2026-11-01", "bookings": 1}
    letter: dict[str, Value] = {
        "address_id": known.id,
        "channel": "sms",
        "kind": "message",
        "due_at": 0,
        "message_id": None,
        "alert_id": None,
        "ref": None,
        "body": b"$45.30 groceries. $354.70 of $400.00 left this month.",
        "trace_id": "0" * 32,
        "created_at": 0,
    }
    return (
        ("books.add_booking", {**booking, "account_id": accounts[0], "money_account_id": accounts[1]}),
        ("books.add_to_total", {**booking, **total, "account_id": accounts[0]}),
        ("budgets.all", ledger),
        ("outbox.post", letter),
    )


async def _four_statements(engine: Engine, statements: Statements) -> None:
    async with engine.transaction() as session:
        for name, values in statements:
            await session.all(name, values)


@dataclass(frozen=True)
class Theirs:
    """aiosqlite as its manual has it: one connection, one transaction at a time."""

    connection: aiosqlite.Connection
    people: Iterator[Someone]
    turn: asyncio.Lock

    async def write(self) -> None:
        sql = queries()
        async with self.turn:
            await self.connection.execute("BEGIN IMMEDIATE")
            for name, values in next(self.people).statements:
                await self.connection.execute_fetchall(sql[name], dict(values))
            await self.connection.commit()


async def _aiosqlite(path: Path, people: list[Someone]) -> Theirs:
    connection = await aiosqlite.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        await connection.execute(pragma)
    return Theirs(connection, cycle(people), asyncio.Lock())


async def _whole_entry(store: Store, someone: Someone) -> None:
    person = someone.person
    answer = Answer(lines=((Span("$45.30 groceries. $354.70 of $400.00 left this month."),),))
    async with store.transaction() as tx:
        await tx.books.add(person.ledger_id, person.id, ENTRY)
        await tx.budgets.all(person.ledger_id)
        draft = Draft(address_id=someone.known.id, channel="sms", answer=answer, trace_id="0" * 32)
        await tx.outbox.post(draft, at=NOW)


async def _cost(write: Write, times: int, server: PostgresServer | None) -> Cost:
    left = iter(range(times))

    async def write_on() -> None:
        for _ in left:
            await write()

    served = server.cpu_s() if server else 0
    cpu, began = time.process_time(), time.perf_counter()
    await asyncio.gather(*(write_on() for _ in range(IN_FLIGHT)))
    cpu_s, took_s = time.process_time() - cpu, time.perf_counter() - began
    served = (server.cpu_s() if server else 0) - served
    return Cost(cpu_s * 1e6 / times, times / took_s, served * 1e6 / times)


def _row(costs: dict[str, list[Cost]]) -> Row:
    ours, theirs, whole = (_middle(costs[name]) for name in ("ours", "theirs", "whole"))
    return Row(
        number="3",
        what="ledger transaction, durable, 16 in flight, four statements: CPU each",
        pam=f"{ours.cpu_us:.0f} µs, {ours.per_second:.0f}/s",
        baseline=f"{theirs.cpu_us:.0f} µs, {theirs.per_second:.0f}/s",
        ratio=theirs.cpu_us / ours.cpu_us,
        better="higher",
        must=6,
        aim=10,
        aside=(
            f"rounds ranged from {_range(costs['ours'])} µs against {_range(costs['theirs'])} µs",
            f"by transactions a second the ratio is {ours.per_second / theirs.per_second:.1f}×",
            f"PAM's whole entry (lines, all totals, sealed letter): {whole.cpu_us:.0f} µs, {whole.per_second:.0f}/s",
        ),
    )


def _row_there(costs: dict[str, list[Cost]]) -> Row:
    there, theirs, whole = (_middle(costs[name]) for name in ("there", "theirs", "whole there"))
    return Row(
        number="3b",
        what="the same on Postgres, against the same: PAM's CPU each",
        pam=f"{there.cpu_us:.0f} µs, {there.per_second:.0f}/s",
        baseline=f"{theirs.cpu_us:.0f} µs, {theirs.per_second:.0f}/s",
        ratio=theirs.cpu_us / there.cpu_us,
        better="higher",
        must=1,
        aim=2,
        aside=(
            f"rounds ranged from {_range(costs['there'])} µs",
            f"the server's CPU beside it: {there.server_us:.0f} µs",
            f"PAM's whole entry: {whole.cpu_us:.0f} µs, {whole.per_second:.0f}/s, the server {whole.server_us:.0f} µs",
        ),
    )


def _middle(costs: list[Cost]) -> Cost:
    fields = ("cpu_us", "per_second", "server_us")
    return Cost(*(middle([getattr(cost, field) for cost in costs]) for field in fields))


def _range(costs: list[Cost]) -> str:
    return spread([cost.cpu_us for cost in costs])


if __name__ == "__main__":
    print(told(measure()))
