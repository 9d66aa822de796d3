"""A process that lives until it is told to end: what its role asks for, started together and ended in order."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack

from loguru import logger
from starlette.types import ASGIApp

from adapters.system_clock import SystemClock
from bot.brain.senses import NO_SENSES
from bot.domain.visit import House
from bot.pam import Pam
from bot.ports.clock import Clock
from handlers.assembly.background import (
    Running,
    bus_of,
    bus_work,
    greetings,
    keep_the_clock,
    leading_of,
    polling_work,
)
from handlers.assembly.daily_rates import look_once, published_rates
from handlers.assembly.house import channels_of, doors_of, house_of, opened
from handlers.assembly.roles import ROLES
from handlers.assembly.senses import senses_of
from handlers.assembly.watching import watching_doors
from handlers.http.app import build_app
from handlers.http.server import PamServer
from handlers.settings import Settings

# Of the 8 s in which every role has to end, for what runs beside the doors and the queues.
LAST_WORDS_S = 5.0


class Life:
    """From the start of a process to its end: what ends it, and whether it was a fault."""

    def __init__(self) -> None:
        self.over = asyncio.Event()
        self.broke = False
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, self.over.set)

    async def is_ready(self) -> bool:
        return not self.over.is_set()

    def live(self, work: Running) -> asyncio.Task[None]:
        """Runs it beside everything else; a part that breaks ends the whole, for a host to start again."""
        task = asyncio.create_task(work)
        task.add_done_callback(self._look_at)
        return task

    def _look_at(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception():
            logger.opt(exception=task.exception()).critical("a part of PAM broke")
            self.broke = True
            self.over.set()


async def live(settings: Settings) -> int:
    """One role until SIGTERM or Ctrl-C; exit code 0 within 8 s of it."""
    return await serve(settings, SystemClock(), house_of(settings))


async def serve(
    settings: Settings,
    clock: Clock,
    house: House,
    pages: Callable[[Pam], ASGIApp] | None = None,
    farewell: Callable[[], None] | None = None,
) -> int:
    """Until told to end; ``farewell`` ends what would keep a connection open, such as a page's stream."""
    role, life = ROLES[settings.role], Life()
    async with AsyncExitStack() as closing:
        channels = channels_of(settings) if role.serves or role.works else {}
        senses = senses_of(settings) if role.serves or role.works else NO_SENSES
        bus = bus_of(settings, role)
        house.has_bus = bus is not None
        pam, store = await closing.enter_async_context(opened(settings, clock, channels, house, senses))
        doors = {**doors_of(settings, pam), **watching_doors(settings, pam, channels, senses)}
        app = build_app(doors, ready=life.is_ready, pages=pages(pam) if pages else None)
        server = PamServer(app, host=settings.host, port=settings.port)
        if role.serves:
            await server.start()
            logger.info("PAM listens on http://{}:{}", settings.host, server.port)
        working = [life.live(pam.work())] if role.works else []
        beside = [life.live(each) for each in greetings(settings, role, channels, house)]
        if role.works and senses.model:
            beside.append(life.live(senses.model.warm_up()))
        if bus:
            closing.push_async_callback(bus.close)
            hear, for_the_bus = bus_work(bus, pam, role)
            store.tell_events(hear)
            beside += [life.live(each) for each in for_the_bus]
        if role.works:
            leading = leading_of(settings, "telegram", store, clock)
            beside += [life.live(each) for each in polling_work(settings, channels, pam, leading)]
        if role.ticks:
            beside.append(life.live(keep_the_clock(pam)))
        logger.info("pam {} is at work", settings.role)
        _settle_interpreter()
        await life.over.wait()
        pam.rest()
        if farewell:
            farewell()
        for task in beside:
            task.cancel()
        await asyncio.gather(server.stop(), _ended(working), _ended(beside))
    logger.info("PAM has stopped")
    return int(life.broke)


async def _ended(tasks: list[asyncio.Task[None]]) -> None:
    """Well or by a fault, which was told when it came."""
    if tasks:
        await asyncio.wait(tasks, timeout=LAST_WORDS_S)


def _settle_interpreter() -> None:
    """What was imported stays for good: looking through it for garbage again and again cost 4 % of a message's CPU.

    And the thread that syncs to disk gets its turn soon: a commit that waits 5 ms to be told of makes everybody wait.
    """
    sys.setswitchinterval(0.0005)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


async def chat_here(settings: Settings) -> int:
    """PAM in this terminal."""
    from adapters.console_channel import ConsoleChannel
    from handlers.console_chat import CONSOLE, chat

    house, console = house_of(settings), {"console": ConsoleChannel(sys.stdout)}
    async with opened(settings, SystemClock(), console, house, senses_of(settings)) as (pam, _):
        await pam.accounts.introduce("", CONSOLE)
        if settings.exchange_rates:
            await look_once(published_rates(settings.exchange_rates), house)
        await chat(sys.stdin, accept=pam.messages.accept, answered=pam.settle)
    return 0
