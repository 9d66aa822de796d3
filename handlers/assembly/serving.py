"""A role that serves until it is told to end: doors open, both queues worked, vendors greeted."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Mapping
from itertools import chain, repeat
from typing import Any

from loguru import logger
from starlette.types import ASGIApp

from adapters.system_clock import SystemClock
from adapters.telegram_channel import TelegramChannel
from adapters.twilio_channel import TwilioChannel
from bot.domain.errors import PamError
from bot.domain.visit import House
from bot.pam import Pam
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from handlers.assembly.daily_rates import keep_rates, look_once, published_rates
from handlers.assembly.house import channels_of, doors_of, house_of, opened
from handlers.http.app import build_app
from handlers.http.server import PamServer
from handlers.http.telegram_webhook import WEBHOOK_PATH
from handlers.settings import Settings
from handlers.telegram_polling import TelegramPolling

# Telegram may be away when PAM starts; she answers SMS meanwhile and tries again.
REGISTER_AGAIN_S = (1, 2, 5, 10, 30)


async def run(settings: Settings) -> int:
    """Web and worker in one process until SIGTERM or Ctrl-C; exit code 0 within 8 s of it."""
    return await serve(settings, SystemClock(), house_of(settings))


async def serve(
    settings: Settings,
    clock: Clock,
    house: House,
    pages: Callable[[Pam], ASGIApp] | None = None,
    farewell: Callable[[], None] | None = None,
) -> int:
    """Serves until told to end; ``farewell`` ends what would keep a connection open, such as a page's stream."""
    channels = channels_of(settings)
    async with opened(settings, clock, channels, house) as pam:
        stop = _stop_on_signals()

        async def ready() -> bool:
            return not stop.is_set()

        app = build_app(doors_of(settings, pam), ready=ready, pages=pages(pam) if pages else None)
        server = PamServer(app, host=settings.host, port=settings.port)
        await server.start()
        logger.info("PAM listens on http://{}:{}", settings.host, server.port)
        _settle_interpreter()
        working = asyncio.create_task(pam.work())
        polling = [asyncio.create_task(door.run()) for door in _polling_doors(settings, channels, pam)]
        greetings = [asyncio.create_task(greeting) for greeting in _greetings(settings, channels, house)]
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait([working, stopped, *polling], return_when=asyncio.FIRST_COMPLETED)
        for waiting in (*greetings, stopped, *polling):
            waiting.cancel()
        pam.rest()
        if farewell:
            farewell()
        await asyncio.gather(server.stop(), working, *polling)
        logger.info("PAM has stopped")
    return 0


def _settle_interpreter() -> None:
    """What was imported stays for good: looking through it for garbage again and again cost 4 % of a message's CPU.

    And the thread that syncs to disk gets its turn soon: a commit that waits 5 ms to be told of makes everybody wait.
    """
    sys.setswitchinterval(0.0005)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


def _greetings(settings: Settings, channels: Mapping[str, Channel], house: House) -> list[Coroutine[Any, Any, None]]:
    """What is better done before the first message but must not hold it up: the webhook, the bot's name, the SDK."""
    greetings: list[Coroutine[Any, Any, None]] = []
    for channel in channels.values():
        if isinstance(channel, TelegramChannel):
            greetings.append(_greet_telegram(settings, channel, house))
        if isinstance(channel, TwilioChannel):
            greetings.append(channel.warm_up())
    if settings.exchange_rates:
        greetings.append(keep_rates(published_rates(settings.exchange_rates), house))
    return greetings


async def _greet_telegram(settings: Settings, channel: TelegramChannel, house: House) -> None:
    secret = settings.telegram.webhook_secret if settings.telegram and settings.public_url else None
    for number, wait_s in enumerate(chain(REGISTER_AGAIN_S, repeat(REGISTER_AGAIN_S[-1]))):
        try:
            if secret:
                await channel.set_webhook(f"{settings.public_url}{WEBHOOK_PATH}", secret.reveal())
            house.bot_username = await channel.username()
        except PamError as fault:
            if number == 0:
                logger.warning("PAM's bot has not reached Telegram yet: {}", str(fault))
            await asyncio.sleep(wait_s)
        else:
            logger.info("PAM's bot is {}", f"@{house.bot_username}")
            return


def _polling_doors(settings: Settings, channels: Mapping[str, Channel], pam: Pam) -> list[TelegramPolling]:
    """Where nobody can call PAM she asks."""
    if settings.public_url:
        return []
    asked = [channel for channel in channels.values() if isinstance(channel, TelegramChannel)]
    return [TelegramPolling(each, accept=pam.messages.accept, keep_raw=pam.messages.keep_raw) for each in asked]


async def chat_here(settings: Settings) -> int:
    """PAM in this terminal."""
    from adapters.console_channel import ConsoleChannel
    from handlers.console_chat import CONSOLE, chat

    house = house_of(settings)
    async with opened(settings, SystemClock(), {"console": ConsoleChannel(sys.stdout)}, house) as pam:
        await pam.accounts.introduce("", CONSOLE)
        if settings.exchange_rates:
            await look_once(published_rates(settings.exchange_rates), house)
        await chat(sys.stdin, accept=pam.messages.accept, answered=pam.settle)
    return 0
