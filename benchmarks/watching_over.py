"""Row 13: what logs, limits and the guard with its breaker add to a message's CPU: an SMS with them and without.

With: a line of JSON a message into a file, the day's cap counted, deadline, tries and breaker around each call to
Twilio. The door's own limits count forgeries alone, so no message meets them. Tracing is not built yet.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop

from adapters.guard import Guard
from adapters.telegram_pacing import Pacing
from benchmarks.cast import Pam, sms_environment, street
from benchmarks.figures import Row, middle, spread, told
from benchmarks.processes import Server, free_port, module
from benchmarks.sms_end_to_end import whole_round

ROUNDS = 9
MESSAGES = 1000
CALLS = 20_000
# Above what anybody is sent here, but counted.
CAPPED, UNCAPPED = "100000", "0"


def measure(rounds: int = ROUNDS, messages: int = MESSAGES) -> list[Row]:
    costs: dict[str, list[float]] = {"with": [], "without": []}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pam-bench-")))
        streets = {how: stack.enter_context(street(folder)) for how in costs}
        pams = {how: _pam(stack, folder, how, vendors.port) for how, vendors in streets.items()}
        for our in pams.values():
            our.warm_up()
        for _ in range(rounds):
            for how, our in pams.items():
                costs[how].append(whole_round(our, streets[how], messages).cpu_us)
    return [_row(costs["with"], costs["without"])]


def _pam(stack: ExitStack, folder: Path, how: str, street_port: int) -> Pam:
    port, database = free_port(), folder / f"{how}.db"
    environ = sms_environment(street_port, port, f"sqlite:///{database}")
    environ["PAM_DAILY_SMS"] = CAPPED if how == "with" else UNCAPPED
    server = stack.enter_context(Server(module("benchmarks.bare_pam", how), port, folder / f"{how}.log", environ))
    server.wait_until_up()
    return Pam(server, database)


def _alone() -> tuple[float, float]:
    """CPU in µs of a call through the guard, and of a turn at Telegram's pacing, with nothing inside."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_cost_us(_guarded)), runner.run(_cost_us(_paced))


async def _cost_us(work: Callable[[], Awaitable[None]]) -> float:
    began = time.process_time()
    await work()
    return (time.process_time() - began) * 1e6 / CALLS


async def _guarded() -> None:
    guard = Guard("nobody", 10.0)

    async def nothing() -> None: ...

    for _ in range(CALLS):
        await guard.call(nothing)


async def _paced() -> None:
    """To a chat each: one chat's second message waits a second."""
    pacing = Pacing(per_second=CALLS)
    for number in range(CALLS):
        await pacing.turn(str(number))
        pacing.done(str(number))


def _row(ours: list[float], bare: list[float]) -> Row:
    guard_us, pacing_us = _alone()
    return Row(
        number="13",
        what="an SMS answered and sent with logs, limits and guard, against without: CPU a message (no tracing yet)",
        pam=f"{middle(ours):.0f} µs",
        baseline=f"{middle(bare):.0f} µs",
        ratio=middle(ours) / middle(bare),
        better="lower",
        must=1.25,
        aim=1.1,
        aside=(
            f"rounds ranged from {spread(ours)} µs against {spread(bare)} µs",
            f"by themselves: the guard {guard_us:.1f} µs a call, Telegram's pacing {pacing_us:.1f} µs a call",
        ),
    )


if __name__ == "__main__":
    print(told(measure()))
