"""Rows 7 and 8: what the clock costs with 1,000,000 rules: an alert that is due, and a tick at which nothing is.

What is due are real reminders, through PAM's own clock: fired, recorded, told, planned anew, the letter in the outbox.
"""

import asyncio
import importlib.util
import shutil
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.sql_store.postgres_store import PostgresStore
from adapters.sql_store.sqlite_store import SqliteStore
from benchmarks.bookings_files import KEYRING
from benchmarks.cast import NotDone
from benchmarks.figures import Row, middle, spread, told
from benchmarks.rules_files import A_DAY, NOW, due_on_day, fill_rules, rules_file
from benchmarks.shipped_logs import shipped_logs
from bot.domain.visit import House
from bot.kit.bell import Bell
from bot.ports.store import Store
from bot.services.unasked.rulebook import RULES
from bot.turns.clock_turn import ClockTurn
from bot.turns.lead_turn import Lead, LeadTurn
from tests.postgres import WHEEL, PostgresServer

FEW, MANY = 1_000, 1_000_000
# The first day warms up; with the last one each of the few has come.
DAYS = FEW // A_DAY
TICKS = 400
SECOND = timedelta(seconds=1)


class StillClock:
    """Fulfils the Clock port."""

    def __init__(self) -> None:
        self.at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Clockwork:
    """PAM's clock over a store full of rules."""

    store: Store
    clock: StillClock
    turn: ClockTurn
    server: PostgresServer | None

    async def due_us(self, day: int) -> float:
        """CPU of an alert that is due, the server's with it."""
        self.clock.at = due_on_day(day)
        return await self._cost_us(self._all_due, A_DAY)

    async def empty_us(self, step: timedelta) -> float:
        """CPU of a tick at which nothing is due, the server's with it, when so much time passes from tick to tick."""

        async def ticks() -> None:
            for _ in range(TICKS):
                self.clock.at += step
                if await self.turn.tick():
                    raise NotDone("something was due")

        return await self._cost_us(ticks, TICKS)

    async def _all_due(self) -> None:
        done = await self.turn.tick()
        if done != A_DAY:
            raise NotDone(f"{done} rules were due where {A_DAY} were planned")

    async def _cost_us(self, work: Callable[[], Awaitable[None]], times: int) -> float:
        served = self.server.cpu_s() if self.server else 0
        began = time.process_time()
        await work()
        cpu_s = time.process_time() - began
        return (cpu_s + (self.server.cpu_s() if self.server else 0) - served) * 1e6 / times


@dataclass(frozen=True)
class Costs:
    """Rounds of each in µs; ``known`` are empty ticks without a look at the lease."""

    due: list[float]
    empty: list[float]
    known: list[float]


def measure() -> list[Row]:
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner(loop_factory=uvloop.new_event_loop))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pam-bench-")))
        stack.enter_context(shipped_logs(folder))
        scheduler = runner.run(_scheduler())
        in_files = {how_many: runner.run(_in_a_file(folder, how_many)) for how_many in (MANY, FEW)}
        costs, theirs = runner.run(_measure(in_files, scheduler))
        rows = [_due_row("7", "", costs), _empty_row("8", "", costs, theirs)]
        if importlib.util.find_spec(WHEEL):
            on_servers = {}
            for how_many in (MANY, FEW):
                server = PostgresServer("fsync=off")
                stack.callback(server.remove)
                on_servers[how_many] = runner.run(_on_a_server(server, how_many))
            costs, theirs = runner.run(_measure(on_servers, scheduler))
            there = "Postgres, its CPU included: "
            rows += [_due_row("7b", there, costs), _empty_row("8b", there, costs, theirs)]
        runner.run(_shut_down(scheduler))
    return rows


async def _measure(
    clockworks: dict[int, Clockwork], scheduler: AsyncIOScheduler
) -> tuple[dict[int, Costs], list[float]]:
    costs = {how_many: Costs([], [], []) for how_many in clockworks}
    theirs = []
    for day in range(DAYS):
        for how_many, clockwork in clockworks.items():
            costs[how_many].due.append(await clockwork.due_us(day))
            costs[how_many].empty.append(await clockwork.empty_us(SECOND))
            costs[how_many].known.append(await clockwork.empty_us(timedelta(0)))
        theirs.append(await _their_wakeup_us(scheduler))
    for clockwork in clockworks.values():
        await clockwork.store.close()
    return {how_many: Costs(each.due[1:], each.empty[1:], each.known[1:]) for how_many, each in costs.items()}, theirs


async def _in_a_file(folder: Path, how_many: int) -> Clockwork:
    copy = folder / f"{how_many}.db"
    shutil.copy(await rules_file(how_many), copy)
    return _clockwork(SqliteStore.open(copy, KEYRING), None)


async def _on_a_server(server: PostgresServer, how_many: int) -> Clockwork:
    url = server.url("postgres")
    await fill_rules(url, how_many)
    return _clockwork(PostgresStore(url, KEYRING), server)


def _clockwork(store: Store, server: PostgresServer | None) -> Clockwork:
    clock = StillClock()
    leading = LeadTurn("clock", store, clock, Lead(alone=server is None))
    turn = ClockTurn(
        store=store, clock=clock, house=House(daily_sms=0), rules=RULES, outbox_bell=Bell(), leading=leading
    )
    return Clockwork(store, clock, turn, server)


async def _scheduler() -> AsyncIOScheduler:
    """APScheduler in memory, as documented, with its own jobs and nothing due for a day."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for _ in range(FEW):
        scheduler.add_job(_nothing, "interval", days=1)
    scheduler.start()
    return scheduler


async def _nothing() -> None: ...


async def _their_wakeup_us(scheduler: AsyncIOScheduler) -> float:
    """Its own waking: a look at all job stores, then its timer set anew."""
    began = time.process_time()
    for _ in range(TICKS):
        scheduler.wakeup()
        await asyncio.sleep(0)
    return (time.process_time() - began) * 1e6 / TICKS


async def _shut_down(scheduler: AsyncIOScheduler) -> None:
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)


def _due_row(number: str, where: str, costs: dict[int, Costs]) -> Row:
    many, few = middle(costs[MANY].due), middle(costs[FEW].due)
    return Row(
        number=number,
        what=f"{where}an alert that is due, 1,000,000 rules against 1,000: CPU each",
        pam=f"{many:.0f} µs",
        baseline=f"{few:.0f} µs",
        ratio=many / few,
        better="lower",
        must=2,
        aim=1.2,
        aside=(f"days ranged from {spread(costs[MANY].due)} µs against {spread(costs[FEW].due)} µs",),
    )


def _empty_row(number: str, where: str, costs: dict[int, Costs], theirs: list[float]) -> Row:
    many, wakeup = middle(costs[MANY].empty), middle(theirs)
    known, few = middle(costs[MANY].known), middle(costs[FEW].empty)
    return Row(
        number=number,
        what=f"{where}an empty tick, 1,000,000 rules, against APScheduler in memory with 1,000 jobs: CPU",
        pam=f"{many:.0f} µs",
        baseline=f"{wakeup:.0f} µs",
        ratio=many / wakeup,
        better="lower",
        must=1,
        aim=0.5,
        aside=(
            f"rounds ranged from {spread(costs[MANY].empty)} µs against {spread(theirs)} µs",
            f"every second tick renews the lease; one that does not costs {known:.0f} µs",
            f"with 1,000 rules {few:.0f} µs",
        ),
    )


if __name__ == "__main__":
    print(told(measure()))
