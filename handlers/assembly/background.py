"""What runs beside the doors for as long as a process lives, by its role: the bus, the clock, the poller, greetings."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping
from itertools import chain, repeat
from typing import Any

from loguru import logger

from adapters.memory_bus import MemoryBus
from adapters.system_clock import SystemClock
from adapters.telegram_channel import TelegramChannel
from adapters.twilio_channel import TwilioChannel
from bot.domain.errors import PamError, Unavailable
from bot.domain.event import Event
from bot.domain.visit import House
from bot.pam import Pam
from bot.ports.bus import Bus
from bot.ports.channel import Channel
from bot.ports.clock import Clock
from bot.ports.store import Store
from bot.turns.lead_turn import Lead, LeadTurn
from handlers.assembly.daily_rates import keep_rates, published_rates
from handlers.assembly.roles import Role, is_alone
from handlers.bus_events import BusEvents, BusPublisher
from handlers.http.telegram_webhook import WEBHOOK_PATH
from handlers.settings import Settings
from handlers.telegram_polling import TelegramPolling

Running = Coroutine[Any, Any, None]

# Telegram may be away when PAM starts; she answers SMS meanwhile and tries again.
REGISTER_AGAIN_S = (1, 2, 5, 10, 30)
# The clock begins so much later: whoever writes first is answered first.
AFTER_THE_DOORS_S = 1.0
# How often a poller asks whether it is still the one.
LOOK_WHO_POLLS_S = 2.0


Hear = Callable[[list[Event]], None]
"""Is given what a transaction of this process posted, once it is durable; returns at once and raises nothing."""


def bus_of(settings: Settings, role: Role) -> Bus | None:
    """The way word of an event takes; None where nobody in this process would hear it, nor anybody elsewhere."""
    if settings.redis_url:
        from adapters.redis_bus import RedisBus

        return RedisBus(settings.redis_url.reveal())
    return MemoryBus() if role.works else None


def bus_work(bus: Bus, pam: Pam, role: Role) -> tuple[Hear, list[Running]]:
    """Who passes on what is committed here, and what runs for it."""
    hearing: list[Running] = [BusEvents(bus, pam.events.react).run()] if role.works else []
    if isinstance(bus, MemoryBus):
        return straight_onto(bus), hearing
    publisher = BusPublisher(bus, keep=pam.events.hurry)
    return publisher.pass_on, [publisher.run(), *hearing]


def straight_onto(bus: MemoryBus) -> Hear:
    """A publisher beside it would cost a turn of the loop; what does not fit a full bus is found by the sweep."""

    def hear(events: list[Event]) -> None:
        with contextlib.suppress(Unavailable):
            bus.put(events)

    return hear


async def keep_the_clock(pam: Pam) -> None:
    """Knocks until cancelled, and lets another clock lead then."""
    await asyncio.sleep(AFTER_THE_DOORS_S)
    # Imported here: a tenth of a second that the first message need not wait for.
    from handlers.scheduled_jobs import ScheduledJobs

    try:
        await ScheduledJobs(pam.ticks.tick, pam.ticks.tidy, SystemClock().now).run()
    finally:
        await _step_down(pam.ticks.leading)


def leading_of(settings: Settings, name: str, store: Store, clock: Clock) -> LeadTurn:
    return LeadTurn(name, store, clock, Lead(alone=is_alone(settings)))


def polling_work(settings: Settings, channels: Mapping[str, Channel], pam: Pam, leading: LeadTurn) -> list[Running]:
    """Where nobody can call PAM she asks, one process of all of them."""
    if settings.public_url:
        return []
    asked = [channel for channel in channels.values() if isinstance(channel, TelegramChannel)]
    return [_poll_while_leading(each, pam, leading) for each in asked]


async def _poll_while_leading(channel: TelegramChannel, pam: Pam, leading: LeadTurn) -> None:
    door = TelegramPolling(channel, accept=pam.messages.accept, keep_raw=pam.messages.keep_raw)
    polling: asyncio.Task[None] | None = None
    try:
        while True:
            if not await _leads(leading):
                await _end(polling)
                polling = None
            elif polling is None:
                polling = asyncio.create_task(door.run())
            elif polling.done():
                # It ends by a bug alone: that ends the process, as of any other part, and does not pass in silence.
                polling.result()
                polling = None
            await asyncio.sleep(LOOK_WHO_POLLS_S)
    finally:
        await _end(polling)
        await _step_down(leading)


async def _leads(leading: LeadTurn) -> bool:
    try:
        return await leading.fence() is not None
    except PamError:
        # Nothing can be kept now, or two were first at once: nothing should be fetched either.
        return False


async def _end(polling: asyncio.Task[None] | None) -> None:
    if polling:
        polling.cancel()
        await asyncio.wait([polling])


async def _step_down(leading: LeadTurn) -> None:
    try:
        await leading.step_down()
    except PamError:
        logger.debug("the lease of {} runs out by itself", leading.name)


def greetings(settings: Settings, role: Role, channels: Mapping[str, Channel], house: House) -> list[Running]:
    """What is better done before the first message but must not hold it up: the webhook, the bot's name, the SDK."""
    found: list[Running] = []
    for channel in channels.values():
        if isinstance(channel, TelegramChannel):
            found.append(_greet_telegram(settings, role, channel, house))
        if isinstance(channel, TwilioChannel) and role.works:
            found.append(channel.warm_up())
    if settings.exchange_rates:
        found.append(keep_rates(published_rates(settings.exchange_rates), house))
    return found


async def _greet_telegram(settings: Settings, role: Role, channel: TelegramChannel, house: House) -> None:
    has_webhook = role.serves and settings.telegram and settings.public_url
    secret = settings.telegram.webhook_secret if settings.telegram and has_webhook else None
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
