"""PAM over SMS put together as ``pam run`` does it, with what watches over her or without: ``with`` or ``without``.

Without there is no log, and no breaker, deadline or second try around Twilio. The day's cap is the environment's to
turn off.
"""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from loguru import logger

from adapters.guard import Guard
from adapters.system_clock import SystemClock
from adapters.twilio_channel import TwilioAccount, TwilioChannel
from bot.ports.channel import Channel
from handlers.assembly.house import channels_of, doors_of, house_of, in_loop, opened, set_up_logs
from handlers.assembly.store import migrate
from handlers.http.app import build_app
from handlers.http.server import PamServer
from handlers.settings import Settings

Result = TypeVar("Result")


class NoGuard(Guard):
    """Calls straight through."""

    async def call(self, work: Callable[[], Awaitable[Result]]) -> Result:
        return await work()


class UnguardedTwilio(TwilioChannel):
    def __init__(self, account: TwilioAccount) -> None:
        super().__init__(account)
        self.guard = NoGuard("Twilio", 10.0)


async def live(settings: Settings, channels: dict[str, Channel]) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)

    async def ready() -> bool:
        return True

    async with opened(settings, SystemClock(), channels, house_of(settings)) as (pam, _):
        server = PamServer(build_app(doors_of(settings, pam), ready=ready), host=settings.host, port=settings.port)
        await server.start()
        working = asyncio.create_task(pam.work())
        await over.wait()
        pam.rest()
        await asyncio.gather(server.stop(), working)


def main(how: str) -> None:
    settings = Settings.from_environment("run")
    channels: dict[str, Channel] = {"sms": UnguardedTwilio(_account(settings))}
    logger.remove()
    if how == "with":
        set_up_logs(settings)
        channels = channels_of(settings)
    migrate(settings)
    with suppress(KeyboardInterrupt):
        in_loop(live(settings, channels))


def _account(settings: Settings) -> TwilioAccount:
    twilio = settings.twilio
    assert twilio
    return TwilioAccount(
        account_sid=twilio.account_sid,
        auth_token=twilio.auth_token.reveal(),
        sender=twilio.number or "",
        public_url=settings.public_url or "",
        api_url=twilio.api_url or "",
    )


if __name__ == "__main__":
    main(sys.argv[1])
