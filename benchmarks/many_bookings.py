"""Row 16: what an answer costs for a person with 1,000,000 bookings, against the same person with 1,000.

The reading and the wording of the answer alone, inside PAM's own transaction: what comes before and after it is the
same for everybody and would only flatten the ratio.
"""

import asyncio
import importlib.util
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date

import uvloop

from adapters.sql_store.postgres_store import PostgresStore
from adapters.sql_store.sqlite_store import SqliteStore
from benchmarks.bookings_files import KEYRING, NOW, file_with, fill, whose
from benchmarks.figures import Row, middle, told
from bot.domain.period import Period
from bot.domain.visit import House, Visit
from bot.ports.store import Store
from bot.skills.registry import SKILLS
from tests.postgres import WHEEL, PostgresServer

FEW, MANY = 1_000, 1_000_000
ROUNDS = 7
ANSWERS = 200
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
SIX_WEEKS = Period(date(2026, 10, 10), date(2026, 11, 20))
QUESTIONS: dict[str, tuple[str, Mapping[str, object]]] = {
    "budget status": ("budget_status", {}),
    "month by category": ("spending_query", {"period": NOVEMBER}),
    "six weeks by category": ("spending_query", {"period": SIX_WEEKS}),
    "list of the latest": ("list_transactions", {}),
}
# The first two are the row; the others are told beside it.
JUDGED = 2


@dataclass(frozen=True)
class Reader:
    store: Store
    visit: Visit
    server: PostgresServer | None = None

    async def cost_us(self, skill: str, slots: Mapping[str, object]) -> float:
        """CPU of one answer, the server's with it."""
        served = self.server.cpu_s() if self.server else 0
        began = time.process_time()
        for _ in range(ANSWERS):
            async with self.store.transaction() as tx:
                await SKILLS[skill].perform(tx, self.visit, dict(slots))
        served = (self.server.cpu_s() if self.server else 0) - served
        return (time.process_time() - began + served) * 1e6 / ANSWERS


def measure(rounds: int = ROUNDS) -> list[Row]:
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))
        rows = runner.run(_measure({how_many: runner.run(_in_a_file(how_many)) for how_many in (MANY, FEW)}, rounds))
        if importlib.util.find_spec(WHEEL):
            readers = {}
            for how_many in (MANY, FEW):
                server = PostgresServer("fsync=off")
                stack.callback(server.remove)
                readers[how_many] = runner.run(_on_a_server(server, how_many))
            there = runner.run(_measure(readers, rounds))
            rows += [replace(row, number="16b", what=f"Postgres, its CPU included: {row.what}") for row in there]
    return rows


async def _measure(readers: dict[int, Reader], rounds: int) -> list[Row]:
    rows = []
    for title, (skill, slots) in QUESTIONS.items():
        costs: dict[int, list[float]] = {how_many: [] for how_many in readers}
        for _ in range(rounds + 1):
            for how_many, reader in readers.items():
                costs[how_many].append(await reader.cost_us(skill, slots))
        # The first round warms both up.
        rows.append(_row(title, *(middle(each[1:]) for each in costs.values())))
    for reader in readers.values():
        await reader.store.close()
    beside = tuple(f"{row.what}: {row.pam} against {row.baseline}, {row.ratio:.2f}×" for row in rows[JUDGED:])
    return [*rows[: JUDGED - 1], _with_aside(rows[JUDGED - 1], beside)]


async def _in_a_file(how_many: int) -> Reader:
    return await _reader(SqliteStore.open(await file_with(how_many), KEYRING), None)


async def _on_a_server(server: PostgresServer, how_many: int) -> Reader:
    url = server.url("postgres")
    await fill(url, how_many)
    return await _reader(PostgresStore(url, KEYRING), server)


async def _reader(store: Store, server: PostgresServer | None) -> Reader:
    person, known = await whose(store)
    return Reader(store, Visit(person=person, address=known, now=NOW, house=House()), server)


def _row(title: str, many: float, few: float) -> Row:
    return Row(
        number="16",
        what=f"{title}, 1,000,000 bookings against 1,000: CPU an answer",
        pam=f"{many:.0f} µs",
        baseline=f"{few:.0f} µs",
        ratio=many / few,
        better="lower",
        must=1.5,
        aim=1.1,
    )


def _with_aside(row: Row, aside: tuple[str, ...]) -> Row:
    return Row(
        row.number, row.what, row.pam, row.baseline, row.ratio, row.better, must=row.must, aim=row.aim, aside=aside
    )


if __name__ == "__main__":
    print(told(measure()))
